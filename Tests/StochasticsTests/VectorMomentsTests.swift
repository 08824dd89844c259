import Stochastics
import Testing

@Suite struct VectorMomentsTests {
  private func moments(of rows: some Sequence<[Double]>, count: Int) -> VectorMoments {
    let sums = ShiftedSums(count: count)
    for row in rows { sums.add(row) }
    return sums.moments
  }

  private func rows() throws -> [[Double]] {
    let values = try normals(1500)
    return (0..<500).map { path in
      let (x, y, z) = (values[3 * path], values[3 * path + 1], values[3 * path + 2])
      return [x, 1e6 + y, 1e-3 * z * z]
    }
  }

  /// NIST StRD dataset NumAcc4, certified mean 10000000.2 and standard deviation 0.1.
  @Test func meetsTheNISTCertifiedValues() throws {
    let estimate = try #require(moments(of: numAcc4.map { [$0] }, count: 1).estimate(at: 0))
    #expect(abs(estimate.value - 10_000_000.2) < 1e-8)
    #expect(abs(estimate.standardError * 1001.0.squareRoot() - 0.1) < 1e-8)
  }

  @Test func constantsHaveNoSpreadAtAll() {
    let constants = [0.1, -1e9 / 3, 0]
    let part = moments(of: repeatElement(constants, count: 777), count: 3)
    for moments in [part, part.merged(with: part)] {
      #expect(moments.means == constants)
      #expect(moments.squares == [0, 0, 0])
      #expect(moments.estimate(at: 0)?.standardError == 0)
    }
  }

  @Test func agreesWithTheMomentsOfEveryColumn() throws {
    let rows = try rows()
    let vector = moments(of: rows, count: 3)
    for column in 0..<3 {
      let single = rows.reduce(into: Moments()) { $0.add($1[column]) }
      let (expected, found) = (
        try #require(single.meanEstimate), try #require(vector.estimate(at: column))
      )
      #expect(abs(found.value / expected.value - 1) < 1e-12)
      #expect(abs(found.standardError / expected.standardError - 1) < 1e-9)
    }
  }

  @Test(arguments: [0, 1, 123, 500])
  func mergingTwoPartsGivesTheWhole(split: Int) throws {
    let rows = try rows()
    let whole = moments(of: rows, count: 3)
    let merged = moments(of: rows[..<split], count: 3)
      .merged(with: moments(of: rows[split...], count: 3))
    #expect(merged.count == 500)
    for column in 0..<3 {
      #expect(abs(merged.means[column] / whole.means[column] - 1) < 1e-12)
      #expect(abs(merged.squares[column] / whole.squares[column] - 1) < 1e-9)
    }
  }

  @Test func aNewBlockForgetsTheOldOne() throws {
    let rows = try rows()
    let sums = ShiftedSums(count: 3)
    for row in rows[..<100] { sums.add(row) }
    sums.reset()
    for row in rows[100...] { sums.add(row) }
    #expect(sums.moments == moments(of: rows[100...], count: 3))
  }

  @Test func onePathHasNoError() {
    #expect(moments(of: [[4.0]], count: 1).estimate(at: 0) == nil)
  }
}
