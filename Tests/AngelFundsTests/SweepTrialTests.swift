import Testing

@testable import AngelFunds

/// Cells are tried without reading again what no change touches.
///
/// A sweep of 100,000 cells was planned for minutes, and Ctrl-C waited for all of them.
@Suite struct SweepTrialTests {
  private static let factors = [
    "terms.carry: [10%, 20%], terms.catch_up: [0%, 15%, 100%]",
    "mother_fund.size: [6亿, 10亿], direct.share: [0%, 10%, 60%]",
    "start: [2026Q1, 2027Q1], rules: [none, shenzhen_2018, hefei]",
    "outcomes.engine: [multiples, rounds], sub_funds.lake_1.engine: [multiples, rounds]",
    "sectors: [{toys: Toys}], direct.sectors: [{electronics: 2, new_energy: 1}, {toys: 1}]",
    "anchors.lake.sectors: [{electronics: 2, new_energy: 1, software_ai: 0}, {electronics: 1}]",
    "platforms: {shares: [lake, bay], step: 25%}, mother_fund.fund_life: [12y, 15y]",
    "contributors.city_finance.share: [60%, 70%], dependence.market: [0.1, 0.9]",
    "term_end.sale_share_of_nav: [50%, 60%], title: [A, B]",
    "rules.appropriation.budgets: [{2026: 1亿}, {2050: 1亿}], rules.valid_from: [none, 2030Q1]",
    "mother_fund.first_phase: [{size: 1亿}, {size: 5亿}], terms.ranges.carry: [none]",
  ]

  /// A trial finds what reading the whole variant finds.
  @Test(arguments: factors) func trialsAreAsGoodAsReading(factors: String) throws {
    let base = try loaded(TestSweep.base)
    let text = "base: base.yaml\nfactors: {\(factors)}\n"
    var file = try SweepFile(Array(text.utf8), file: "s.yaml")
    var presets = Presets.withoutFiles
    try file.expand(&presets)
    let drafts = try SweepDrafts(file, base: base)
    let cells = try drafts.tried(on: base, known: base.trialBase())
    #expect(cells.count >= 2)
    for (cell, draft) in zip(cells, drafts.cells) {
      #expect(cell.id == draft.id)
      do {
        let whole = try base.variant(draft.settings.map(\.change))
        #expect(cell.legality == .legal)
        #expect(cell.content == ScenarioContent.sum(ofText: whole.resolved))
      } catch {
        let problems = error.issues.map { "\($0.path) \($0.problem)" }.joined(separator: "; ")
        #expect([.notLegal(problems), .invalid(problems)].contains(cell.legality))
      }
    }
  }

  /// A thousand cells, each tried, none of them another's equal.
  @Test func largeGridsAreTried() throws {
    let plan = try TestSweep.plan(
      """
      factors:
        terms.carry: {from: 0%, to: 9.9%, step: 0.1%}
        terms.hurdle_rate: {from: 0%, to: 9.9%, step: 1%}
      """)
    #expect(plan.cells.count == 1000)
    #expect(Set(plan.cells.map(\.content)).count == 1000)
    #expect(plan.cells.allSatisfy { $0.legality == .legal })
    #expect(plan.cells.map(\.id) == (1...1000).map(String.init))
  }

  @Test func planningEndsWhenItsTaskIsCancelled() async throws {
    let task = Task {
      try await Task.sleep(for: .milliseconds(1))
      return try TestSweep.plan(
        """
        factors:
          terms.carry: {from: 0%, to: 49.9%, step: 0.1%}
          terms.hurdle_rate: {from: 0%, to: 19.9%, step: 0.1%}
        """)
    }
    try await Task.sleep(for: .milliseconds(200))
    task.cancel()
    await #expect(throws: CancellationError.self) { _ = try await task.value }
  }
}
