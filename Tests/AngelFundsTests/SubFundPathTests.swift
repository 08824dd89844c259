import Foundation
import Stochastics
import Testing

@testable import AngelFunds

/// One sub-fund's path, worked by hand.
@Suite struct SubFundPathTests {
  /// A fund of 10 equal companies bought in one quarter at 1,000万 each, all of which return 1 to 5
  /// times the cost and are sold a quarter later, under given terms.
  private func path(_ set: [String: String]) throws -> (ScopeSeries, PathBuffers) {
    let text = TestScenario.plain(
      companies: 10, dependence: "{market: 0, sector: 0, manager: 0}")
    let always =
      "{zero: {share: 0%}, below_1x: {share: 0%}, from_1x_to_5x: {share: 100%}, "
      + "from_5x_to_10x: {share: 0%}, above_10x: {share: 0%}}"
    let scenario = try TestScenario.load(
      text, set: set.merging(["outcomes.buckets": always]) { $1 }
    ).scenario
    let model = CompiledModel(scenario)
    let buffers = PathBuffers(model)
    var source = try RandomSource(generator: .philox, seed: 5)
    var silence = NoRecording()
    _ = PathSimulation(model, buffers: buffers).run(
      path: 0, source: &source, recorder: &silence)
    return (ScopeSeries(buffers.series, scope: 1, layout: buffers.layout), buffers)
  }

  @Test func withoutFeesPartnersGetWhatCompaniesBring() throws {
    let (series, buffers) = try path([:])
    let proceeds = (0..<10).reduce(0.0) { $0 + buffers.companyProceeds[$1] }
    #expect(series.calls[0] == 100_000_000)
    #expect(proceeds > 100_000_000)
    #expect(abs(series.distributions[1] - proceeds) < 0.5)
    #expect(series.nav[0] == 100_000_000)
    #expect(series.nav[1] == 0)
  }

  /// Carry of 20 % over a hurdle of 8 % a year: capital is out for one quarter, which earns
  /// 2 % × 100,000,000 = 2,000,000; the manager gets 20 % of the rest of the profit.
  @Test func carryIsTakenAfterOneQuartersHurdle() throws {
    let (series, buffers) = try path(["terms.carry": "20%", "terms.hurdle_rate": "8%"])
    let proceeds = (0..<10).reduce(0.0) { $0 + buffers.companyProceeds[$1] }
    let carry = 0.2 * (proceeds - 102_000_000)
    #expect(abs(series.distributions[1] - (proceeds - carry)) < 0.5)
    #expect(abs(buffers.results[0].carry - carry) < 0.5)
  }

  /// A fee of 4 % a year on paid-in capital for a quarter: 1 % of 100,000,000.
  ///
  /// The budget leaves
  /// 99,000,000 for companies, of which nine get 10,000,000 and the tenth 9,000,000.
  @Test func theFeeOfTheInvestmentPeriodIsKeptBack() throws {
    let (series, buffers) = try path(["terms.mgmt_fee.investment_period": "4%"])
    #expect(abs(buffers.results[0].cost - 99_000_000) < 0.5)
    #expect(buffers.results[0].companies.funded == 10)
    #expect(abs(series.fees[0] - 1_000_000) < 0.5)
    #expect(series.calls[0] == 100_000_000)
  }

  /// In the exit period 4 % a year is 1 % a quarter of the cost that is not yet exited: the
  /// companies are sold in quarter 1, after the fee has been charged on all of it.
  @Test func theFeeOfTheExitPeriodComesFromProceeds() throws {
    let (series, buffers) = try path(["terms.mgmt_fee.exit_period": "4%"])
    let proceeds = (0..<10).reduce(0.0) { $0 + buffers.companyProceeds[$1] }
    #expect(abs(series.fees[1] - 1_000_000) < 0.5)
    #expect(abs(series.distributions[1] - (proceeds - 1_000_000)) < 0.5)
  }

  /// Companies that would be sold after 50 years are sold at the end of the term of 5 + 5 years and
  /// a quarter, in quarter 40, for 65 % of the value they have grown to: cost × m^(40/h).
  @Test func whatIsUnsoldGoesAtAShareOfItsValue() throws {
    let (series, buffers) = try path([
      "outcomes.holding_scale": "8", "outcomes.holding_log_sd": "0",
    ])
    // Median 6.5 years × 8 = 52 years = 208 quarters.
    let sold = (0..<10).map { buffers.companyProceeds[$0] / 1e7 / 0.65 }
    for value in sold { #expect((1...pow(5, 40.0 / 208)).contains(value)) }
    #expect(buffers.results[0].companies.soldAtTermEnd == 10)
    #expect(abs(series.distributions[40] - sold.reduce(0, +) * 0.65e7) < 1)
    let growth = sold.reduce(0, +) * 1e7
    #expect(series.nav[39] < growth && series.nav[39] > 0.95 * growth)
  }

  /// Three tranches of 40, 30 and 30 % for companies bought in one quarter: all are called at once,
  /// as cash has to cover the purchases.
  @Test func tranchesFollowTheNeed() throws {
    let (series, _) = try path(["terms.tranches": "[40%, 30%, 30%]"])
    #expect(abs(series.calls[0] - 100_000_000) < 0.5)
  }

  /// The rule alone: 40 is called at once; at 28 used (70 %) the next 30; short cash calls too.
  @Test func aTrancheIsCalledWhenEnoughIsUsed() {
    let tranches = [40.0, 30, 30]
    tranches.withUnsafeBufferPointer { tranches in
      var calls = CapitalCalls(nextCallAt: 0.7, tranches: tranches)
      func call(_ used: Double, _ cash: Double, _ purchases: Double) -> Double {
        calls.call(used: used, cash: cash, purchases: purchases, feeOwed: 0, feeRate: 0.005)
      }
      #expect(call(0, 0, 5) == 40)
      #expect(call(27.9, 12.1, 5) == 0)
      #expect(call(28, 12, 5) == 30)
      #expect(call(40, 30, 29.8) == 30)  // 29.8 + 0.5 % × 70 = 30.15 is more than 30
      #expect(call(100, 0, 50) == 0)
    }
  }
}
