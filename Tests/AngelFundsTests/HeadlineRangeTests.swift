import Testing

@testable import AngelFunds

@Suite struct HeadlineRangeTests {
  @Test func goesFromTheLowestToTheHighestEnd() {
    let range = HeadlineRange.range(
      around: 2, changes: [-0.5, 0.25, 0.75, -0.125], unit: .multiple)
    #expect(range == 1.5...2.75)
  }

  @Test func holdsTheEstimateItself() {
    #expect(HeadlineRange.range(around: 2, changes: [0.5, 0.25], unit: .multiple) == 2...2.5)
    #expect(HeadlineRange.range(around: 2, changes: [-0.5], unit: .multiple) == 1.5...2)
  }

  /// A probability of 0.5 % over all paths fell by 0.6 % over the first 2,000: not to -0.1 %.
  @Test(arguments: [
    (MetricUnit.share, 0.005, [-0.006, 0.01], 0...0.015),
    (.share, 0.995, [-0.25, 0.006], 0.745...1),
    (.multiple, 0.25, [-0.5, 0.5], 0...0.75),
    (.rate, -0.75, [-0.5, 0.25], -1 ... -0.5),
    (.yuan, 1, [-3, 1], -2...2),
  ])
  func staysWithinWhatIsPossible(
    unit: MetricUnit, value: Double, changes: [Double], range: ClosedRange<Double>
  ) throws {
    let found = try #require(HeadlineRange.range(around: value, changes: changes, unit: unit))
    #expect(abs(found.lowerBound - range.lowerBound) < 1e-15)
    #expect(abs(found.upperBound - range.upperBound) < 1e-15)
  }

  @Test func isNoneWithoutRanges() {
    #expect(HeadlineRange.range(around: 2, changes: [], unit: .multiple) == nil)
  }
}
