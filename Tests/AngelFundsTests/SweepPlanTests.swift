import Foundation
import Testing

@testable import AngelFunds

@Suite struct SweepPlanTests {
  private func values(_ text: String) throws -> [[String]] {
    try TestSweep.plan(text).cells.map(\.values)
  }

  @Test func aGridHasEveryCombination() throws {
    let plan = try TestSweep.plan(
      """
      factors:
        terms.carry: [10%, 20%]
        terms.hurdle_rate: {from: 4%, to: 8%, step: 2%}
      """)
    #expect(plan.columns == ["terms.carry", "terms.hurdle_rate"])
    #expect(plan.cells.map(\.id) == (1...6).map(String.init))
    #expect(
      plan.cells.map(\.values) == [
        ["10%", "4%"], ["10%", "6%"], ["10%", "8%"], ["20%", "4%"], ["20%", "6%"], ["20%", "8%"],
      ])
    #expect(plan.cells.allSatisfy { $0.legality == .legal })
  }

  @Test(arguments: [
    ("{from: 3y, to: 5y, step: 1y}", ["3y", "4y", "5y"]),
    ("{from: 12q, to: 20q, step: 4q}", ["12q", "16q", "20q"]),
  ])
  func rangesKeepTheirUnit(range: String, expected: [String]) throws {
    #expect(try values("factors: {terms.investment_period: \(range)}") == expected.map { [$0] })
  }

  @Test func rangesDoNotGatherRoundingErrors() throws {
    let cells = try values("factors: {terms.carry: {from: 0.1, to: 0.4, step: 0.1}}")
    #expect(cells == [["0.1"], ["0.2"], ["0.3"], ["0.4"]])
  }

  @Test func cellsCanBeNamed() throws {
    let plan = try TestSweep.plan(
      """
      design: list
      cells:
        as it is:
        cheap: {terms.carry: 10%, "terms.mgmt_fee.investment_period": 1%}
        towns: {shares: {lake: 50%, town: 50%}}
      """)
    #expect(plan.cells.map(\.id) == ["as it is", "cheap", "towns"])
    #expect(
      plan.columns == [
        "terms.carry", "terms.mgmt_fee.investment_period", "shares.lake", "shares.town",
      ])
    #expect(plan.cells[0].values == ["", "", "", ""])
    #expect(plan.cells[2].values == ["", "", "50%", "50%"])
    #expect(plan.cells[0].content != plan.cells[1].content)
  }

  @Test func oneAtATimeHasTheBaseAndTwoEndsEach() throws {
    let plan = try TestSweep.plan(
      """
      design: one_at_a_time
      factors: {terms.carry: [10%, 25%], outcomes.tail_index: [1.2, 1.5, 1.6]}
      """)
    #expect(
      plan.cells.map(\.id) == [
        "base", "terms.carry:low", "terms.carry:high", "outcomes.tail_index:low",
        "outcomes.tail_index:high",
      ])
    #expect(
      plan.cells.map(\.values) == [
        ["", "1.5"], ["10%", "1.5"], ["25%", "1.5"], ["", "1.2"], ["", "1.6"],
      ])
  }

  /// GSL's Sobol sequence in one dimension: 1/2, 3/4, 1/4, 3/8, 7/8.
  @Test func sobolPointsGoThroughTheDistribution() throws {
    let cells = try values(
      "design: sobol\npoints: 5\nfactors: {outcomes.tail_index: {uniform: [1.2, 1.6]}}")
    let numbers = cells.compactMap { Double($0[0]) }
    for (value, point) in zip(numbers, [0.5, 0.75, 0.25, 0.375, 0.875]) {
      #expect(abs(value - (1.2 + 0.4 * point)) < 1e-12)
    }
    #expect(numbers.count == 5)
  }

  @Test func latinHypercubesHaveOnePointInEachInterval() throws {
    let cells = try values(
      """
      design: latin_hypercube
      points: 20
      factors: {terms.carry: {uniform: [0%, 20%]}, outcomes.truncation: {log_uniform: [100, 1000]}}
      """)
    let carry = cells.compactMap { Double($0[0].dropLast()) }.map { Int($0) }
    let cap = cells.compactMap { Double($0[1]) }.map { Int(20 * log10($0 / 100)) }
    #expect(carry.sorted() == Array(0..<20))
    #expect(cap.sorted() == Array(0..<20))
    #expect(carry != cap)
  }

  @Test func contentTellsCellsApartNotSpelling() throws {
    let cells = try TestSweep.plan("factors: {terms.carry: [20%, 0.2, 15%]}").cells
    #expect(cells[0].content == cells[1].content)
    #expect(cells[0].content != cells[2].content)
  }

  /// Each refused before anything is simulated, by the line where it stands.
  @Test(arguments: [
    ("factors: {terms.cary: [10%]}", "sweep.yaml:2: terms.cary is not a key path", "terms.carry"),
    ("factors: {terms.carry: []}", "sweep.yaml:2: terms.carry is empty", "give it a value"),
    ("factors:", "sweep.yaml:2: factors is empty", "key paths"),
    ("factors: {terms.carry: 10%}", "sweep.yaml:2: terms.carry must be a list", "not 10%"),
    (
      "factors: {terms.carry: [10%, 600%]}", "sweep.yaml:2: terms.carry must be a share",
      "not 600%"
    ),
    (
      "factors: {mother_fund.size: [0]}", "sweep.yaml:2: mother_fund.size must be an amount",
      "not 0"
    ),
    (
      "factors: {a: {shares: [lake, bay], step: 30%}}", "sweep.yaml:2: a needs a step", "multiple"
    ),
    (
      "factors: {a: {shares: [lake, bay], min: {lake: 60%, bay: 60%}}}",
      "sweep.yaml:2: a has shares that cannot add up to 100%", "at least 120%"
    ),
    (
      "factors: {a: {shares: [lake, bay], max: {lake: 30%, bay: 30%}}}",
      "sweep.yaml:2: a has shares that cannot add up to 100%", "at most 60%"
    ),
    ("factors: {a: {shares: [lake, bya]}}", "sweep.yaml:2: a must name only", "did you mean bay?"),
    ("factors: {a: {shares: [lake, lake_1]}}", "sweep.yaml:2: a must name only", "lake"),
    ("factors: {a: {shares: [lake]}}", "sweep.yaml:2: a needs at least two", ""),
    (
      "factors:\n  terms.carry: {from: 0%, to: 9.99%, step: 0.01%}\n  terms.catch_up: "
        + "{from: 0%, to: 9.99%, step: 0.01%}\n  terms.next_call_at: "
        + "{from: 1%, to: 10%, step: 1%}", "sweep.yaml:3: factors make 10,000,000 cells",
      "the limit is 100,000"
    ),
    (
      "factors: {terms.carry: {uniform: [1%, 2%]}}", "sweep.yaml:2: terms.carry is a distri", "grid"
    ),
    (
      "design: sobol\nfactors: {terms.carry: {uniform: [0%, 300%]}}",
      "sweep.yaml:3: terms.carry must be a share", "299.7"
    ),
    ("design: grids\nfactors: {terms.carry: [1%]}", "sweep.yaml:2: design must be", "grid?"),
    ("desing: grid\nfactors: {terms.carry: [1%]}", "sweep.yaml:2: desing is not", "design?"),
    ("design: list\ncells: {a: {terms.cary: 1%}}", "sweep.yaml:3: terms.cary is not", "carry"),
    ("design: list\ncells: {a: {terms.carry: 900%}}", "sweep.yaml:3: terms.carry must be", "900%"),
    ("points: 3\nfactors: {terms.carry: [1%]}", "sweep.yaml:2: points goes with", "sobol"),
  ])
  func wrongSweepsAreRefused(text: String, start: String, part: String) {
    let complaint = TestSweep.complaint(text)
    #expect(complaint.hasPrefix(start), "\(complaint)")
    #expect(part.isEmpty || complaint.contains(part), "\(complaint)")
    #expect(!complaint.contains("\n"), "\(complaint)")
  }

  @Test func aMissingBaseIsTold() {
    #expect(throws: InvalidScenario.self) {
      try SweepPlan(
        path: "a/sweep.yaml", load: loading(["a/sweep.yaml": "base: b.yaml\nfactors: {}"]))
    }
  }

  /// Each value can be had with some others; only one combination is no valid scenario.
  @Test func aBadCellDoesNotStopTheOthers() throws {
    let plan = try TestSweep.plan(
      """
      factors:
        mother_fund.fund_life: [11y, 15y]
        terms.exit_period: [4y, 5y]
      """)
    let bad = plan.cells.filter { if case .invalid = $0.legality { true } else { false } }
    #expect(bad.map(\.values) == [["11y", "5y"]])
  }
}

/// What designs of points draw is what keys take.
///
/// `{uniform: [2y, 4y]}` gave spans such as 2.002y, and the sweep was refused point by point, while
/// `{uniform: [8q, 16q]}` was rounded.
@Suite struct SweepRoundingTests {
  private func values(_ factor: String, of points: Int = 5) throws -> [String] {
    try TestSweep.plan("design: sobol\npoints: \(points)\nfactors: {\(factor)}").cells
      .compactMap(\.values.first)
  }

  /// Sobol's points 1/2, 3/4, 1/4, 3/8, 7/8 of two years from 2y are 12, 14, 10, 11 and 15
  /// quarters, whatever unit they are written in.
  @Test(arguments: [
    ("2y, 4y", ["3y", "3.5y", "2.5y", "2.75y", "3.75y"]),
    ("2年, 4年", ["3年", "3.5年", "2.5年", "2.75年", "3.75年"]),
    ("8q, 16q", ["12q", "14q", "10q", "11q", "15q"]),
    ("8季度, 16季度", ["12季度", "14季度", "10季度", "11季度", "15季度"]),
    ("24m, 48m", ["36m", "42m", "30m", "33m", "45m"]),
    ("24个月, 48个月", ["36个月", "42个月", "30个月", "33个月", "45个月"]),
  ])
  func spansAreRoundedToQuarters(ends: String, expected: [String]) throws {
    #expect(try values("terms.investment_period: {uniform: [\(ends)]}") == expected)
  }

  /// Every point of a design in any unit makes a scenario.
  @Test(arguments: [
    "terms.investment_period: {uniform: [2y, 4y]}", "terms.exit_period: {normal: [4y, 0.3y]}",
    "terms.exit_period: {uniform: [30m, 50m]}", "terms.extension: {log_uniform: [1年, 2年]}",
    "sub_funds.lake_2.start: {uniform: [0y, 2y]}",
    "rules.limits.eligibility.rounds: {uniform: [1, 9]}",
    "rules.tolerance.first_review: {uniform: [1y, 5y]}",
    "rules.limits.project_floor: {uniform: [1, 9]}",
  ])
  func everyPointIsAScenario(factor: String) throws {
    let plan = try TestSweep.plan("design: sobol\npoints: 40\nfactors: {\(factor)}")
    #expect(plan.cells.allSatisfy { $0.legality == .legal })
  }

  /// Times that may be any part of a year keep their decimals.
  @Test func timesThatNeedNotBeWholeStayAsTheyAre() throws {
    #expect(
      try values("outcomes.buckets.zero.holding: {uniform: [2y, 4y]}", of: 4)
        == ["3y", "3.5y", "2.5y", "2.75y"])
    #expect(try values("outcomes.buckets.zero.holding: {uniform: [2y, 2.1y]}", of: 1) == ["2.05y"])
  }

  @Test(arguments: [
    ("sobol", "terms.carry: {uniform: [20%, 10%]}", "with the low end first"),
    ("sobol", "outcomes.truncation: {log_uniform: [1000, 100]}", "with the low end first"),
    ("latin_hypercube", "terms.exit_period: {uniform: [4y, 2y]}", "with the low end first"),
    ("grid", "terms.carry: {from: 20%, to: 10%, step: 1%}", "which is no value at all"),
    ("one_at_a_time", "terms.carry: [20%, 10%]", "must go from the low value to the high one"),
    ("one_at_a_time", "terms.carry: [10%, 25%, 20%]", "must go from the low value to the high one"),
    ("one_at_a_time", "mother_fund.size: [20亿, 150000万]", "not [20亿, 150000万]"),
  ])
  func reversedEndsAreRefused(design: String, factor: String, problem: String) {
    #expect(TestSweep.complaint("design: \(design)\nfactors: {\(factor)}").contains(problem))
  }
}
