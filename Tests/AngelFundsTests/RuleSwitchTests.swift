import Stochastics
import Testing

@testable import AngelFunds

/// Each rule by itself: switched off it changes no bit, whatever else of it is written; switched on
/// it makes and loses no money.
@Suite struct RuleSwitchTests {
  struct Rule: CustomTestStringConvertible, Sendable {
    let name: String
    /// Keys that are written either way.
    var keys: [String: String] = [:]
    let off: [String: String]
    let on: [String: String]
    var testDescription: String { name }
  }

  private static let raising = "rules.fund_raising."

  static let rules = [
    Rule(
      name: "excess", keys: ["rules.concession.share": "80%"],
      off: ["rules.concession.form": "none"], on: ["rules.concession.form": "excess"]),
    Rule(
      name: "graded", keys: ["rules.concession.grades": "{all: {share: 90%}}"],
      off: ["rules.concession.form": "none"], on: ["rules.concession.form": "graded"]),
    Rule(
      name: "buyout", keys: ["rules.concession.buyout.partners_part": "60%"],
      off: ["rules.concession.form": "none"], on: ["rules.concession.form": "buyout"]),
    Rule(
      name: "reinvestment",
      keys: [
        "rules.reinvestment.relocated.counts": "yes",
        "rules.reinvestment.consequences.fee_deduction": "50%",
        "rules.reinvestment.consequences.withhold_below": "90%",
        "rules.reinvestment.local_alpha": "-20%",
      ],
      off: ["rules.reinvestment.multiple": "0"], on: ["rules.reinvestment.multiple": "1.6"]),
    Rule(
      name: "eligibility", keys: ["rules.limits.eligibility.heads": "50"],
      off: ["rules.limits.eligibility.policy": "off"],
      on: ["rules.limits.eligibility.policy": "skip"]),
    Rule(
      name: "closing", keys: [raising + "deadline": "6m", raising + "released": "later_funds"],
      off: [raising + "close_probability": "100%"],
      on: [raising + "close_probability": "60%", raising + "smaller_probability": "40%"]),
    Rule(
      name: "late partners", keys: [raising + "late_by": "3q"],
      off: [raising + "late_probability": "0%"],
      on: [raising + "late_probability": "50%", raising + "social_first": "yes"]),
    Rule(
      name: "first deal", off: [raising + "first_deal_within": "none"],
      on: [raising + "first_deal_within": "3m"]),
    Rule(
      name: "tolerance", keys: ["rules.tolerance.measure": "gross"],
      off: ["rules.tolerance.angel": "none"],
      on: ["rules.tolerance.angel": "40%", "rules.tolerance.first_review": "3y"]),
    Rule(
      name: "bridge",
      keys: ["rules.appropriation.bridge_rate": "9%", "rules.appropriation.carries_over": "no"],
      off: [:], on: ["rules.appropriation.budgets": "{2026: 1亿, 2027: 2亿, 2028: 2亿}"]),
    Rule(
      name: "waiting calls", keys: ["rules.appropriation.shortfall": "delay"], off: [:],
      on: ["rules.appropriation.budgets": "{2026: 1亿, 2027: 2亿, 2028: 2亿, 2030: 3亿}"]),
    Rule(
      name: "advance draw", keys: ["rules.appropriation.draw": "in_advance"], off: [:],
      on: ["rules.appropriation.budgets": "{2026: 2亿, 2027: 2亿, 2028: 2亿, 2029: 3亿}"]),
    Rule(
      name: "state exit", off: ["rules.state_exit": "{delay: 0q, price_floor: 0%}"],
      on: ["rules.state_exit": "{delay: 3q, price_floor: 95%}"]),
    Rule(
      name: "shared deals", off: ["rules.shared_deals": "0%"],
      on: ["rules.shared_deals": "30%"]),
    Rule(
      name: "evaluation", off: ["rules.evaluation": "no"], on: ["rules.evaluation": "yes"]),
    Rule(
      name: "deal by deal", keys: ["terms.clawback": "50%"], off: ["terms.carry": "0%"],
      on: ["terms.waterfall": "deal_by_deal"]),
    Rule(
      name: "recycling", off: ["terms.recycling": "0%"], on: ["terms.recycling": "30%"]),
  ]

  /// A plan whose companies live through rounds, where every rule can be on.
  private func scenario(_ sets: [String: String]...) throws -> Scenario {
    let set = sets.reduce(["outcomes.engine": "rounds"]) { $0.merging($1) { $1 } }
    return try TestScenario.example("dongguan_baseline", set: set).scenario
  }

  /// Every series of some paths, bit by bit.
  private func bits(_ scenario: Scenario) throws -> [UInt64] {
    let model = CompiledModel(scenario)
    let buffers = PathBuffers(model)
    var source = try RandomSource(generator: .philox, seed: 11)
    var bits: [UInt64] = []
    for path in 0..<UInt32(12) {
      var silence = NoRecording()
      _ = PathSimulation(model, buffers: buffers).run(
        path: path, source: &source, recorder: &silence)
      let series = ScopeSeries(
        buffers.series, scope: SeriesLayout.motherFund, layout: buffers.layout)
      bits += (0..<buffers.layout.scopeCount * Series.allCases.count * buffers.layout.quarters)
        .map { buffers.series[$0].bitPattern }
      bits += (0..<model.quarters).map { series.nav[$0].bitPattern }
    }
    return bits
  }

  @Test(arguments: rules) func offItChangesNoBit(rule: Rule) throws {
    // Deal by deal is a way of paying carry: without carry both ways are one.
    let base = rule.name == "deal by deal" ? rule.off : [:]
    let off = rule.name == "deal by deal" ? rule.on : rule.off
    let plain = try scenario(base)
    #expect(try bits(plain) == bits(try scenario(base, rule.keys, off)))
    #expect(plain.metricColumns == (try scenario(base, rule.keys, off)).metricColumns)
  }

  /// Rules of other sections than the rule's own, all on.
  private func others(than rule: Rule) -> [String: String] {
    let sections = [
      "rules.concession": "{form: excess, share: 40%}",
      "rules.reinvestment": "{multiple: 0.8, consequences: {fee_deduction: 30%}}",
      "rules.fund_raising": "{close_probability: 80%, delay: 1q, first_deal_within: 12m}",
      "rules.appropriation": "{budgets: {2026: 1亿, 2027: 2亿, 2028: 4亿}}",
      "rules.tolerance": "{angel: 30%}",
    ]
    let own = Set(rule.keys.keys).union(rule.off.keys).union(rule.on.keys)
    return sections.filter { section in !own.contains { $0.hasPrefix(section.key) } }
  }

  /// The same where other rules are on.
  @Test(arguments: rules) func offItChangesNoBitBesideOthers(rule: Rule) throws {
    guard rule.name != "deal by deal" else { return }
    let others = others(than: rule)
    #expect(try bits(scenario(others)) == bits(scenario(others, rule.keys, rule.off)))
  }

  @Test(arguments: rules) func onItConservesMoney(rule: Rule) throws {
    let on = try scenario(rule.keys, rule.on)
    #expect(try on.imbalance(paths: 0..<60) == nil)
    let measuresOnly = ["tolerance", "evaluation"].contains(rule.name)
    if !measuresOnly { #expect(try bits(on) != bits(try scenario([:]))) }
  }
}
