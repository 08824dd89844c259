import Testing

@testable import AngelFunds

/// The list of all figures is what runs tell, and for whom.
@Suite struct SummaryFigureTests {
  /// Every rule is on, so that every figure is told.
  private func runs() async throws -> [TestRun] {
    let baseline = try TestScenario.example(
      "dongguan_baseline",
      set: [
        "rules.shared_deals": "10%", "terms.recycling": "20%", "rules.tolerance.seed": "50%",
        "sub_funds.town_1.class": "seed", "outcomes.engine": "rounds",
      ], hasRules: true)
    return [try await TestRun(baseline, paths: 60)]
  }

  @Test func everyRowOfASummaryIsAFigureOfItsScope() async throws {
    let figures = Dictionary(uniqueKeysWithValues: SummaryFigure.all.map { ($0.name, $0) })
    var told: [String: Set<Scope>] = [:]
    for run in try await runs() {
      for row in run.summary.rows {
        let figure = try #require(figures[row.metric], "\(row.metric)")
        #expect(figure.unit == row.unit, "\(row.metric)")
        #expect(figure.scopes.contains(row.owner.scope), "\(row.metric) of \(row.owner.scope)")
        if figure.isEvent { #expect(row.quantiles.isEmpty, "\(row.metric)") }
        told[row.metric, default: []].insert(row.owner.scope)
      }
    }
    for figure in SummaryFigure.all {
      #expect(told[figure.name] == Set(figure.scopes), "\(figure.name)")
    }
  }

  @Test func everySeriesIsToldOfItsScopes() async throws {
    let run = try await TestRun(TestScenario.example("minimal"), paths: 4)
    let rows = try QuarterlyEstimates(run.store).rows
    for series in Series.allCases {
      let scopes = Set(rows.filter { $0.series == series }.map(\.owner.scope))
      #expect(scopes == Set(QuarterlyEstimates.scopes(of: series)), "\(series)")
    }
  }
}
