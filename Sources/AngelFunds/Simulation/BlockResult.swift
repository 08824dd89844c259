import Stochastics

/// What one block of paths amounts to.
struct BlockResult: Sendable {
  /// Position of the block among the run's blocks.
  let block: Int
  /// Number of paths in it.
  let paths: Int
  /// Figures, one column of `paths` numbers behind the other, in the order of the columns.
  let figures: [Double]
  /// Mean and spread of every series of every scope by quarter, laid out by `SeriesLayout`; nil
  /// where series were not asked for.
  let moments: VectorMoments?
  /// Means and co-moments of the mother fund's net flows by quarter.
  let netFlows: CovarianceMoments?
}

/// The paths of a run, cut into blocks of one size whatever the number of cores.
struct BlockPlan: Hashable, Sendable {
  /// Paths in every block but the last.
  static let blockSize = 500

  let paths: Int
  var count: Int { (paths + Self.blockSize - 1) / Self.blockSize }

  func paths(of block: Int) -> Range<Int> {
    let first = block * Self.blockSize
    return first..<min(first + Self.blockSize, paths)
  }
}
