import Foundation
import Stochastics
import Testing

@Suite struct MomentsTests {
  /// NIST StRD dataset NumAcc4, certified mean 10000000.2 and standard deviation 0.1.
  @Test func meetsTheNISTCertifiedValues() throws {
    let moments = numAcc4.reduce(into: Moments()) { $0.add($1) }
    #expect(moments.count == 1001)
    #expect(abs(moments.mean - 10_000_000.2) < 1e-8)
    #expect(abs(try #require(moments.variance).squareRoot() - 0.1) < 1e-8)
  }

  /// Mean 1, squared deviations 1 + 1 + 1 + 9 = 12, cubed -1 - 1 - 1 + 27 = 24.
  ///
  /// Skewness is 24/4 over (12/4)^1.5 = 6 / (3 sqrt 3); the variance 12/3, its error sqrt(4/4).
  @Test func matchesASampleWorkedByHand() throws {
    let moments = [0.0, 0, 0, 4].reduce(into: Moments()) { $0.add($1) }
    #expect(abs(try #require(moments.skewness) - 2 / 3.0.squareRoot()) < 1e-14)
    #expect(abs(try #require(moments.variance) - 4) < 1e-14)
    let estimate = try #require(moments.meanEstimate)
    #expect(abs(estimate.value - 1) < 1e-14)
    #expect(abs(estimate.standardError - 1) < 1e-14)
  }

  @Test(arguments: [0, 1, 7, 10])
  func mergingTwoPartsGivesTheWhole(split: Int) throws {
    let values = [3.0, 1, 4, 1, 5, 9, 2, 6, 5, 3]
    var left = values[..<split].reduce(into: Moments()) { $0.add($1) }
    left.merge(values[split...].reduce(into: Moments()) { $0.add($1) })
    let whole = values.reduce(into: Moments()) { $0.add($1) }
    #expect(left.count == whole.count)
    #expect(abs(left.mean - whole.mean) < 1e-12)
    #expect(abs(try #require(left.variance) - (try #require(whole.variance))) < 1e-12)
    #expect(abs(try #require(left.skewness) - (try #require(whole.skewness))) < 1e-12)
  }

  @Test func whatIsUndefinedIsNil() {
    var moments = Moments()
    moments.add(5)
    #expect(moments.variance == nil)
    #expect(moments.meanEstimate == nil)
    moments.add(5)
    #expect(moments.variance == 0)
    #expect(moments.skewness == nil)
  }
}

/// NIST StRD dataset NumAcc4: 10000000.2, then 500 pairs of 10000000.1 and 10000000.3.
let numAcc4 = [10_000_000.2] + (0..<1000).map { $0.isMultiple(of: 2) ? 10_000_000.1 : 10_000_000.3 }
