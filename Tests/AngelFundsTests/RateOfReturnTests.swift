import Foundation
import Testing

@testable import AngelFunds

@Suite struct RateOfReturnTests {
  /// The rate of yearly flows, laid out by quarter.
  private func yearly(_ flows: [Double]) throws -> RateOfReturn? {
    var quarters = [Double](repeating: 0, count: 4 * (flows.count - 1) + 1)
    for (year, flow) in flows.enumerated() { quarters[4 * year] = flow }
    return try quarterly(quarters)
  }

  private func quarterly(_ flows: [Double]) throws -> RateOfReturn? {
    var finder = try RateOfReturnFinder()
    return flows.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { finder.rate(of: $0, count: buffer.count) }
    }
  }

  /// The worked example of Microsoft's IRR reference page: a business that costs 70,000 and earns
  /// 12,000, 15,000, 18,000, 21,000, 26,000; printed there as -2.1 % after four years, 8.7 % after
  /// five, and -44.4 % after two. https://support.microsoft.com/office/irr-function
  @Test func matchesTheExcelReference() throws {
    let flows = [-70_000.0, 12_000, 15_000, 18_000, 21_000, 26_000]
    let four = try #require(try yearly(Array(flows.prefix(5))))
    let five = try #require(try yearly(flows))
    let two = try #require(try yearly(Array(flows.prefix(3))))
    #expect(abs(four.rate + 0.021) < 0.0005)
    #expect(abs(five.rate - 0.087) < 0.0005)
    #expect(abs(two.rate + 0.444) < 0.0005)
  }

  /// 100 become 1, or 1,000, in a year: (1/100) - 1 and 10 - 1.
  @Test func isRightAtMinus99AndPlus900Percent() throws {
    let loss = try #require(try yearly([-100, 1]))
    let gain = try #require(try yearly([-100, 1000]))
    #expect(abs(loss.rate + 0.99) < 1e-9)
    #expect(abs(gain.rate - 9) < 1e-9)
    let slowLoss = try #require(try yearly([-100, 0, 0, 0, 0, 0, 0, 0, 1e-6]))
    #expect(abs(slowLoss.rate - (pow(1e-8, 1.0 / 8) - 1)) < 1e-9)
  }

  @Test func isAbsentWhereNothingWasPaid() throws {
    #expect(try yearly([0, 0, 0]) == nil)
    #expect(try yearly([10, 0, 5]) == nil)
  }

  @Test func isMinusOneForATotalLoss() throws {
    #expect(try yearly([-100, -50, 0]) == RateOfReturn(rate: -1, isAmbiguous: false))
  }

  /// -100, 230, -132 has the roots 10 % and 20 %: -100 + 230/1.1 - 132/1.21 = 0, and so for 1.2.
  @Test func takesTheRootNearestZeroAndFlagsSeveral() throws {
    let rate = try #require(try yearly([-100, 230, -132]))
    #expect(abs(rate.rate - 0.1) < 1e-9)
    #expect(rate.isAmbiguous)
  }

  /// (x - 2)(x - 0.8) with x the yearly growth: roots of +100 % and -20 %.
  @Test func looksOnBothSidesOfZero() throws {
    let rate = try #require(try yearly([-1, 2.8, -1.6]))
    #expect(abs(rate.rate + 0.2) < 1e-9)
    #expect(rate.isAmbiguous)
  }

  /// Yearly flows whose only rates of return are `rates`: the product of (x - 1/(1 + rate)) over
  /// them, x being the yearly discount factor.
  private func flows(withRates rates: [Double]) -> [Double] {
    rates.map { 1 / (1 + $0) }.reduce([1]) { product, root in
      zip([0] + product, product + [0]).map { $0 - root * $1 }
    }
  }

  /// Two roots that lie close together do not change the sign between points that enclose both.
  @Test(arguments: [
    ([-0.625, -0.517], -0.517), ([-0.745, -0.659, 7.33], -0.659), ([0.30, 0.31], 0.30),
    ([-0.41, -0.405, 2], -0.405), ([0.05, 0.0501, 0.9], 0.05), ([-0.3, 0.2, 0.1999], 0.1999),
  ])
  func findsRootsThatLieClose(rates: [Double], nearest: Double) throws {
    for sign in [1.0, -1] {
      let rate = try #require(try yearly(flows(withRates: rates).map { $0 * sign }))
      #expect(abs(rate.rate - nearest) < 1e-6)
      #expect(rate.isAmbiguous)
    }
  }

  /// x^2 - 2x + 1.001 has no real root: it comes down to 0.001 at a rate of zero and turns.
  @Test func isAbsentWhereTheValueOnlyComesClose() throws {
    #expect(try yearly([1.001, -2, 1]) == nil)
    #expect(try yearly([-1.001, 2, -1]) == nil)
  }

  /// Calls after distributions change the sign of flows often without adding a root: with the
  /// balance negative throughout there is just one (Soper 1959).
  @Test func flagsNothingWhereTheBalanceStaysNegative() throws {
    let flows = [-40.0, 0, 3, -30, 5, -30, 10, 40, 60]
    let rate = try #require(try quarterly(flows))
    #expect(!rate.isAmbiguous)
    let value = flows.enumerated().reduce(0) { $0 + $1.1 * pow(1 + rate.rate, -Double($1.0) / 4) }
    #expect(abs(value) < 1e-9)
  }

  /// Half a year at 10 % in all is told as 10 %, not as 21 %: GIPS forbids annualising.
  @Test func isNotAnnualisedBelowAYear() throws {
    let rate = try #require(try quarterly([-100, 0, 110]))
    #expect(abs(rate.rate - 0.1) < 1e-9)
  }

  @Test(arguments: [0.01, 3, 1e9])
  func ignoresTheSizeOfTheCheque(scale: Double) throws {
    let flows = [-100.0, 20, 0, 30, -10, 80]
    let rate = try #require(try quarterly(flows))
    let scaled = try #require(try quarterly(flows.map { $0 * scale }))
    #expect(abs(rate.rate - scaled.rate) < 1e-10)
  }
}
