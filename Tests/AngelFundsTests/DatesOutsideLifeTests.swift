import Testing

@testable import AngelFunds

/// What is dated outside the fund's life is told.
///
/// A plan once named 5亿 for 2026 and started in 2027: the money was never asked for, every year had
/// a shortfall, and `check` said that it fits.
@Suite struct DatesOutsideLifeTests {
  private static let budgets = "rules: {appropriation: {budgets: {2026: 1亿, 2040: 1亿}}}\n"
  private static let before =
    "3: rules.appropriation.budgets.2026 lies before the fund's first year, 2027 (start 2027Q1), "
    + "so that its 1亿 would never be asked for; give it to another year, or leave it out"

  /// Fifteen years from the first quarter of 2026 end with 2040.
  @Test func theFirstAndTheLastYearHaveBudgets() throws {
    #expect(complaints(smallScenario + Self.budgets) == "nothing")
    let late = smallScenario + "rules: {appropriation: {budgets: {2041: 1亿}}}\n"
    #expect(
      complaints(late) == "x.yaml:3: rules.appropriation.budgets.2041 lies after the fund's last "
        + "year, 2040 (start 2026Q1, mother_fund.fund_life 15y), so that its 1亿 would never be "
        + "asked for; give it to another year, or leave it out")
    #expect(complaints(late, overrides: ["start=2026Q2"]) == "nothing")
  }

  @Test func aStartThatIsMovedLosesNoYearInSilence() {
    let message = complaints(smallScenario + Self.budgets, overrides: ["start=2027Q1"])
    #expect(message == "x.yaml:" + Self.before)
    #expect(
      complaints(smallScenario + Self.budgets, overrides: ["mother_fund.fund_life=14y"])
        .contains("budgets.2040 lies after the fund's last year, 2039"))
    #expect(
      complaints(smallScenario, overrides: ["rules.appropriation.budgets={2025: 1亿}"])
        .hasPrefix("--set: rules.appropriation.budgets.2025 lies before"))
  }

  @Test func aCellThatLosesAYearIsInvalid() throws {
    let files = [
      "x.yaml": smallScenario + Self.budgets,
      "s.yaml": "base: x.yaml\nfactors: {start: [2026Q1, 2026Q2], paths: [2]}\n",
      "t.yaml": "base: x.yaml\nfactors: {start: [2026Q1, 2027Q1], paths: [2]}\n",
    ]
    let plan = try SweepPlan(path: "s.yaml", load: loading(files))
    #expect(plan.cells.map(\.legality) == [.legal, .legal])
    do {
      _ = try SweepPlan(path: "t.yaml", load: loading(files))
      Issue.record("the sweep is accepted")
    } catch {
      #expect("\(error)" == "x.yaml:" + Self.before)
    }
  }

  /// A range's end is read as the scenario is: no end may leave a budget behind.
  @Test func rangesKeepBudgetsInside() {
    let text =
      smallScenario + Self.budgets + "mother_fund: {ranges: {fund_life: [14y, 15y]}}\n"
    #expect(
      complaints(text).hasPrefix(
        "x.yaml:4: mother_fund.ranges.fund_life (end 14y) does not fit: "
          + "rules.appropriation.budgets.2040 lies after"))
  }

  @Test(arguments: [
    (
      "rules: {valid_from: 2030}",
      "x.yaml:3: rules.valid_from is 2030Q1, later than every sub-fund's start (the last is "
        + "2026Q1): concession, reinvestment, limits and fund_raising hold for no sub-fund but by "
        + "its own rules"
    ),
    (
      "rules: {changes: {new: {valid_from: 2026Q2, reinvestment: {multiple: 1}}}}",
      "x.yaml:3: rules.changes.new.valid_from is 2026Q2, later than every sub-fund's start (the "
        + "last is 2026Q1): the change holds for no sub-fund"
    ),
    (
      "rules: {tolerance: {angel: 40%, first_review: 15y}}",
      "x.yaml:3: rules.tolerance.first_review is 15y, not before the end of "
        + "mother_fund.fund_life (15y): losses are judged at liquidation only"
    ),
    (
      "mother_fund: {first_phase: {size: 5亿, ends: 4y}}",
      "x.yaml:3: mother_fund.first_phase.ends is 4y, not before the end of "
        + "mother_fund.commitment_period (4y): no sub-fund can be promised what mother_fund.size "
        + "has beyond first_phase.size"
    ),
  ])
  func whatDoesNothingIsToldOf(text: String, warning: String) throws {
    #expect(try loaded(smallScenario + text).warnings.map(\.description) == [warning])
  }

  @Test(arguments: [
    "", "rules: {valid_from: 2026Q1}", "rules: shenzhen_2018\nstart: 2027Q1",
    "rules: {changes: {new: {valid_from: 2026Q1, reinvestment: {multiple: 1}}}}",
    "rules: {tolerance: {angel: 40%, first_review: 59q}}",
    "mother_fund: {first_phase: {size: 5亿, ends: 15q}}",
  ])
  func whatWorksIsNotWarnedOf(text: String) throws {
    #expect(try loaded(smallScenario + text).warnings.isEmpty)
  }
}
