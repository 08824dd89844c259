import Stochastics
import Testing

@testable import AngelFunds

@Suite struct MultipleDistributionTests {
  /// By hand: P99 of eight values is near the largest, 1.6, so bins are 0.05 wide and 32 end at
  /// 1.6, which itself lies in the open one.
  ///
  /// Just below 1 is told from 1 by a thousandth, not by rounding.
  @Test func countsAHandMadeColumn() throws {
    let below1 = 0.999
    let found = MultipleDistribution([0, 0.049, 0.05, 0.3, below1, 1, 1.02, .nan, 1.6])
    #expect(found.width == 0.05)
    #expect(found.bins.count == 33)
    #expect(found.bins.map(\.low) == (0...32).map { Double($0) / 20 })
    #expect(found.bins.dropLast().map(\.high) == found.bins.dropFirst().map(\.low))
    #expect(found.bins[32].high == nil)
    let hits = found.bins.filter { $0.paths > 0 }.map { [$0.low, Double($0.paths)] }
    #expect(hits == [[0, 2], [0.05, 1], [0.3, 1], [0.95, 1], [1, 2], [1.6, 1]])
    #expect(found.bins[20].low == 1)
    #expect(found.below1?.value == 0.625)
    let interval = WilsonInterval(successes: 2, trials: 8)
    #expect(found.bins[0].share.value == 0.25)
    let error = try #require(found.bins[0].share.standardError)
    #expect(abs(error - (interval.upper - interval.lower) / 2 / 1.959964) < 1e-7)
  }

  /// Figures of a store can be any numbers; none is too large or too small for a bin.
  @Test func numbersOfAnySizeFindABin() {
    let found = MultipleDistribution([-1e59, -1, 0.5, 1e59])
    #expect(found.bins.first?.paths == 3)
    #expect(found.bins.reduce(0) { $0 + $1.paths } == 4)
  }

  /// Whatever the spread, 20 to 40 bins up to P99, nice widths, and 1 among the edges.
  @Test(arguments: [
    (0.4, 0.05, 20), (1.19, 0.05, 24), (2.1, 0.1, 21), (4.3, 0.2, 22), (9.9, 0.25, 40),
    (10.2, 0.5, 21), (33, 1, 33), (900, 1, 40),
  ])
  func binsAreNice(largest: Double, width: Double, closed: Int) {
    let values = (0...1000).map { largest / 0.99 * Double($0) / 1000 }
    let found = MultipleDistribution(values)
    #expect(found.width == width)
    #expect(found.bins.count == closed + 1)
    #expect(found.bins.contains { $0.low == 1 })
    #expect(found.bins.reduce(0) { $0 + $1.paths } == 1001)
    #expect(abs(found.bins.reduce(0) { $0 + $1.share.value } - 1) < 1e-12)
    if largest < 40 { #expect(found.bins.last?.paths ?? 0 <= 11) }
  }

  @Test func withoutMultiplesThereAreNoBins() {
    #expect(MultipleDistribution([.nan, .nan]).bins.isEmpty)
    #expect(MultipleDistribution([Double]()).below1 == nil)
    #expect(MultipleDistribution([0, 0, 0]).bins.first?.paths == 3)
  }

  @Test func theLossShareIsThatOfTheSummary() async throws {
    let run = try await TestRun(TestScenario.example("minimal"), paths: 200)
    let found = try MultipleDistribution(run.store)
    let row = try #require(run.summary.row(.motherFund, "mother_fund", "dpi_below_1"))
    #expect(found.below1 == row.mean)
    let lost = found.bins.prefix { $0.low < 1 }.reduce(0) { $0 + $1.paths }
    #expect(Double(lost) / 200 == row.mean?.value)
  }
}
