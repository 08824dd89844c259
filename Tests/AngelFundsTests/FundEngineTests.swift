import Testing

@testable import AngelFunds

/// What funds and anchors say for engine `rounds`: follow-ons, an engine of their own, deal flow.
@Suite struct FundEngineTests {
  private func read(_ text: String) throws -> Scenario { try loaded(smallScenario + text).scenario }

  private static func funds(_ engines: [String]) -> String {
    let funds = engines.enumerated().map { number, engine in
      "  f\(number): {anchor: lake, commitment: 1亿, outcomes: {engine: \(engine)}}\n"
    }
    return "anchors: {lake: {kind: town}}\nsub_funds:\n" + funds.joined()
  }

  @Test func fundsTakeOverTheScenariosEngineUnlessTheyNameOne() throws {
    #expect(try read("").subFunds[0].engine == .multiples)
    let rounds = try read("outcomes: {engine: rounds}\ndirect: {outcomes: {engine: multiples}}")
    #expect(rounds.subFunds[0].engine == .rounds)
    #expect(rounds.direct.engine == .multiples)
    let mixed = try loaded(Self.funds(["rounds", "multiples"])).scenario
    #expect(mixed.subFunds.map(\.engine) == [.rounds, .multiples])
    #expect(mixed.outcomes.engine == .multiples)
    #expect(mixed.direct.engine == .multiples)
  }

  @Test(arguments: [
    (["multiples"], "", ["holding_scale", "quality_shift", "tail_index", "truncation"]),
    (
      ["rounds"], "direct: {share: 0%}",
      [
        "quality_shift", "rounds.exits.ipo.price", "rounds.gap_scale", "rounds.next_round_scale",
        "rounds.step_up_gain_scale",
      ]
    ),
    (
      ["rounds"], "",
      [
        "holding_scale", "quality_shift", "rounds.exits.ipo.price", "rounds.gap_scale",
        "rounds.next_round_scale", "rounds.step_up_gain_scale", "tail_index", "truncation",
      ]
    ),
    (
      ["multiples"], "outcomes: {ranges: {rounds.gap_scale: [0.9, 1.1], tail_index: none}}",
      ["holding_scale", "quality_shift", "rounds.gap_scale", "truncation"]
    ),
  ])
  func builtInRangesAreOfEnginesInUse(engines: [String], more: String, keys: [String]) throws {
    let scenario = try loaded(Self.funds(engines) + more).scenario
    let paths = scenario.ranges.map(\.path).filter { $0.hasPrefix("outcomes.") }
    #expect(paths == keys.map { "outcomes." + $0 })
  }

  @Test func followOnsAreInherited() throws {
    #expect(
      try read("").subFunds[0].terms.followOn
        == FollowOn(policy: .proRata, reserve: 0.3, byStage: [0.5, 0.5, 0.25, 0]))
    let text = """
      terms: {follow_on: {policy: by_stage, reserve: 40%, by_stage: {round_a: 1, pre_ipo: 0.1}}}
      direct: {follow_on: {policy: none}}
      set: {sub_funds.one.follow_on.by_stage.round_b: 0.75}
      """
    let scenario = try read(text)
    #expect(
      scenario.subFunds[0].terms.followOn
        == FollowOn(policy: .byStage, reserve: 0.4, byStage: [1, 0.75, 0.25, 0.1]))
    #expect(
      scenario.direct.followOn
        == FollowOn(policy: .none, reserve: 0.4, byStage: [1, 0.5, 0.25, 0.1]))
  }

  @Test func dealFlowHasALimitAndASpread() throws {
    let plain = try read("")
    #expect(plain.anchors[0].dealFlow.companiesAYear == 15)
    #expect(plain.anchors[0].dealFlow.qualitySpread == 0.25)
    #expect(plain.direct.dealFlow.companiesAYear == nil)
    let text = """
      direct: {companies_a_year: 2.5, quality_spread: 0}
      set: {anchors.lake.companies_a_year: unlimited, anchors.lake.quality_spread: 3}
      """
    let scenario = try read(text)
    #expect(scenario.anchors[0].dealFlow.companiesAYear == nil)
    #expect(scenario.anchors[0].dealFlow.qualitySpread == 3)
    #expect(scenario.direct.dealFlow.companiesAYear == 2.5)
    #expect(scenario.direct.dealFlow.qualitySpread == 0)
    #expect(try loaded(smallScenario + text).resolved.contains("companies_a_year: unlimited\n"))
  }

  @Test func unsoldStakesMayBeHandedOver() throws {
    #expect(try read("").termEnd.mode == .sale)
    #expect(try read("term_end: {mode: in_kind}").termEnd.mode == .inKind)
  }

  @Test(arguments: [
    (
      "direct: {companies_a_year: 0}",
      "direct.companies_a_year must be a number above 0 and up to "
        + "100000, or unlimited, not 0"
    ),
    ("direct: {quality_spread: 4}", "direct.quality_spread must be a number from 0 to 3, not 4"),
    (
      "direct: {outcomes: {engine: dice}}",
      "direct.outcomes.engine must be one of multiples, rounds, not dice"
    ),
    (
      "direct: {outcomes: {tail_index: 1}}",
      "direct.outcomes.tail_index is not a known key here; did you mean outcomes.tail_index?"
    ),
    (
      "terms: {follow_on: {policy: some}}",
      "terms.follow_on.policy must be one of none, pro_rata, "
        + "by_stage, to_limit, not some"
    ),
    (
      "terms: {follow_on: {reserve: 100%}}",
      "terms.follow_on.reserve must be a share from 0% to "
        + "below 100%, such as 20% or 0.2, not 100%"
    ),
    (
      "terms: {follow_on: {by_stage: {angel: 1}}}",
      "terms.follow_on.by_stage.angel is not a known "
        + "key here; did you mean outcomes.rounds.stages.angel?"
    ),
    ("term_end: {mode: gift}", "term_end.mode must be one of sale, in_kind, not gift"),
  ])
  func otherValuesAreRefused(text: String, message: String) {
    #expect(complaints(smallScenario + text) == "x.yaml:3: " + message)
  }

  /// Only one of the two problems is about what the fund takes over.
  @Test func anEngineThatIsNoneIsToldOnce() {
    #expect(
      complaints(smallScenario + "outcomes: {engine: dice}")
        == "x.yaml:3: outcomes.engine must be one of multiples, rounds, not dice")
  }
}
