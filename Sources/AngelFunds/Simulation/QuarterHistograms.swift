import Stochastics

/// How often the mother fund's series fell into each bin, by series and quarter.
///
/// Whole counts, so that merging in any order gives the same. Bins wait until there are those of
/// many paths: then one quarter's counts, which are next to each other, are dealt with at a time.
final class QuarterHistograms {
  private static let pathsAtATime = 256
  private let quarters: Int
  private let bins: [SignedLogBins]
  private let counts: [UnsafeMutablePointer<UInt32>]  // by series, then quarter, then bin
  private let waiting: UnsafeMutablePointer<UInt16>  // bins by path, then series, then quarter
  private var pathsWaiting = 0

  init(quarters: Int) {
    self.quarters = quarters
    let room = max(Series.allCases.count * quarters * Self.pathsAtATime, 1)
    waiting = .allocate(capacity: room)
    waiting.initialize(repeating: 0, count: room)
    bins = Series.allCases.map { Self.bins(of: $0) }
    counts = bins.map {
      let count = max(quarters * $0.binCount, 1)
      let pointer = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
      pointer.initialize(repeating: 0, count: count)
      return pointer
    }
  }

  deinit {
    counts.forEach { $0.deallocate() }
    waiting.deallocate()
  }

  /// The bins of a series; yuan.
  static func bins(of series: Series) -> SignedLogBins {
    SignedLogBins(isSigned: series.isSigned)
  }

  /// Counts one path.
  ///
  /// - Parameter motherFund: The mother fund's series, in the order of `Series.allCases`.
  func add(_ motherFund: UnsafePointer<Double>) {
    var target = waiting + pathsWaiting * bins.count * quarters
    var values = motherFund
    for bins in bins {
      for quarter in 0..<quarters {
        target[quarter] = UInt16(truncatingIfNeeded: bins.index(of: values[quarter]))
      }
      target += quarters
      values += quarters
    }
    pathsWaiting += 1
    if pathsWaiting == Self.pathsAtATime { countWaiting() }
  }

  private func countWaiting() {
    let stride = bins.count * quarters
    for series in bins.indices {
      for quarter in 0..<quarters {
        let counts = counts[series] + quarter * bins[series].binCount
        let column = waiting + series * quarters + quarter
        for path in 0..<pathsWaiting { counts[Int(column[path * stride])] += 1 }
      }
    }
    pathsWaiting = 0
  }

  /// Everything counted so far.
  func snapshot() -> QuarterCounts {
    countWaiting()
    return QuarterCounts(
      quarters: quarters,
      counts: zip(counts, bins).map {
        Array(UnsafeBufferPointer(start: $0, count: quarters * $1.binCount))
      })
  }
}

/// Counts by series, quarter and bin.
struct QuarterCounts: Sendable {
  let quarters: Int
  private(set) var counts: [[UInt32]]

  init(quarters: Int, counts: [[UInt32]]) {
    self.quarters = quarters
    self.counts = counts
  }

  /// Nothing counted yet.
  init(quarters: Int) {
    self.init(
      quarters: quarters,
      counts: Series.allCases.map {
        Array(repeating: 0, count: quarters * QuarterHistograms.bins(of: $0).binCount)
      })
  }

  /// Adds the counts of one series in one quarter.
  mutating func add(_ hits: [SignedLogBins.Hits], series: Series, quarter: Int) {
    let start = quarter * QuarterHistograms.bins(of: series).binCount
    for hit in hits { counts[series.index][start + hit.bin] += UInt32(hit.count) }
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
