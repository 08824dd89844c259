import Stochastics
import Testing

@testable import AngelFunds

@Suite struct BudgetEstimatesTests {
  private static let paths = 900

  private func run() async throws -> TestRun {
    try await TestRun(
      TestScenario.short(["rules.appropriation.budgets": "{2026: 1亿, 2028: 5000万}"]),
      paths: Self.paths)
  }

  /// One standard error is √(n·p·(1 - p)) places in the order of values, to either side.
  @Test func quantilesHaveTheErrorsOfOrderStatistics() async throws {
    let run = try await run()
    let (n, year) = (Double(Self.paths), 2027)
    let column = MetricColumn(owner: .motherFund, figure: .needs(year: year))
    let values = try #require(try run.store.figures(column)).sorted()
    let row = try #require(
      try BudgetEstimates(run.store).rows.first {
        $0.owner == .motherFund && $0.year == year && $0.item == .calls
      })
    #expect(row.quantiles.count == BudgetEstimates.quantileNames.count)
    for (p, quantile) in zip([0.05, 0.25, 0.5, 0.75, 0.9, 0.95], row.quantiles) {
      let (middle, places) = (n * p, (n * p * (1 - p)).squareRoot())
      let half = (values[Int(middle + places)] - values[Int(middle - places)]) / 2
      let error = try #require(quantile.standardError, "\(p)")
      #expect(abs(error / half - 1) < 0.3, "\(p)")
      #expect(quantile.value > values[Int(middle) - 3] && quantile.value < values[Int(middle) + 3])
    }
  }

  /// What is given has no error, what sits on an atom has none to tell, an event has no quantiles.
  @Test func errorsAreWhatTheItemAllows() async throws {
    let run = try await run()
    let rows = try BudgetEstimates(run.store).rows.filter { $0.owner == .motherFund }
    let given = rows.filter { $0.item == .budget && $0.year == 2026 }.flatMap(\.quantiles)
    #expect(
      given
        == Array(
          repeating: QuantileEstimate(value: 1e8, standardError: 0, atomProbability: nil), count: 6)
    )
    let first = try #require(rows.first { $0.item == .distributions })
    #expect(
      first.quantiles[0] == QuantileEstimate(value: 0, standardError: nil, atomProbability: 1))
    #expect(rows.filter { $0.item == .shortfallProbability }.allSatisfy { $0.quantiles.isEmpty })
  }

  @Test func contributorsHaveTheirPartOfTheErrors() async throws {
    let run = try await run()
    let rows = try BudgetEstimates(run.store).rows
    let contributor = run.store.provenance.scenario.contributors[0]
    let parts = rows.filter { $0.owner.id == contributor.id }
    let whole = rows.filter { $0.owner == .motherFund }
    #expect(parts.count == whole.count && !parts.isEmpty)
    for (part, whole) in zip(parts, whole) where part.item.unit == .yuan {
      #expect(part.label == contributor.label)
      for (one, other) in zip(part.quantiles, whole.quantiles) {
        #expect(one.value == contributor.share * other.value)
        #expect(one.standardError == other.standardError.map { contributor.share * $0 })
        #expect(one.atomProbability == other.atomProbability)
      }
    }
  }
}
