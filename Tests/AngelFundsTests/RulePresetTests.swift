import Foundation
import Testing

@testable import AngelFunds

@Suite struct RulePresetTests {
  static let cities = RulePreset.names.filter { $0 != "none" }

  private func text(_ preset: String) throws -> String {
    try String(contentsOf: projectFile("Scenarios/rules/\(preset).yaml"), encoding: .utf8)
  }

  @Test(arguments: cities) func aNameIsWhatItsFileSays(name: String) throws {
    let lines = try text(name).split(separator: "\n").map { "  \($0)\n" }.joined()
    let named = try loaded(smallScenario + "rules: \(name)\n")
    let spelled = try loaded(smallScenario + "rules:\n" + lines)
    #expect(named.scenario == spelled.scenario)
    #expect(named.resolved == spelled.resolved)
    #expect(named.scenario.rules != .off)
    #expect(named.source.contains("\n# preset: \(name)\n"))
  }

  /// Each value says how well it is known, and each mark has its source.
  @Test(arguments: cities) func everyValueHasItsMark(name: String) throws {
    let sources = try String(contentsOf: projectFile("Docs/Sources.md"), encoding: .utf8)
    let text = try text(name)
    for line in text.split(separator: "\n") where line.contains(/: +[^# ]/) {
      #expect(line.contains(/# .*(\b[HML]\b|M-L)/) || line.hasPrefix("#"), "\(line)")
    }
    for mark in text.matches(of: /\bS[0-9]+\b/) {
      #expect(sources.contains("| \(mark.output) |"), "\(mark.output)")
    }
    #expect(text.contains("# Loss ratio: "))
    #expect(!text.contains("appropriation"))
  }

  @Test(arguments: cities) func theSamePortfolioIsLegalUnderEachCitysRules(name: String) throws {
    let scenario = try TestScenario.example("dongguan_baseline", set: ["rules": name]).scenario
    #expect(scenario.subFunds.allSatisfy { $0.rules != .off })
    #expect(
      scenario.subFunds.allSatisfy {
        $0.rules.fundRaising.isSocialFirst && $0.rules.fundRaising.deadlineInQuarters == 4
          && $0.rules.fundRaising.firstDealInQuarters == 4
          && $0.rules.fundRaising.closeProbability == 0.9
          && $0.rules.fundRaising.delayInQuarters == 2
      })
  }

  /// The obligation is dropped for sub-funds that start after March 2026.
  @Test func shenzhenDropsItsMultiple() throws {
    let funds = try TestScenario.example("dongguan_baseline", set: ["rules": "shenzhen_2018"])
      .scenario.subFunds
    #expect(
      funds.filter { $0.startQuarter == 0 }.map(\.rules.reinvestment.multiple) == [1.75, 1.75])
    #expect(funds.filter { $0.startQuarter > 0 }.allSatisfy { $0.rules.reinvestment == .off })
  }

  private static let base =
    smallScenario
    + "rules: {tolerance: {seed: 10%}, appropriation: {budgets: {2026: 1亿}}, shared_deals: 10%}\n"

  /// Rules of the base are gone, but for what is the scenario's own matter.
  @Test(arguments: [
    "rules: hefei", "rules: {preset: hefei}", "set: {rules: hefei}", "set: {rules.preset: hefei}",
    "set: {rules: {preset: hefei}}",
  ])
  func aPresetReplacesWhatStoodThere(text: String) throws {
    let variant = try LoadedScenario(
      path: "a.yaml",
      load: loading(["a.yaml": "title: x\nbase: x.yaml\n\(text)\n", "x.yaml": Self.base])
    ).scenario
    let plain = try loaded(smallScenario + "title: x\nrules: hefei").scenario
    #expect(variant.subFunds == plain.subFunds)
    #expect(variant.rules.tolerance == plain.rules.tolerance)
    #expect(variant.rules.appropriation?.budgets == [YearlyBudget(year: 2026, amount: 1e8)])
    #expect(variant.rules.sharedDeals == 0.1)
    #expect(plain.rules.appropriation == nil)
  }

  @Test func aPresetMayBeNamedOnTheCommandLine() throws {
    let named = try loaded(Self.base, overrides: ["rules=hefei", "rules.concession.share=10%"])
    #expect(named.scenario.rules.funds.concession.share == 0.1)
    #expect(named.scenario.rules.funds.reinvestment.multiple == 1.5)
    #expect(named.scenario.rules.tolerance.seed == 0.8)
    let off = try loaded(Self.base, overrides: ["rules=none"])
    #expect(off.scenario.rules.tolerance == .off)
    #expect(off.scenario.rules == .off)
  }

  @Test func aVariationChangesSomeKeys() throws {
    let rules = try loaded(
      smallScenario + "rules: {preset: shenzhen_2018, concession: {share: 80%}}"
    ).scenario.rules.funds
    #expect(rules.concession.share == 0.8)
    #expect(rules.concession.recipient == .byShares)
    #expect(rules.reinvestment.multiple == 1.75)
  }

  @Test func aPresetMayBeAFile() throws {
    let files = [
      "plans/a.yaml": smallScenario + "rules: sets/mine.yaml\n",
      "plans/sets/mine.yaml": "preset: shenzhen_2018\nreinvestment: {multiple: 1.2}\n",
    ]
    let scenario = try LoadedScenario(path: "plans/a.yaml", load: loading(files)).scenario
    #expect(scenario.rules.funds.reinvestment.multiple == 1.2)
    #expect(scenario.rules.funds.concession.share == 1)
  }

  @Test func presetsAreValuesOfAFactor() throws {
    let plan = try TestSweep.plan("factors:\n  rules: [none, hefei, {preset: suzhou_522}]\n")
    #expect(plan.cells.map { $0.values[0] } == ["none", "hefei", "{preset: suzhou_522}"])
    let multiples = try plan.cells.map {
      try plan.base.variant($0.settings.map(\.change)).scenario.rules.funds.reinvestment.multiple
    }
    #expect(multiples == [0, 1.5, 1])
  }

  private static let form =
    "must be a preset of this program, or the path of a preset's file (with '/' or ending in .yaml)"

  @Test(arguments: [
    ("rules: hefey", "rules \(form), not hefey; did you mean hefei?"),
    (
      "rules: cn_angel_good",
      "rules \(form), not cn_angel_good; there are dongguan_2024, "
        + "guangzhou_kaifaqu_2025, hefei, none, shenzhen_2018, suzhou_522"
    ),
    (
      "rules: {preset: 5}",
      "rules.preset \(form), not 5; there are dongguan_2024, "
        + "guangzhou_kaifaqu_2025, hefei, none, shenzhen_2018, suzhou_522"
    ),
    (
      "rules: r.yaml", "rules names r.yaml, which cannot be read; its path is relative to this file"
    ),
  ])
  func otherNamesAreRefused(text: String, message: String) {
    #expect(complaints(smallScenario + text) == "x.yaml:3: " + message)
  }
}
