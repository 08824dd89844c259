import Testing

@testable import AngelFunds

/// Every case is worked by hand in its comment; amounts in yuan, matched to the yuan.
@Suite struct WaterfallTests {
  private func terms(
    hurdle: Hurdle = .simple, catchUp: Double = 0
  ) -> WaterfallTerms {
    WaterfallTerms(hurdleRate: 0.06, hurdle: hurdle, catchUp: catchUp, carry: 0.20)
  }

  /// Calls 100 million in quarter 0 and distributes `amount` in quarter 8.
  ///
  /// The preferred return of two years: 8 quarters × 1.5 % × 100,000,000 = 12,000,000 (simple).
  private func afterTwoYears(
    _ terms: WaterfallTerms, distributing amount: Double
  ) -> (waterfall: Waterfall, carry: Double) {
    var waterfall = Waterfall(terms)
    waterfall.accrue()
    waterfall.call(100_000_000)
    for _ in 1...8 { waterfall.accrue() }
    let carry = waterfall.distribute(amount).managers
    return (waterfall, carry)
  }

  /// 80,000,000 does not return the capital: 20,000,000 stay open, no carry.
  @Test func aLossPaysNoCarry() {
    let (waterfall, carry) = afterTwoYears(terms(), distributing: 80_000_000)
    #expect(carry == 0)
    #expect(abs(waterfall.unreturned - 20_000_000) < 0.5)
    #expect(abs(waterfall.preferredOwed - 12_000_000) < 0.5)
  }

  /// 105,000,000 = 100,000,000 of capital + 5,000,000 of the 12,000,000 preferred return.
  @Test func betweenCapitalAndHurdlePartnersGetAll() {
    let (waterfall, carry) = afterTwoYears(terms(), distributing: 105_000_000)
    #expect(carry == 0)
    #expect(abs(waterfall.unreturned) < 0.5)
    #expect(abs(waterfall.preferredOwed - 7_000_000) < 0.5)
  }

  /// 113,000,000: after 112,000,000 the manager catches up alone; it gets 1,000,000 of the
  /// 20 % × 12,000,000 / 80 % = 3,000,000 that would bring it to 20 % of the profit.
  @Test func insideTheCatchUpTheManagerGetsAll() {
    let (_, carry) = afterTwoYears(terms(catchUp: 1), distributing: 113_000_000)
    #expect(abs(carry - 1_000_000) < 0.5)
  }

  /// 130,000,000 = capital 100,000,000 + preferred 12,000,000 + catch-up 3,000,000 + 15,000,000.
  ///
  /// The manager gets the catch-up and 20 % of the last part, 3,000,000. Carry of 6,000,000 is 20 % of the profit of 30,000,000.
  @Test func afterAFullCatchUpTheManagerHasItsShareOfTheWholeProfit() {
    let (_, carry) = afterTwoYears(terms(catchUp: 1), distributing: 130_000_000)
    #expect(abs(carry - 6_000_000) < 0.5)
  }

  /// The same with half of the money going to the manager while it catches up:
  /// 20 % × 12,000,000 / (50 % - 20 %) = 8,000,000, of which 4,000,000; then 20 % of 10,000,000.
  @Test func aHalfCatchUpReachesTheSameShareLater() {
    let (_, carry) = afterTwoYears(terms(catchUp: 0.5), distributing: 130_000_000)
    #expect(abs(carry - 6_000_000) < 0.5)
  }

  /// 130,000,000 without catch-up: 20 % of 130 - 112 = 18,000,000 is 3,600,000.
  @Test func withoutCatchUpTheHurdleIsHard() {
    let (_, carry) = afterTwoYears(terms(), distributing: 130_000_000)
    #expect(abs(carry - 3_600_000) < 0.5)
  }

  /// Compounding: 100,000,000 × (1.06² - 1) = 12,360,000; 20 % of 17,640,000 is 3,528,000, against
  /// 3,600,000 with a simple hurdle.
  @Test func aCompoundingHurdleCostsTheManagerMore() {
    let (_, compounding) = afterTwoYears(terms(hurdle: .compounding), distributing: 130_000_000)
    let (_, simple) = afterTwoYears(terms(), distributing: 130_000_000)
    #expect(abs(compounding - 3_528_000) < 0.5)
    #expect(abs(simple - 3_600_000) < 0.5)
  }

  /// An early winner, then a call whose fate is the test's.
  ///
  /// Quarter 0: call 40,000,000. Quarter 4: preferred 4 × 1.5 % × 40,000,000 = 2,400,000; of
  /// 60,000,000 the manager gets 20 % of 60 - 42.4 = 17.6 million: 3,520,000. Quarter 5: call
  /// 30,000,000; by quarter 9 it has earned 4 × 1.5 % × 30,000,000 = 1,800,000.
  private func earlyWinner(thenDistributing amount: Double) -> (Waterfall, carry: Double) {
    var waterfall = Waterfall(terms())
    waterfall.accrue()
    waterfall.call(40_000_000)
    for _ in 1...4 { waterfall.accrue() }
    var carry = waterfall.distribute(60_000_000).managers
    #expect(abs(carry - 3_520_000) < 0.5)
    waterfall.accrue()
    waterfall.call(30_000_000)
    for _ in 6...9 { waterfall.accrue() }
    carry += waterfall.distribute(amount).managers
    return (waterfall, carry)
  }

  /// Only 10,000,000 come back from the second call: 70,000,000 in, 70,000,000 out, no profit.
  ///
  /// All of the carry comes back.
  @Test func carryOnAnEarlyWinnerComesBackWhenALaterTrancheIsLost() {
    var (waterfall, carry) = earlyWinner(thenDistributing: 10_000_000)
    #expect(abs(carry - 3_520_000) < 0.5)
    #expect(abs(waterfall.settle() - 3_520_000) < 0.5)
    #expect(abs(waterfall.carryPaid) < 0.5)
  }

  /// 30,000,000 come back: 90 out, 70 in, 4.2 preferred; due are 20 % of 15.8 = 3.16 million, so
  /// 360,000 come back.
  @Test func onlyTheOverpaidPartOfTheCarryComesBack() {
    var (waterfall, _) = earlyWinner(thenDistributing: 30_000_000)
    #expect(abs(waterfall.settle() - 360_000) < 0.5)
  }

  /// Before the end, value counts as if it were distributed: with 30,000,000 held instead of
  /// distributed, partners would get it all and the overpaid 360,000.
  @Test func netAssetValueCountsCarryThatWouldComeBack() {
    let (waterfall, _) = earlyWinner(thenDistributing: 0)
    #expect(abs(waterfall.partnersShare(ofLiquidating: 30_000_000) - 30_360_000) < 0.5)
  }

  /// Cut into any parts, the same money pays the same carry while no call comes between.
  @Test(arguments: [0.0, 0.5, 1.0])
  func partsOfADistributionPayWhatTheWholePays(catchUp: Double) {
    let (_, whole) = afterTwoYears(terms(catchUp: catchUp), distributing: 150_000_000)
    var waterfall = afterTwoYears(terms(catchUp: catchUp), distributing: 0).waterfall
    var parts = 0.0
    for amount in [40, 63, 9.5, 0.5, 2, 1, 4, 30] {
      parts += waterfall.distribute(amount * 1e6).managers
    }
    #expect(abs(parts - whole) < 0.5)
    #expect(waterfall.settle() == 0)
  }
}
