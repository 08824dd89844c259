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
  private let shift: UnsafeMutablePointer<Double>
  private let deviations: UnsafeMutablePointer<Double>
  private let sums: UnsafeMutablePointer<Double>
  private let products: UnsafeMutablePointer<Double>  // the lower triangle, row by row

  /// Makes room for `count` quantities.
  public init(count: Int) {
    self.count = count
    func room(_ count: Int) -> UnsafeMutablePointer<Double> {
      let pointer = UnsafeMutablePointer<Double>.allocate(capacity: max(count, 1))
      pointer.initialize(repeating: 0, count: max(count, 1))
      return pointer
    }
    (shift, deviations, sums) = (room(count), room(count), room(count))
    products = room(count * (count + 1) / 2)
  }

  deinit {
    for pointer in [shift, deviations, sums, products] { pointer.deallocate() }
  }

  /// Starts a new block.
  public func reset() {
    paths = 0
    sums.update(repeating: 0, count: count)
    products.update(repeating: 0, count: count * (count + 1) / 2)
  }

  /// Takes one path's values into account.
  public func add(_ values: UnsafePointer<Double>) {
    if paths == 0 { shift.update(from: values, count: count) }
    paths += 1
    var row = products
    for index in 0..<count {
      let deviation = values[index] - shift[index]
      deviations[index] = deviation
      sums[index] += deviation
      for column in 0...index { row[column] += deviation * deviations[column] }
      row += index + 1
    }
  }

  /// What the block's paths amount to.
  public var moments: CovarianceMoments {
    let paths = Double(max(self.paths, 1))
    var comoments = Array(
      UnsafeBufferPointer(start: products, count: count * (count + 1) / 2))
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
