import Stochastics
import Testing

@testable import AngelFunds

/// Legal but extreme inputs: nothing infinite, no trap, books that reconcile.
@Suite struct HostileNumberTests {
  private func figures(_ text: String, paths: Range<UInt32>) throws -> [[MetricColumn: Double]] {
    let path = try RuledPath(TestScenario.load(text).scenario)
    #expect(path.imbalance(paths: paths) == nil)
    return try paths.map { try path.figures($0) }
  }

  /// With a tail index of 10 and a truncation of 500 the tail's scale, 1 − (10/500)^10, is 1 in
  /// floating point; so is the probability of a latent of 9 deviations.
  ///
  /// The quantile there is the truncation.
  @Test func aMultipleIsNeverAboveItsTruncation() throws {
    let text = """
      anchors: {towns: {kind: town, quality_shift: 3}}
      sub_funds: {towns_1: {anchor: towns, commitment: 5000万}}
      outcomes: {tail_index: 10, quality_shift: 3}
      """
    let arena = ModelArena()
    let outcomes = try TestScenario.load(text).scenario.outcomes
    withExtendedLifetime(arena) {
      let table = OutcomeTable(outcomes, arena: arena)
      for latent in [8.2, 9, 12, 40, .infinity] {
        let multiple = table.outcome(latent: latent).multiple
        #expect(multiple > 10 && multiple <= 500 * (1 + 1e-12))
      }
      #expect(abs(table.outcome(latent: .infinity).multiple - 500) < 1e-9)
    }
    for path in try figures(text, paths: 0..<300) {
      #expect(path.values.allSatisfy { $0.isNaN || $0.isFinite })
    }
  }

  /// Contributors who pay nothing, as a lender pays all and is paid back from distributions, still
  /// receive what the years say that they receive.
  @Test func whoPaysNothingStillReceives() throws {
    let scenario = try TestScenario.load(
      """
      rules: {appropriation: {budgets: {2039: 10亿}, shortfall: bridge}}
      anchors: {a: {kind: town}}
      sub_funds: {f: {anchor: a, commitment: 1亿}}
      direct: {share: 0%}
      mother_fund: {mgmt_fee: 0%}
      """
    ).scenario
    let path = try RuledPath(scenario)
    let owner = ScopeID(scope: .motherFund, id: "mother_fund")
    var free = 0
    for number in 0..<UInt32(60) {
      let figures = try path.figures(number)
      let yearly = scenario.calendarYears.reduce(0) {
        $0 + (figures[MetricColumn(owner: owner, figure: .distributions(year: $1))] ?? 0)
      }
      let received = try #require(figures.value(.motherFund, "mother_fund", .distributions))
      #expect(abs(received - yearly) < 0.5)
      if figures.value(.motherFund, "mother_fund", .paidIn) == 0 {
        free += 1
        #expect(figures.value(.motherFund, "mother_fund", .tvpi) == nil)
      }
      let idle = figures.value(.motherFund, "mother_fund", .idleCashShare) ?? 0
      #expect(idle <= 1)
    }
    #expect(free > 3)
  }

  /// A company that loses all on a straight line is worth 6e-10 yuan at the end by rounding: that is
  /// nothing, in the figures as in the story.
  @Test func aResidueOfRoundingIsNoProceeds() throws {
    let loaded = try TestScenario.load(
      """
      mother_fund: {fund_life: 45q, commitment_period: 14q}
      rules: {state_exit: {delay: 29q}}
      anchors: {a: {kind: town}}
      sub_funds: {f: {anchor: a, commitment: 1亿, investment_period: 4q, exit_period: 4q, extension: 0q}}
      direct: {share: 10%, investment_period: 34q}
      """
    )
    let settings = SimulationSettings(paths: 20, seed: 1)
    for number in 0..<20 {
      let path = try RecordedPath(
        loaded.scenario, settings: settings, path: UInt32(number))
      #expect(path.companyProceeds.allSatisfy { $0 >= 0.01 })
      #expect(try PathTrace(loaded, settings: settings, path: number).reconciliation.reconciles)
    }
  }

  /// A grade of 100 % that is reached after money was received left the stake with a value below
  /// zero, and DPI above TVPI.
  @Test func valueIsNeverBelowZero() throws {
    let all = try figures(
      """
      rules: {concession: {form: graded, grades: {g0: {share: 100%, placed: 10%}}}}
      anchors: {a: {kind: town}}
      sub_funds: {f0: {anchor: a, commitment: 1亿}}
      outcomes: shenzhen_2018
      direct: {share: 0%}
      """, paths: 0..<200)
    for figures in all {
      for (dpi, tvpi) in [(Metric.dpi5, Metric.tvpi5), (.dpi7, .tvpi7), (.dpi10, .tvpi10)] {
        let paid = figures.value(.motherFund, "mother_fund", dpi) ?? 0
        let whole = figures.value(.motherFund, "mother_fund", tvpi) ?? 0
        #expect(paid <= whole + 1e-9)
      }
    }
  }

  /// Twenty thousand companies of three funds, a fifth of them shared: a few steps each.
  @Test func sharingIsNearLinear() throws {
    func seconds(_ scale: Int) throws -> Double {
      let scenario = try TestScenario.load(
        """
        mother_fund: {size: \(scale)亿, fund_life: 12q, commitment_period: 1q, mgmt_fee: 0%}
        rules: {shared_deals: 20%}
        anchors: {a: {kind: town, companies_a_year: unlimited}}
        terms:
          mother_share: 50%
          investment_period: 1q
          exit_period: 1q
          extension: 0q
          mgmt_fee: {investment_period: 0%, exit_period: 0%}
          ticket: {median: 100万, log_sd: 0.1}
        sub_funds: {f: {anchor: a, commitment: \(scale / 4)亿}, g: {anchor: a, commitment: \(scale / 4)亿}}
        direct: {share: 0%}
        """
      ).scenario
      let path = try RuledPath(scenario)
      path.run(0)
      return (1..<4).map { (number: UInt32) in
        let clock = ContinuousClock()
        return clock.measure { path.run(number) } / .seconds(1)
      }.min() ?? 0
    }
    // Four times the companies took sixteen times as long.
    #expect(try seconds(32) < 9 * seconds(8))
  }
}
