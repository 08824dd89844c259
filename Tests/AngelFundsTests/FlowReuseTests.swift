import Stochastics
import Testing

@testable import AngelFunds

/// Flows that are kept of one scenario and found by another change no figure.
@Suite struct FlowReuseTests {
  private let settings = SimulationSettings(paths: 270, seed: 5, jobs: 2)

  private static let changes = [
    [], ["sub_funds.songshan_lake_1.commitment=9000万"], ["terms.carry=15%"],
    ["terms.hurdle=compounding", "terms.catch_up=100%"], ["terms.mgmt_fee.exit_period=1%"],
    ["mother_fund.mgmt_fee=0.4%"], ["terms.investment_period=3y"], ["outcomes.tail_index=1.2"],
    ["dependence.market=0.3"], ["anchors.songshan_lake.quality_shift=0"],
    ["sub_funds.yinping_1.start=7q"], ["direct.share=5%"], ["terms.tranches=[50%, 50%]"],
    ["term_end.sale_share_of_nav=40%"], ["sub_funds.town_1.stream=other"], ["terms.carry=20%"],
    ["sub_funds.town_1.mother_share=30%"], ["anchors.town.sectors={biomedicine: 1}"],
    ["anchors.songshan_lake.companies_a_year=4"],
    ["anchors.songshan_lake.companies_a_year=4", "sub_funds.songshan_lake_1.commitment=9000万"],
    ["outcomes.engine=rounds"], ["outcomes.engine=rounds", "terms.carry=15%"],
    ["outcomes.engine=rounds", "terms.follow_on.reserve=10%"],
    ["outcomes.engine=rounds", "outcomes.rounds.marks.policy=cost"], ["term_end.mode=in_kind"],
    Self.raising, Self.raising + ["terms.carry=15%"],
    Self.raising + ["rules.concession.form=excess", "rules.concession.share=100%"],
    Self.raising + ["rules.fund_raising.social_first=no"],
    Self.raising + ["sub_funds.songshan_lake_1.commitment=9000万"],
    ["rules.concession.form=excess", "rules.concession.floor_rate=3%"],
    ["outcomes.engine=rounds", "rules.concession.form=buyout"],
    ["outcomes.engine=rounds", "rules.state_exit={delay: 3q, price_floor: 95%}"],
    ["terms.recycling=30%"], ["terms.waterfall=deal_by_deal", "terms.clawback=50%"],
    ["terms.clawback=50%"], ["rules.limits.eligibility.policy=skip"],
    [
      "rules.reinvestment={multiple: 2, consequences: {withhold_below: 100%, fee_deduction: 30%}}"
    ],
    ["start=2026Q3", Self.budgets], ["start=2026Q3"],
    [Self.budgets, "rules.appropriation.shortfall=delay", "rules.reinvestment.multiple=2"],
  ]

  private static let budgets = "rules.appropriation.budgets={2026: 5000万, 2027: 1亿, 2029: 2亿}"

  private static let raising = [
    "rules.fund_raising={close_probability: 60%, delay: 2q, smaller_probability: 40%, "
      + "late_probability: 30%, social_first: yes, first_deal_within: 12m, released: later_funds}"
  ]

  /// Simulators with room for nothing, for some, and for all go through every change; each figure
  /// must be that of a full run of its own.
  @Test func giveTheFiguresOfAFullRun() async throws {
    let base = try TestScenario.example("dongguan_baseline")
    let simulators = [0, 2_000_000, 1 << 30].map {
      HeadlineSimulator(settings: settings, capacity: $0)
    }
    for change in Self.changes {
      let overrides = change.compactMap { KeyOverride(argument: $0) }
      let scenario = try base.applying(overrides).scenario
      let fresh = try await HeadlineSimulator(settings: settings).figures(of: scenario)
      for (number, simulator) in simulators.enumerated() {
        let kept = try await simulator.figures(of: scenario)
        #expect(bits(kept) == bits(fresh), "\(change), simulator \(number)")
      }
    }
  }

  @Test func equalTheFiguresInTheStoreOfARun() async throws {
    let base = try TestScenario.example("dongguan_baseline")
    let simulator = HeadlineSimulator(settings: settings)
    for change in Self.changes.prefix(4) + Self.changes.suffix(10) {
      let overrides = change.compactMap { KeyOverride(argument: $0) }
      let loaded = try base.applying(overrides)
      let run = try await TestRun(loaded, paths: settings.paths, seed: settings.seed)
      let expected = try HeadlineWorker.metrics.map {
        let isOff = $0.rule.map { !ActiveRules(loaded.scenario).contains($0) } ?? false
        let figures = try run.figures(.motherFund, "mother_fund", $0)
        return try isOff
          ? [Double](repeating: .nan, count: settings.paths) : #require(figures, "\(change)")
      }
      let figures = try await simulator.figures(of: loaded.scenario)
      #expect(bits(figures) == bits(expected), "\(change)")
    }
  }

  @Test func holdWithASequentialGenerator() async throws {
    let generator = try #require(Generator(named: "mt19937"))
    let settings = SimulationSettings(paths: 300, seed: 5, generator: generator)
    let base = try TestScenario.example("minimal")
    let simulator = HeadlineSimulator(settings: settings)
    for change in [[], ["terms.carry=15%"], ["mother_fund.mgmt_fee=0.4%"]] {
      let scenario = try base.applying(change.compactMap { KeyOverride(argument: $0) }).scenario
      let kept = try await simulator.figures(of: scenario)
      let fresh = try await HeadlineSimulator(settings: settings).figures(of: scenario)
      #expect(bits(kept) == bits(fresh))
    }
  }

  private func bits(_ columns: [[Double]]) -> [[UInt64]] { columns.map { $0.map(\.bitPattern) } }
}
