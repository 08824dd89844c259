import Stochastics

/// How often the mother fund's series fell into each bin, by series and quarter.
///
/// Whole counts, so that merging in any order gives the same.
final class QuarterHistograms {
  private let quarters: Int
  private var counts: [[UInt32]]  // one series after the other, quarter by quarter

  init(quarters: Int) {
    self.quarters = quarters
    counts = Series.allCases.map {
      [UInt32](repeating: 0, count: quarters * Self.bins(of: $0).binCount)
    }
  }

  /// The bins of a series; yuan.
  static func bins(of series: Series) -> SignedLogBins {
    SignedLogBins(isSigned: series.isSigned)
  }

  /// Counts one path.
  ///
  /// - Parameter motherFund: The mother fund's series, in the order of `Series.allCases`.
  func add(_ motherFund: UnsafePointer<Double>) {
    for series in Series.allCases {
      let bins = Self.bins(of: series)
      let values = motherFund + series.index * quarters
      counts[series.index].withUnsafeMutableBufferPointer { counts in
        for quarter in 0..<quarters {
          counts[quarter * bins.binCount + bins.index(of: values[quarter])] &+= 1
        }
      }
    }
  }

  /// Everything counted so far.
  var snapshot: QuarterCounts { QuarterCounts(quarters: quarters, counts: counts) }
}

/// Counts by series, quarter and bin.
struct QuarterCounts: Sendable {
  let quarters: Int
  private(set) var counts: [[UInt32]]

  init(quarters: Int, counts: [[UInt32]]) {
    self.quarters = quarters
    self.counts = counts
  }

  /// Adds the counts of `other`, which has the same series and quarters.
  mutating func merge(_ other: QuarterCounts) {
    for series in counts.indices {
      for index in counts[series].indices where other.counts[series][index] > 0 {
        counts[series][index] += other.counts[series][index]
      }
    }
  }

  /// The counts of one series in one quarter, by bin.
  func bins(of series: Series, quarter: Int) -> ArraySlice<UInt32> {
    let binCount = QuarterHistograms.bins(of: series).binCount
    return counts[series.index][(quarter * binCount)..<((quarter + 1) * binCount)]
  }
}
