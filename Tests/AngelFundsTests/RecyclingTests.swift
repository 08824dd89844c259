import Foundation
import Stochastics
import Testing

@testable import AngelFunds

/// Proceeds that are invested again.
@Suite struct RecyclingTests {
  /// Ten companies at 1,000万 over three quarters, sold a quarter after they are bought; proceeds of up
  /// to 50,000,000 may be invested again.
  private func path(_ recycling: String) throws -> RuledPath {
    let text = TestScenario.plain(
      companies: 10, dependence: "{market: 0, sector: 0, manager: 0}")
    let set = [
      "terms.recycling": recycling, "terms.investment_period": "3q",
      "outcomes.holding_scale": "0.01", "outcomes.holding_log_sd": "0",
    ]
    return try RuledPath(TestScenario.load(text, set: set).scenario)
  }

  /// Of what the companies of quarter 0 bring in quarter 1 up to 50,000,000 are kept; companies behind
  /// the planned ones whose quarter is 2 get them, and what is left is distributed with that quarter's
  /// proceeds.
  @Test func whatIsKeptBuysFurtherCompanies() throws {
    let (plain, path) = (try path("0%"), try path("50%"))
    var bought = 0
    for number in 0..<100 as Range<UInt32> {
      plain.run(number)
      path.run(number)
      let (before, after) = (plain.series(), path.series())
      let kept = min(before.distributions[1], 50_000_000)
      let room = path.buffers.deals.room(for: 0)
      let further = (10..<(10 + path.buffers.deals.extras[0])).map { room[$0] }
      #expect(further.map(\.ordinal) == Array(10..<Int32(10 + further.count)))
      let wanted = further.filter { $0.entry == 2 }.reduce(0) { $0 + $1.amount }
      let invested = min(kept, wanted)
      bought += invested > 0 ? 1 : 0
      #expect(abs(path.result().recycled - invested) < 0.5)
      #expect(abs(path.result().cost - 100_000_000 - invested) < 0.5)
      #expect(abs(after.idleCash[1] - before.idleCash[1] - kept) < 0.5)
      #expect(abs(after.distributions[1] - (before.distributions[1] - kept)) < 0.5)
      #expect(abs(after.distributions[2] - (before.distributions[2] + kept - invested)) < 0.5)
      for quarter in 0..<3 { #expect(after.calls[quarter] == before.calls[quarter]) }
    }
    #expect(bought > 50)
    #expect(path.imbalance(paths: 0..<100) == nil)
    #expect(try plain.figures().value(.subFund, "town_1", .recycled) == nil)
    #expect(try path.figures().value(.subFund, "town_1", .recycled) == path.result().recycled)
  }

  /// Every rule inside a vehicle at once, in both engines and with every kind of fund.
  @Test func moneyIsConservedWithEveryRule() throws {
    let rules = [
      "terms.waterfall": "deal_by_deal", "terms.clawback": "60%", "terms.recycling": "30%",
      "rules.reinvestment.multiple": "1.5", "rules.reinvestment.relocated.counts": "yes",
      "rules.reinvestment.consequences.fee_deduction": "50%",
      "rules.reinvestment.consequences.withhold_below": "80%",
      "rules.limits.eligibility.policy": "skip", "rules.tolerance.angel": "40%",
      "rules.state_exit.delay": "2q", "rules.state_exit.price_floor": "90%",
      "rules.concession.form": "excess",
    ]
    for (engine, form) in [("multiples", "excess"), ("rounds", "buyout")] {
      let own = ["outcomes.engine": engine, "rules.concession.form": form]
      let scenario = try TestScenario.example(
        "dongguan_baseline", set: rules.merging(own) { $1 }
      ).scenario
      #expect(try scenario.imbalance(paths: 0..<200) == nil)
    }
    var loaded = 0
    let feasible = rules.merging([
      "rules.reinvestment.multiple": "0.3", "rules.reinvestment.local_search": "50%",
    ]) { $1 }
    for number in 0..<60 as Range<UInt32> {
      let text = RandomScenario(number: number).text
      guard let scenario = try? TestScenario.load(text, set: feasible).scenario else { continue }
      loaded += 1
      #expect(try scenario.imbalance(paths: 0..<12) == nil, "scenario \(number)")
    }
    #expect(loaded > 30)
  }
}
