/// Means and co-moments of a few quantities over the same paths.
public struct CovarianceMoments: Hashable, Sendable {
  /// Number of paths.
  public let count: Int
  /// One mean a quantity.
  public let means: [Double]
  /// Sums of products of deviations: the lower triangle, row by row.
  public let comoments: [Double]

  /// Makes moments; `comoments` has n(n + 1)/2 entries for n means.
  public init(count: Int, means: [Double], comoments: [Double]) {
    precondition(comoments.count == means.count * (means.count + 1) / 2)
    self.count = count
    self.means = means
    self.comoments = comoments
  }

  /// What both sets of paths amount to together.
  public func merged(with other: CovarianceMoments) -> CovarianceMoments {
    precondition(means.count == other.means.count)
    guard other.count > 0 else { return self }
    let part = Double(other.count) / Double(count + other.count)
    let deviations = means.indices.map { other.means[$0] - means[$0] }
    var merged = comoments
    var position = 0
    for row in means.indices {
      for column in 0...row {
        merged[position] +=
          other.comoments[position] + deviations[row] * deviations[column] * Double(count) * part
        position += 1
      }
    }
    return CovarianceMoments(
      count: count + other.count,
      means: means.indices.map { means[$0] + deviations[$0] * part }, comoments: merged)
  }

  /// Sample variance of the sum of weight times quantity; nil below two paths.
  public func variance(ofCombination weights: [Double]) -> Double? {
    guard count > 1 else { return nil }
    var (sum, position) = (0.0, 0)
    for row in means.indices {
      for column in 0...row {
        sum += (row == column ? 1 : 2) * weights[row] * weights[column] * comoments[position]
        position += 1
      }
    }
    return sum / Double(count - 1)
  }
}

/// Adds up products of a few quantities over a block of paths, shifted by the first path's values.
public final class ShiftedComoments {
  private let count: Int
  private var paths = 0
  private var shift: [Double]
  private var deviations: [Double]
  private var sums: [Double]
  private var products: [Double]

  /// Makes room for `count` quantities.
  public init(count: Int) {
    self.count = count
    shift = [Double](repeating: 0, count: count)
    deviations = shift
    sums = shift
    products = [Double](repeating: 0, count: count * (count + 1) / 2)
  }

  /// Starts a new block.
  public func reset() {
    paths = 0
    for index in sums.indices { sums[index] = 0 }
    for index in products.indices { products[index] = 0 }
  }

  /// Takes one path's values into account.
  public func add(_ values: UnsafePointer<Double>) {
    if paths == 0 { for index in 0..<count { shift[index] = values[index] } }
    paths += 1
    for index in 0..<count {
      deviations[index] = values[index] - shift[index]
      sums[index] += deviations[index]
    }
    let count = count
    deviations.withUnsafeBufferPointer { deviations in
      products.withUnsafeMutableBufferPointer { products in
        var position = 0
        for row in 0..<count {
          let factor = deviations[row]
          for column in 0...row { products[position + column] += factor * deviations[column] }
          position += row + 1
        }
      }
    }
  }

  /// What the block's paths amount to.
  public var moments: CovarianceMoments {
    let paths = Double(max(self.paths, 1))
    var comoments = products
    var position = 0
    for row in 0..<count {
      for column in 0...row {
        comoments[position] -= sums[row] * sums[column] / paths
        position += 1
      }
    }
    return CovarianceMoments(
      count: self.paths, means: (0..<count).map { shift[$0] + sums[$0] / paths },
      comoments: comoments)
  }
}
