import Stochastics
import Testing

@Suite struct CovarianceMomentsTests {
  private let weights = [1, -0.5, 2.25]

  private func moments(of rows: some Sequence<[Double]>, count: Int = 3) -> CovarianceMoments {
    let products = ShiftedComoments(count: count)
    for row in rows { products.add(row) }
    return products.moments
  }

  /// Dependent columns of different size and place.
  private func rows() throws -> [[Double]] {
    let values = try normals(900, seed: 2)
    return (0..<300).map { path in
      let (x, y, z) = (values[3 * path], values[3 * path + 1], values[3 * path + 2])
      return [x, 1e4 + 10 * y + 3 * x, x * z - 7]
    }
  }

  /// Deviations (-1, 0, 1) and (-2, -2, 4): sums of products 2, 6 and 24, by hand.
  @Test func matchesASampleWorkedByHand() throws {
    let moments = moments(of: [[1, 10], [2, 10], [3, 16]], count: 2)
    #expect(moments.count == 3)
    #expect(moments.means == [2, 12])
    #expect(moments.comoments == [2, 6, 24])
    #expect(moments.variance(ofCombination: [1, 1]) == 19)
    #expect(moments.variance(ofCombination: [3, -1]) == 3)
  }

  /// var(w · x) from the matrix is the variance of the column w · x.
  @Test func aCombinationHasTheVarianceOfItsColumn() throws {
    let rows = try rows()
    let column = rows.reduce(into: Moments()) { moments, row in
      moments.add(zip(weights, row).reduce(0) { $0 + $1.0 * $1.1 })
    }
    let variance = try #require(moments(of: rows).variance(ofCombination: weights))
    #expect(abs(variance / (try #require(column.variance)) - 1) < 1e-10)
  }

  @Test(arguments: [0, 1, 77, 300])
  func mergingTwoPartsGivesTheWhole(split: Int) throws {
    let rows = try rows()
    let whole = moments(of: rows)
    let merged = moments(of: rows[..<split]).merged(with: moments(of: rows[split...]))
    #expect(merged.count == 300)
    for (left, right) in zip(merged.means, whole.means) { #expect(abs(left / right - 1) < 1e-12) }
    for (left, right) in zip(merged.comoments, whole.comoments) {
      #expect(abs(left - right) < 1e-10 * abs(whole.comoments[2]))
    }
  }

  @Test func aNewBlockForgetsTheOldOne() throws {
    let rows = try rows()
    let products = ShiftedComoments(count: 3)
    for row in rows[..<100] { products.add(row) }
    products.reset()
    for row in rows[100...] { products.add(row) }
    #expect(products.moments == moments(of: rows[100...]))
  }

  @Test func onePathHasNoVariance() {
    #expect(moments(of: [[4, 5, 6]]).variance(ofCombination: weights) == nil)
  }
}
