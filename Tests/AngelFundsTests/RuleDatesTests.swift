import Testing

@testable import AngelFunds

/// Which rules hold for a sub-fund, by its start and its own keys.
@Suite struct RuleDatesTests {
  /// A scenario from 2026Q1 with sub-funds that start in 2026Q1, 2027Q1 and 2028Q1.
  private func text(_ rules: String, own: String = "") -> String {
    """
    mother_fund: {size: 20亿}
    anchors: {lake: {kind: town}}
    sub_funds:
      a: {anchor: lake, commitment: 1亿}
      b: {anchor: lake, commitment: 1亿, start: 4q\(own)}
      c: {anchor: lake, commitment: 1亿, start: 8q}
    rules: {\(rules)}

    """
  }

  private func multiples(_ rules: String, own: String = "") throws -> [Double] {
    try loaded(text(rules, own: own)).scenario.subFunds.map(\.rules.reinvestment.multiple)
  }

  @Test func rulesHoldFromTheirDateOn() throws {
    #expect(try multiples("reinvestment: {multiple: 1.5}") == [1.5, 1.5, 1.5])
    #expect(try multiples("valid_from: 2026Q1, reinvestment: {multiple: 1.5}") == [1.5, 1.5, 1.5])
    #expect(try multiples("valid_from: 2026Q2, reinvestment: {multiple: 1.5}") == [0, 1.5, 1.5])
    #expect(try multiples("valid_from: 2030, reinvestment: {multiple: 1.5}") == [0, 0, 0])
  }

  @Test func changesTakeThePlaceOfKeysFromTheirDateOn() throws {
    #expect(
      try multiples(
        "reinvestment: {multiple: 2}, changes: {z: {valid_from: 2026Q2, reinvestment: {multiple: "
          + "1.5}}, a: {valid_from: 2028Q1, reinvestment: {multiple: 0}}}") == [2, 1.5, 0])
    let found = try loaded(
      text(
        "concession: {share: 80%}, changes: {first: {valid_from: 2027Q1, concession: {form: "
          + "excess}}, later: {valid_from: 2028Q1, concession: {floor_rate: 3%}}}")
    ).scenario.subFunds.map(\.rules.concession)
    #expect(found.map(\.form) == [.none, .excess, .excess])
    #expect(found.map(\.share) == [0, 0.8, 0.8])
    #expect(found.map(\.floorRate) == [0, 0, 0.03])
  }

  @Test func aSubFundsOwnKeysHoldOverThoseOfItsStart() throws {
    let own = ", rules: {reinvestment: {due: term}}"
    let change = "changes: {x: {valid_from: 2026Q3, reinvestment: {multiple: 1}}}"
    let found = try loaded(text("reinvestment: {multiple: 2}, \(change)", own: own)).scenario
      .subFunds.map(\.rules.reinvestment)
    #expect(found.map(\.multiple) == [2, 1, 1])
    #expect(found.map(\.due) == [.investmentPeriod, .term, .investmentPeriod])
    #expect(
      try multiples("reinvestment: {multiple: 2}", own: ", rules: {reinvestment: {multiple: 0}}")
        == [2, 0, 2])
    #expect(
      try multiples("valid_from: 2030, reinvestment: {multiple: 2}", own: own) == [0, 0, 0])
  }

  @Test func gradesAreReplacedAsAWhole() throws {
    let rules = "concession: {form: graded, grades: {a: {share: 1}, b: {share: 60%, placed: 50%}}}"
    let own = ", rules: {concession: {grades: {b: {share: 30%}}}}"
    let found = try loaded(text(rules, own: own)).scenario.subFunds.map(\.rules.concession.grades)
    #expect(found[0] == found[2])
    #expect(found[0].map(\.id) == ["a", "b"])
    #expect(
      found[1]
        == [ConcessionGrade(id: "b", share: 0.3, reinvestment: nil, earlyShare: nil, placed: nil)])
  }

  @Test(arguments: [
    (
      "valid_from: 2027Q1, changes: {x: {valid_from: 2027Q1}}",
      "rules.valid_from is 2027Q1, but a change holds from 2027Q1 on; changes come later than the "
        + "rules that they change"
    ),
    (
      "changes: {x: {valid_from: 2027Q1}, y: {valid_from: 2027-01}}",
      "rules.changes.y.valid_from is 2027Q1, as in rules.changes.x; put both into one change"
    ),
    (
      "changes: {x: {reinvestment: {multiple: 1}}}",
      "rules.changes.x.valid_from is missing; it must be a quarter from 2000Q1 to 2100Q4 such as "
        + "2026Q1, or its first month as 2026-01"
    ),
    ("changes: {}", "rules.changes is empty; name a change, or leave it out"),
    (
      "concession: {form: gradd}",
      "rules.concession.form must be one of none, excess, buyout, graded, not gradd; did you mean "
        + "graded?"
    ),
    (
      "concession: {buyout: {at_cost: 6y}}",
      "rules.concession.buyout.at_cost must be at most end (5y), not 6y"
    ),
    (
      "limits: {contribution_cap: 40}",
      "rules.limits.contribution_cap must be a share above 0% and up to 100%, such as 40% or 0.4, "
        + "or none, not 40; did you mean 40%?"
    ),
    (
      "evaluation: on", "rules.evaluation must be yes or no, not on"
    ),
    (
      "appropriation: {budgets: {26: 2亿}}",
      "rules.appropriation.budgets.26 must be a year from 2000 to 2100, such as 2026"
    ),
    (
      "tolerance: {seeds: 50%}", "rules.tolerance.seeds is not a known key; did you mean seed?"
    ),
  ])
  func problemsAreTold(rules: String, message: String) {
    #expect(complaints(text(rules)) == "x.yaml:7: " + message)
  }
}
