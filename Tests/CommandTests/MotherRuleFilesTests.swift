import Foundation
import Testing

/// What a run with budgets, tolerance and evaluation writes and shows.
@Suite struct MotherRuleFilesTests {
  private let place: Workplace
  private let outcome: Outcome

  init() throws {
    place = try Workplace()
    try place.copyExample("minimal.yaml")
    outcome = try place.run(
      ["run", "minimal.yaml", "--paths", "60"] + FinishedRun.sevenYears + [
        "--set", "rules.appropriation.budgets={2026: 2000万, 2027: 3000万, 2028: 2000万}",
        "--set", "rules.evaluation=yes", "--set", "rules.tolerance.angel=40%",
      ])
  }

  @Test func evaluationIsAFileOfItsOwn() throws {
    let table = try CSVTable(place.text("Reports/minimal/evaluation.csv"))
    #expect(
      table.header == ["year", "indicator", "label", "max", "mean", "mean_se", "simulated"])
    #expect(table.rows.count == 7 * 22)
    for (mean, isSimulated) in zip(try table.column("mean"), try table.column("simulated")) {
      #expect(mean.isEmpty == (isSimulated == "no"))
    }
  }

  @Test func budgetsHaveItemsOfTheirOwn() throws {
    let table = try CSVTable(place.text("Reports/minimal/budget.csv"))
    #expect(
      Set(try table.column("item")) == [
        "contributions", "distributions", "calls", "budget", "shortfall", "backlog",
        "shortfall_probability",
      ])
    let budgets = table.rows.filter { $0[0] == "mother_fund" && $0[4] == "budget" }.map { $0[6] }
    #expect(budgets == ["20000000", "30000000", "20000000", "0", "0", "0", "0"])
    let given = table.rows.filter { $0[4] == "budget" }
    for column in table.header.indices where table.header[column].hasSuffix("_se") {
      #expect(given.allSatisfy { $0[column] == "0" }, "\(table.header[column])")
    }
    let units = Set(zip(try table.column("item"), try table.column("unit")).map { "\($0) \($1)" })
    #expect(units.contains("shortfall_probability share"))
    #expect(units.contains("shortfall CNY"))
  }

  @Test func theScreenShowsBudgetsInEightyColumns() throws {
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("P90 (! > budget)"))
    let english = try place.run("report", "Reports/minimal")
    #expect(english.output.contains("P(short)"))
    #expect(wideLines(english.output) == [])
    let chinese = try place.run("report", "Reports/minimal", "--lang", "zh")
    #expect(chinese.output.contains("不足概率"))
    #expect(wideLines(chinese.output) == [])
    let years = chinese.output.split(separator: "\n").filter { $0.hasPrefix("20") }
    #expect(years.count == 6)
    #expect(years.allSatisfy { !$0.contains("…") })
  }
}
