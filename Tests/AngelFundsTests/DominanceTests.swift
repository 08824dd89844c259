import Testing

@testable import AngelFunds

@Suite struct DominanceTests {
  /// Evenly spread over 0...1, in an order that hides it.
  private static let even = (0..<2000).map { (Double($0 * 1237 % 2000) + 0.5) / 2000 }

  @Test(arguments: [true, false])
  func moreOnEveryPathDominatesByBothOrders(isPaired: Bool) throws {
    let found = try #require(
      try Dominance(base: Self.even, variant: Self.even.map { $0 + 0.3 }, isPaired: isPaired))
    #expect(found.first == .variant)
    #expect(found.second == .variant)
    #expect(found.thresholds == 198)
    let mirror = try #require(
      try Dominance(base: Self.even.map { $0 + 0.3 }, variant: Self.even, isPaired: isPaired))
    #expect(mirror.first == .base)
    #expect(mirror.second == .base)
  }

  /// Half the spread around the same mean: the distribution functions cross, the shortfalls not.
  ///
  /// Up to the highest threshold the variant's mean shortfall is smaller only by chance there, so
  /// the mean is raised a little.
  @Test func lessRiskDominatesByTheSecondOrderOnly() throws {
    let calm = Self.even.map { 0.55 + ($0 - 0.5) / 2 }
    let found = try #require(try Dominance(base: Self.even, variant: calm, isPaired: true))
    #expect(found.first == .neither)
    #expect(found.second == .variant)
  }

  /// More risk at a higher mean is a matter of taste.
  @Test func riskForReturnIsDominatedByNothing() throws {
    let bold = Self.even.map { 0.6 + ($0 - 0.5) * 3 }
    let found = try #require(try Dominance(base: Self.even, variant: bold, isPaired: true))
    #expect(found.first == .neither)
    #expect(found.second == .neither)
  }

  @Test func noiseDominatesNothing() throws {
    let shuffled = (0..<2000).map { (Double($0 * 771 % 2000) + 0.5) / 2000 + 0.001 }
    let found = try #require(try Dominance(base: Self.even, variant: shuffled, isPaired: true))
    #expect(found.first == .neither)
  }

  @Test func aRunIsTheSameAsItself() throws {
    let found = try #require(try Dominance(base: Self.even, variant: Self.even, isPaired: true))
    #expect(found.first == .same)
    #expect(found.second == .same)
    #expect(try Dominance(base: [.nan], variant: [1], isPaired: true) == nil)
  }

  /// P1 of 0, 1, …, 100 is 1 and P99 is 99; values that both have stand once.
  @Test func thresholdsArePercentilesOfBoth() {
    let numbers = (0...100).map(Double.init)
    let found = Dominance.thresholds(numbers, numbers)
    #expect(found.count == 99)
    #expect(zip(found, 1...99).allSatisfy { abs($0 - Double($1)) < 1e-12 })
    let shifted = numbers.map { $0 + 0.5 }
    #expect(Dominance.thresholds(numbers, shifted).count == 198)
  }
}
