import Stochastics
import Testing

@testable import AngelFunds

/// Futures without a rate of return are all poor ones; a median without them is told as such.
@Suite struct AbsentRateTests {
  private static let owner = ScopeID(scope: .motherFund, id: "mother_fund")

  /// Ten futures: three without a rate below 0.3x, one that was never paid for, six with rates.
  ///
  /// The median of the six is (3 % + 4 %)/2; of nine, the three first, the fifth value: the second of
  /// the six.
  @Test func theMedianOfAllCountsThemAsTheLowest() throws {
    let rates = [0.01, .nan, 0.02, .nan, 0.03, .nan, 0.04, .nan, 0.05, 0.06]
    let multiples = [1.1, 0.29, 1.2, 0.1, 1.3, 0.2, 1.4, .nan, 1.5, 1.6]
    let row = try #require(AbsentRates.Row(Self.owner, rates: rates, multiples: multiples))
    #expect(row.share == 0.3)
    #expect(row.largestMultiple == 0.29)
    #expect(abs(try #require(row.median).value - 0.035) < 1e-15)
    // The first two of nine values, at rank 0.4, are futures without a rate.
    #expect(row.quantiles.count == 5 && row.quantilesOfAll[0] == nil)
    #expect(abs(try #require(row.quantilesOfAll[4]) - 0.056) < 1e-15)
    #expect(abs(try #require(row.medianOfAll) - 0.02) < 1e-15)
  }

  @Test func whereMostHaveNoneTheMedianIsOneOfThem() throws {
    let row = try #require(
      AbsentRates.Row(
        Self.owner, rates: [.nan, .nan, 0.1], multiples: [0.1, 0.2, 1.2]))
    #expect(row.medianOfAll == nil && row.movesMedian)
  }

  @Test func whereNoneHasARateThatIsTold() throws {
    let row = try #require(
      AbsentRates.Row(Self.owner, rates: [.nan, .nan], multiples: [0.1, 0.2]))
    #expect(row.share == 1 && row.median == nil && row.movesMedian)
  }

  @Test func nothingIsToldWhereEachPaidFutureHasARate() {
    #expect(AbsentRates.Row(Self.owner, rates: [0.1, .nan], multiples: [1.2, .nan]) == nil)
  }

  /// The worst 5 % of fewer than 20 paths is the worst of them, in part, and how far off that is
  /// nobody knows.
  @Test func theWorstOfFewPathsIsTold() async throws {
    let run = try await TestRun(TestScenario.example("minimal"), paths: 12)
    let worst = try #require(try run.figures(.motherFund, "mother_fund", .tvpi)?.min())
    let row = run.summary.row(.motherFund, "mother_fund", "tvpi_cvar_05")
    #expect(row?.mean?.value == worst)
    #expect(row?.mean?.standardError == nil)
    let shares = run.summary.rows.filter { $0.metric == "risk_share_cvar" }
    #expect(abs(shares.reduce(0) { $0 + ($1.mean?.value ?? 0) } - 1) < 1e-9)
  }
}
