import Stochastics
import Testing

@testable import AngelFunds

/// The most that contributors would have to pay in one year without budgets.
@Suite struct AppropriationPeakTests {
  /// From the third quarter of 2026: 10m + 5m in 2026, 12m + 4m in 2027, 15m in 2028.
  ///
  /// Budgets of 10m and 1m change what is paid, but not what would have to be.
  @Test func isTheLargestCalendarYear() throws {
    let calls: [Int: Double] = [0: 10e6, 1: 5e6, 2: 12e6, 5: 4e6, 6: 15e6]
    let lab = try MotherLab(Appropriation([10e6, 1e6]), calls: calls, start: "2026Q3")
    let years = CalendarYears(try MotherLab.scenario(nil, start: "2026Q3"))
    #expect(years.largestYear(lab.room.needs, quarters: 12) == 16e6)
    #expect(years.largestYear(lab.series.calls, quarters: 12) != 16e6)
    let fromJanuary = CalendarYears(try MotherLab.scenario(nil))
    #expect(fromJanuary.largestYear(lab.room.needs, quarters: 12) == 27e6)
  }

  @Test(arguments: ["none", "bridge", "delay"])
  func isTheLargestOfTheYearlyColumnsOnEveryPath(_ shortfall: String) async throws {
    let rules = [
      "rules.appropriation.budgets": "{2026: 3000万, 2028: 8000万}",
      "rules.appropriation.shortfall": shortfall,
    ]
    let hasBudgets = shortfall != "none"
    let loaded = try TestScenario.example(
      "minimal", set: (hasBudgets ? rules : [:]).merging(["start": "2026Q4"]) { $1 })
    let run = try await TestRun(loaded, paths: 60)
    let owner = ScopeID(scope: .motherFund, id: "mother_fund")
    let columns = try loaded.scenario.calendarYears.map { year in
      try #require(
        try run.store.figures(
          MetricColumn(
            owner: owner, figure: hasBudgets ? .needs(year: year) : .contributions(year: year))))
    }
    let peaks = try #require(try run.figures(.motherFund, "mother_fund", .appropriationPeak))
    for path in peaks.indices { #expect(peaks[path] == columns.map { $0[path] }.max()) }
    #expect(Set(peaks).count > 30)
    let rows = run.summary.rows.filter { $0.metric == "appropriation_peak" }
    #expect(rows.map(\.owner) == [owner] && rows.map(\.unit) == [.yuan])
    #expect(rows[0].quantiles.count == 5)
  }
}
