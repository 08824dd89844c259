import Stochastics
import Testing

@testable import AngelFunds

/// Calls that wait are counted once: in the year in which they came.
///
/// What waits is told beside it.
@Suite struct BacklogTests {
  /// One fund of 100 million in tranches of 40 % and 60 % with budgets of 40 million in 2026, nothing
  /// in 2027 and 2028, and 60 million in 2029.
  ///
  /// The second tranche comes first in 2027 or later and waits until 2029: a shortfall of 60 million,
  /// once, and a backlog at the end of each year until then. Counted anew each year it was 120.
  @Test func aCallThatWaitsForYearsIsShortOnce() throws {
    let text = TestScenario.plain(companies: 10, dependence: "{market: 0, sector: 0, manager: 0}")
    let scenario = try TestScenario.load(
      text,
      set: [
        "terms.investment_period": "24q", "terms.exit_period": "4y", "terms.extension": "4y",
        "terms.tranches": "[40%, 60%]", "start": "2026Q1",
        "rules.appropriation":
          "{budgets: {2026: 4000万, 2029: 6000万}, carries_over: no, shortfall: delay}",
      ]
    ).scenario
    let path = try RuledPath(scenario)
    var years: Set<Double> = []
    for number in 0..<UInt32(60) {
      let figures = try path.figures(number)
      func year(_ figure: (Int) -> MetricColumn.Figure, _ year: Int) throws -> Double {
        let owner = ScopeID(scope: .motherFund, id: "mother_fund")
        return try #require(figures[MetricColumn(owner: owner, figure: figure(year))])
      }
      let backlogs = try (2026...2030).map { try year(MetricColumn.Figure.backlog, $0) }
      guard path.series().calls[12] == 6e7, backlogs[0] == 0 else { continue }
      let short = try (2026...2030).map { try year(MetricColumn.Figure.shortfall, $0) }
      let needs = try (2026...2030).map { try year(MetricColumn.Figure.needs, $0) }
      guard let came = short.firstIndex(where: { $0 > 0 }) else { continue }  // only in 2029
      #expect(short.reduce(0, +) == 6e7 && short[came] == 6e7)
      #expect(needs.reduce(0, +) == 1e8 && needs[came] >= 6e7)
      #expect(backlogs == (0..<5).map { came <= $0 && $0 < 3 ? 6e7 : 0 })
      #expect(
        figures.value(.motherFund, "mother_fund", .appropriationShortfall) == 6e7)
      #expect(figures.value(.motherFund, "mother_fund", .yearsShort) == Double(3 - came))
      years.insert(Double(came))
    }
    #expect(years == [1, 2])
  }

  /// Whatever the plan, a year's shortfall is at most its calls, and what waits at its end is what
  /// waited before and what it added.
  @Test(arguments: ["multiples", "rounds"]) func aYearIsShortOfItsOwnCallsOnly(
    engine: String
  ) throws {
    let scenario = try TestScenario.example(
      "dongguan_baseline",
      set: [
        "outcomes.engine": engine,
        "rules.appropriation": "{shortfall: delay, budgets: {2026: 5000万, 2027: 9000万, "
          + "2028: 1.2亿, 2029: 1.1亿, 2030: 6000万, 2031: 4000万}}",
      ]
    ).scenario
    let path = try RuledPath(scenario)
    let owner = ScopeID(scope: .motherFund, id: "mother_fund")
    var waiting = 0
    for number in 0..<UInt32(20) {
      let figures = try path.figures(number)
      var before = 0.0
      for year in scenario.calendarYears {
        func value(_ figure: MetricColumn.Figure) -> Double {
          figures[MetricColumn(owner: owner, figure: figure)] ?? -1
        }
        let (short, backlog) = (value(.shortfall(year: year)), value(.backlog(year: year)))
        #expect(short <= value(.needs(year: year)) + 1)
        #expect(backlog <= before + short + 1)
        if backlog > 0 { waiting += 1 }
        before = backlog
      }
    }
    #expect(waiting > 20)
  }

  /// What the direct book cannot call for is not bought: it is short once and waits for nothing.
  @Test func directPurchasesDoNotWait() throws {
    let scenario = try TestScenario.load(
      """
      mother_fund: {size: 10亿, mgmt_fee: 0%}
      anchors: {a: {kind: town}}
      sub_funds: {f: {anchor: a, commitment: 1000万, start: 3y}}
      rules: {appropriation: {shortfall: delay, budgets: {2029: 10亿}}}
      """
    ).scenario
    let path = try RuledPath(scenario)
    for number in 0..<UInt32(10) {
      path.run(number)
      let room = path.buffers.appropriation
      let short = (0..<12).reduce(0) { $0 + room.shortfalls[$1] }
      let needs = (0..<12).reduce(0) { $0 + room.needs[$1] }
      #expect(short > 1e7 && abs(short - needs) < 1)
      #expect((0..<path.model.quarters).allSatisfy { room.waiting[$0] == 0 })
      // The need of later quarters is that of their own purchases.
      for quarter in 12..<path.model.quarters {
        #expect(abs(room.needs[quarter] - path.buffers.series[quarter]) < 1)
      }
    }
  }

  /// With a lender the backlog is what it is owed: 50 million lent in 2026 at 4 % a year, paid back
  /// from the budget of 2027.
  @Test func aLendersClaimIsBacklog() throws {
    let lab = try MotherLab(Appropriation([0, 1e9]), calls: [1: 50e6])
    #expect(lab.room.backlog[0] == 0)
    #expect(lab.room.backlog[1] == 50e6)
    #expect(abs(lab.room.backlog[3] - 50e6 * 1.01 * 1.01) < 1e4)
    #expect(lab.room.backlog[4] == 0)
    #expect(lab.sum(lab.room.shortfalls) == 50e6)
    #expect(lab.room.lent[1] == 50e6 && abs(lab.sum(lab.room.lent)) < 1)
  }
}
