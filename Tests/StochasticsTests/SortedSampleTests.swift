import Foundation
import Stochastics
import Testing

@Suite struct SortedSampleTests {
  /// Sizes on both sides of where radix sorting takes over.
  @Test(arguments: [0, 1, 2, 999, 1000, 1001, 5000])
  func sortsAsSwiftDoes(count: Int) throws {
    let values = try normals(count, seed: 7)
    let kinds: [[Double]] = [
      values, values.reversed(), values.map { $0.rounded() }, values.map { sinh(100 * $0) },
      values.map { $0 * 1000 * .leastNonzeroMagnitude }, values.map { _ in 2.5 },
      values.map { -abs($0) },
    ]
    for kind in kinds { #expect(SortedSample(kind).values == kind.sorted()) }
  }

  /// Bit for bit, as the two zeros are equal numbers; the negative one may come first only.
  @Test func keepsEveryNumberIncludingTheZeroBelowZero() {
    let extremes = [0, -0.0, -.leastNonzeroMagnitude, .greatestFiniteMagnitude, -1e308, 1, -1]
    let numbers = (0..<1400).map { extremes[$0 % 7] }
    let sorted = SortedSample(numbers).values
    #expect(sorted == numbers.sorted())
    #expect(sorted.filter { $0 == 0 && $0.sign == .minus }.count == 200)
    #expect(sorted.map(\.bitPattern).sorted() == numbers.map(\.bitPattern).sorted())
  }

  /// Type 7 of Hyndman and Fan (1996) is the default of NumPy and R.
  ///
  /// `numpy.percentile`'s manual page has [10, 7, 4, 3, 2, 1] with a median of 3.5; R gives
  /// `quantile(1:4)` as 1.00 1.75 2.50 3.25 4.00.
  @Test func quantilesAreOfTypeSeven() {
    let four = SortedSample([4, 2, 1, 3])
    #expect([0, 0.25, 0.5, 0.75, 1].map { four.quantile($0) } == [1, 1.75, 2.5, 3.25, 4])
    #expect(SortedSample([10, 7, 4, 3, 2, 1]).quantile(0.5) == 3.5)
    #expect(SortedSample([8]).quantile(0.3) == 8)
  }
}
