/// Means and spreads of many quantities over the same paths.
public struct VectorMoments: Hashable, Sendable {
  /// Number of paths.
  public let count: Int
  /// One mean a quantity, in its unit.
  public let means: [Double]
  /// One sum of squared deviations a quantity.
  public let squares: [Double]

  /// Makes moments; `means` and `squares` have one entry a quantity.
  public init(count: Int, means: [Double], squares: [Double]) {
    precondition(means.count == squares.count)
    self.count = count
    self.means = means
    self.squares = squares
  }

  /// What both sets of paths amount to together.
  public func merged(with other: VectorMoments) -> VectorMoments {
    precondition(means.count == other.means.count)
    guard other.count > 0 else { return self }
    let part = Double(other.count) / Double(count + other.count)
    var (means, squares) = (means, squares)
    for index in means.indices {
      let deviation = other.means[index] - means[index]
      means[index] += deviation * part
      squares[index] += other.squares[index] + deviation * deviation * Double(count) * part
    }
    return VectorMoments(count: count + other.count, means: means, squares: squares)
  }

  /// A quantity's mean with its standard error; nil below two paths.
  public func estimate(at index: Int) -> Estimate? {
    guard count > 1 else { return nil }
    let variance = squares[index] / Double(count - 1)
    return Estimate(
      value: means[index], standardError: (variance / Double(count)).squareRoot())
  }
}

/// Adds up many quantities over a block of paths.
///
/// The first path's values are taken off every later one, so that squares stay small and a
/// quantity that never changes has a spread of exactly zero.
public final class ShiftedSums {
  /// Number of quantities.
  public let count: Int
  private var paths = 0
  private let shift: UnsafeMutablePointer<Double>
  private let sums: UnsafeMutablePointer<Double>
  private let squares: UnsafeMutablePointer<Double>

  /// Makes room for `count` quantities.
  public init(count: Int) {
    self.count = count
    func room() -> UnsafeMutablePointer<Double> {
      let pointer = UnsafeMutablePointer<Double>.allocate(capacity: max(count, 1))
      pointer.initialize(repeating: 0, count: max(count, 1))
      return pointer
    }
    (shift, sums, squares) = (room(), room(), room())
  }

  deinit {
    shift.deallocate()
    sums.deallocate()
    squares.deallocate()
  }

  /// Starts a new block.
  public func reset() {
    paths = 0
    sums.update(repeating: 0, count: count)
    squares.update(repeating: 0, count: count)
  }

  /// Takes one path's `count` values into account.
  public func add(_ values: UnsafePointer<Double>) {
    if paths == 0 { shift.update(from: values, count: count) }
    paths += 1
    let (shift, sums, squares) = (shift, sums, squares)
    for index in 0..<count {
      let deviation = values[index] - shift[index]
      sums[index] += deviation
      squares[index] += deviation * deviation
    }
  }

  /// What the block's paths amount to.
  public var moments: VectorMoments {
    let paths = Double(max(self.paths, 1))
    return VectorMoments(
      count: self.paths, means: (0..<count).map { shift[$0] + sums[$0] / paths },
      squares: (0..<count).map { max(0, squares[$0] - sums[$0] * sums[$0] / paths) })
  }
}
