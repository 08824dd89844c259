import Foundation
import Stochastics
import Testing

@Suite struct SignedLogBinsTests {
  private let signed = SignedLogBins(isSigned: true)
  private let unsigned = SignedLogBins(isSigned: false)

  private func counts(_ values: [Double], _ bins: SignedLogBins) -> [UInt32] {
    values.reduce(into: [UInt32](repeating: 0, count: bins.binCount)) {
      $0[bins.index(of: $1)] += 1
    }
  }

  @Test(arguments: [true, false])
  func binsAreNarrowAndLieSideBySide(isSigned: Bool) {
    let bins = SignedLogBins(isSigned: isSigned)
    let all = (0..<bins.binCount).map { bins.bounds(of: $0) }
    let widest = all.filter { $0 != 0...0 }.map { bounds in
      (bounds.upperBound - bounds.lowerBound)
        / min(bounds.lowerBound.magnitude, bounds.upperBound.magnitude)
    }
    #expect(widest.allSatisfy { $0 > 0 && $0 <= 0.004 })
    #expect(all.filter { $0 == 0...0 }.count == 1)
    let gaps = zip(all, all.dropFirst()).filter { $0.upperBound != $1.lowerBound }
    #expect(gaps.allSatisfy { abs($0.upperBound) + abs($1.lowerBound) == 1024 })
    #expect(all.last?.upperBound == 0x1p44)
    #expect(all.first?.lowerBound == (isSigned ? -0x1p44 : 0))
  }

  @Test(arguments: [1024, 1025.5, 2047.999, 2048, 3e4, 123_456_789.12, 1e13, 0x1.fffffffp43])
  func anAmountLiesInItsBin(amount: Double) {
    let bounds = signed.bounds(of: signed.index(of: amount))
    #expect(bounds.lowerBound <= amount && amount < bounds.upperBound)
    #expect(unsigned.bounds(of: unsigned.index(of: amount)) == bounds)
    let mirror = signed.bounds(of: signed.index(of: -amount))
    #expect(mirror == -bounds.upperBound...(-bounds.lowerBound))
  }

  /// Below 2^10 an amount counts as nothing.
  @Test(arguments: [0, -0.0, 1e-300, 1, 1e3, 1023.999])
  func smallAmountsCountAsZero(amount: Double) {
    for bins in [signed, unsigned] {
      #expect(bins.bounds(of: bins.index(of: amount)) == 0...0)
      #expect(bins.index(of: -amount) == bins.index(of: amount))
    }
  }

  @Test func hugeAmountsCountAsTheLargest() {
    for amount in [0x1p44, 1e300, .greatestFiniteMagnitude] {
      #expect(signed.index(of: amount) == signed.binCount - 1)
      #expect(signed.index(of: -amount) == 0)
      #expect(unsigned.index(of: amount) == unsigned.binCount - 1)
      #expect(unsigned.index(of: -amount) == 0)
    }
  }

  @Test func aNegativeAmountWithoutSignIsZero() {
    #expect(unsigned.bounds(of: unsigned.index(of: -1e6)) == 0...0)
  }

  @Test func binsAreInTheOrderOfTheirValues() throws {
    let values = try normals(3000).map { 1e6 * sinh(4 * $0) }.sorted()
    let indices = values.map { signed.index(of: $0) }
    #expect(zip(indices, indices.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(Set(indices).count > 500)
  }

  /// Of 5,000 amounts from -10^9 to 10^9, a fifth of them zero, at the rank of type 7.
  ///
  /// Between two order statistics either will do: out in the tails they are several bins apart.
  @Test(arguments: [0, 0.05, 0.25, 0.45, 0.5, 0.75, 0.95, 1])
  func quantilesAreExactToTheBin(probability: Double) throws {
    let values = try normals(5000, seed: 4).map { abs($0) < 0.2533 ? 0 : 1e5 * sinh(3 * $0) }
    let (sorted, rank) = (values.sorted(), probability * 4999)
    let (low, high) = (sorted[Int(rank)], sorted[Int(rank.rounded(.up))])
    let found = try #require(signed.quantile(probability, counts: counts(values, signed)))
    #expect(found >= low - 0.004 * abs(low) && found <= high + 0.004 * abs(high))
    if probability == 0.45 || probability == 0.5 { #expect(found == 0) }
  }

  /// Three amounts hold the places 1/6, 1/2 and 5/6 of the bin from 1,024 to 1,028.
  @Test func amountsOfOneBinAreSpreadOverIt() throws {
    let counts = counts([0, 0, 1025, 1025, 1025], unsigned)
    for (probability, place) in [(0.5, 1.0 / 6), (0.75, 0.5), (1, 5.0 / 6)] {
      let found = try #require(unsigned.quantile(probability, counts: counts))
      #expect(abs(found - (1024 + 4 * place)) < 1e-9)
    }
  }

  @Test func nothingCountedHasNoQuantile() {
    #expect(signed.quantile(0.5, counts: counts([], signed)) == nil)
    #expect(signed.quantile(0.5, counts: counts([0], signed)) == 0)
  }
}
