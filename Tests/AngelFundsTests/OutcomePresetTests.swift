import Foundation
import Testing

@testable import AngelFunds

@Suite struct OutcomePresetTests {
  private static let names = BuiltInPreset.names

  private func written(_ preset: String) throws -> String {
    let file = projectFile("Scenarios/outcomes/\(preset).yaml")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return "outcomes:\n" + lines.map { "  \($0)\n" }.joined()
  }

  @Test(arguments: names) func aNameIsWhatItsFileSays(name: String) throws {
    let named = try loaded(smallScenario + "outcomes: \(name)\n")
    let spelled = try loaded(smallScenario + written(name))
    #expect(named.scenario == spelled.scenario)
    #expect(named.resolved == spelled.resolved)
    #expect(named.source.contains("\n# preset: \(name)\n"))
  }

  /// The neutral case is what holds anyway; its file spells out every key.
  @Test func neutralIsTheDefault() throws {
    let named = try loaded(smallScenario + "outcomes: cn_angel_neutral")
    #expect(named.scenario == (try loaded(smallScenario + "outcomes: {engine: rounds}").scenario))
    let file = projectFile("Scenarios/outcomes/cn_angel_neutral.yaml")
    let tree = try ScenarioTree(
      ScenarioText(Array(Data(contentsOf: file)), file: "p.yaml"), as: .preset(.outcomes))
    let keys = ScenarioKeys.all.map(\.path).filter { $0.hasPrefix("outcomes.rounds.") }
    let missing = keys.filter { key in
      key.split(separator: ".").dropFirst().reduce(Optional(tree)) { $0?[String($1)] } == nil
    }
    #expect(keys.count > 80)
    #expect(missing == [])
  }

  @Test func presetsAreWhatTheySay() throws {
    func outcomes(_ name: String) throws -> Outcomes {
      try loaded(smallScenario + "outcomes: \(name)").scenario.outcomes
    }
    let (neutral, good) = (try outcomes("cn_angel_neutral"), try outcomes("cn_angel_good"))
    let stress = try outcomes("cn_angel_stress")
    #expect(good.rounds.nextRoundScale == 1.15)
    #expect(abs(good.rounds.exits.ipo.median / neutral.rounds.exits.ipo.median - 1.3) < 1e-9)
    #expect(stress.rounds.gapScale == 1.3)
    for (index, row) in good.rounds.stages.enumerated() {
      let before = neutral.rounds.stages[index].fates
      let lost = row.fates[0] + row.fates[1]
      #expect(abs(lost - (before[0] + before[1]) * 50 / 65) < 0.002)
    }
    #expect(abs(stress.rounds.stages[4].fates[6] - 0.25 * 0.4) < 1e-12)
    #expect(abs(stress.rounds.exits.secondaryTransfer.median - 0.75 * 0.6) < 1e-12)
    #expect(stress.rounds.ipoWindow.shutShare == 0.4)
    #expect(
      try outcomes("us_correlation_ventures") == (try loaded(smallScenario).scenario.outcomes))
    #expect(try outcomes("shenzhen_2018").engine == .rounds)
  }

  @Test func aVariationChangesSomeKeys() throws {
    let text = "outcomes: {preset: cn_angel_good, quality_shift: 0.1, rounds: {gap_scale: 1.1}}"
    let outcomes = try loaded(smallScenario + text).scenario.outcomes
    #expect(outcomes.qualityShift == 0.1)
    #expect(outcomes.rounds.gapScale == 1.1)
    #expect(outcomes.rounds.nextRoundScale == 1.15)
  }

  private static let base =
    smallScenario + "outcomes: {tail_index: 1.3, ranges: {tail_index: none}}"

  /// Nothing that the base said about outcomes is left.
  @Test(arguments: [
    "outcomes: cn_angel_good", "outcomes: {preset: cn_angel_good}",
    "set: {outcomes: cn_angel_good}", "set: {outcomes: {preset: cn_angel_good}}",
    "set: {outcomes.preset: cn_angel_good}",
  ])
  func aPresetReplacesWhatStoodThere(text: String) throws {
    let variant = try LoadedScenario(
      path: "a.yaml",
      load: loading(["a.yaml": "title: x\nbase: x.yaml\n\(text)\n", "x.yaml": Self.base]))
    let plain = try loaded(smallScenario + "title: x\noutcomes: cn_angel_good")
    #expect(variant.scenario == plain.scenario)
    #expect(variant.source.contains("\n# preset: cn_angel_good\n# Good years"))
  }

  @Test(arguments: [
    "outcomes=cn_angel_good", "outcomes.preset=cn_angel_good", "outcomes={preset: cn_angel_good}",
  ])
  func aPresetMayBeNamedOnTheCommandLine(override: String) throws {
    let named = try loaded(Self.base, overrides: [override])
    let plain = try loaded(smallScenario + "outcomes: cn_angel_good")
    #expect(named.scenario == plain.scenario)
    #expect(named.source.contains("\n# preset: cn_angel_good\n# Good years"))
    let more = try loaded(Self.base, overrides: [override, "outcomes.rounds.gap_scale=2"])
    #expect(more.scenario.outcomes.rounds.gapScale == 2)
    #expect(
      try loaded(Self.base).applying([try #require(KeyOverride(argument: override))])
        .scenario == plain.scenario)
  }

  @Test func ordinaryMappingsAreStillJoined() throws {
    let variant = try LoadedScenario(
      path: "a.yaml",
      load: loading([
        "a.yaml": "base: b.yaml\noutcomes: {quality_shift: 0.1}\n",
        "b.yaml": "base: x.yaml\noutcomes: cn_angel_good\n", "x.yaml": Self.base,
      ]))
    #expect(variant.scenario.outcomes.rounds.nextRoundScale == 1.15)
    #expect(variant.scenario.outcomes.qualityShift == 0.1)
    #expect(variant.scenario.outcomes.tailIndex == 1.4)
  }
}
