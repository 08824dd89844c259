import Foundation
import Stochastics
import Testing

@testable import AngelFunds

/// Carry on each deal, what comes back of it, and proceeds that are invested again.
@Suite struct DealByDealTests {
  /// Ten companies at 1,000万: winners are sold after two years, losers bring nothing after ten; 8 % a
  /// year, 20 % carry.
  private func path(_ set: [String: String] = [:]) throws -> RuledPath {
    let text = TestScenario.plain(
      companies: 10, dependence: "{market: 0, sector: 0, manager: 0}")
    let always = [
      "terms.waterfall": "deal_by_deal", "terms.carry": "20%", "terms.hurdle_rate": "8%",
      "outcomes.holding_scale": "1", "outcomes.holding_log_sd": "0",
      "outcomes.buckets": "{zero: {share: 50%, holding: 10y}, below_1x: {share: 0%}, "
        + "from_1x_to_5x: {share: 50%, holding: 2y}, from_5x_to_10x: {share: 0%}, "
        + "above_10x: {share: 0%}}",
    ]
    return try RuledPath(
      TestScenario.load(text, set: always.merging(set) { $1 }).scenario)
  }

  /// What winners bring on the path at hand.
  private func winners(_ path: RuledPath, _ outcome: PathSimulation.Outcome) -> [Double] {
    (0..<outcome.companies).map { path.buffers.companyProceeds[$0] }
  }

  /// Each winner that brings p leaves 0.2 × (p - 10,000,000 - 8 quarters × 2 % of it) to the manager.
  ///
  /// When the losers are gone, the whole fund owes 20 % of what is beyond capital and 2 % a quarter on
  /// what was not returned: on 100,000,000 for 8 quarters, then on the rest for 32. Half of what was
  /// paid beyond that comes back. Sold for its value before, a loser brings no carry, and the manager
  /// gives back the same part of what it got too much.
  @Test func carryOnWinnersComesBackInPart() throws {
    for (share, clawback) in [("0%", 0.0), ("50%", 0.5), ("100%", 1)] {
      let path = try path(["terms.clawback": share])
      for number in 0..<20 as Range<UInt32> {
        let outcome = path.run(number)
        let brought = winners(path, outcome)
        let proceeds = brought.reduce(0, +)
        let carry = brought.reduce(0) { $0 + 0.2 * max(0, $1 - 11_600_000) }
        let left = max(0, 100_000_000 - (proceeds - carry))
        let preferred = 16_000_000 + 32 * 0.02 * left
        let due = 0.2 * max(0, proceeds - 100_000_000 - preferred)
        let returned = clawback * max(0, carry - due)
        #expect(abs(path.series().distributions[8] - (proceeds - carry)) < 0.5)
        #expect(abs(path.series().distributions[40] - returned) < 0.5)
        #expect(abs(path.result().carry - (carry - returned)) < 0.5)
        let value = Double(10 - outcome.companies) * 5_000_000
        let dueNow = 0.2 * max(0, proceeds + value - 116_000_000 - 12 * 0.02 * left)
        let nav = value + clawback * max(0, carry - dueNow)
        #expect(outcome.companies == 10 || abs(path.series().nav[20] - nav) < 0.5)
      }
      #expect(path.imbalance(paths: 0..<20) == nil)
    }
  }

  /// Ten companies that all grow for ten years; in the middle each is worth the root of what it will
  /// bring over its cost.
  ///
  /// Sold then, each leaves 0.2 × (value − cost − 20 quarters × 2 % of it) to the manager, and the
  /// fund owes 20 % of what is beyond capital and 2 % a quarter of it: the difference comes back in
  /// part. Carry on totals alone made the value up to 15 % too high.
  @Test(arguments: [("0%", 0.0), ("50%", 0.5), ("100%", 1.0)])
  func valueIsWhatPartnersWouldGetIfAllWereSold(share: String, clawback: Double) throws {
    let path = try path([
      "terms.clawback": share,
      "outcomes.buckets": "{zero: {share: 0%}, below_1x: {share: 20%, holding: 10y}, "
        + "from_1x_to_5x: {share: 80%, holding: 10y}, from_5x_to_10x: {share: 0%}, "
        + "above_10x: {share: 0%}}",
    ])
    var differ = 0
    for number in 0..<20 as Range<UInt32> {
      let outcome = path.run(number)
      let values = winners(path, outcome).map { brought in
        brought >= 10e6 ? 10e6 * (brought / 10e6).squareRoot() : 10e6 - (10e6 - brought) / 2
      }
      let (value, owed) = (values.reduce(0, +), 14_000_000.0)
      let carry = values.reduce(0) { $0 + 0.2 * max(0, $1 - owed) }
      let due = 0.2 * max(0, value - 140_000_000)
      #expect(outcome.companies == 10)
      #expect(
        abs(path.series().nav[20] - (value - carry + clawback * max(0, carry - due))) < 0.5)
      if carry > due + 1e5 { differ += 1 }
    }
    #expect(differ > 10)
  }

  /// Of a cost of 100 a preferred return of 8 % a year over 8 quarters is 16, or 16.64 where it
  /// compounds.
  @Test func theHurdleOfADealIsThatOfItsTime() {
    let simple = WaterfallTerms(hurdleRate: 0.08, hurdle: .simple, catchUp: 0, carry: 0.2)
    let compounding = WaterfallTerms(hurdleRate: 0.08, hurdle: .compounding, catchUp: 0, carry: 0.2)
    #expect(abs(simple.preferred(on: 100, quarters: 8) - 16) < 1e-9)
    #expect(abs(compounding.preferred(on: 100, quarters: 8) - 16.64) < 1e-9)
    #expect(abs(simple.carry(onDeal: 150, cost: 100, preferred: 16) - 6.8) < 1e-9)
    #expect(simple.carry(onDeal: 90, cost: 100, preferred: 16) == 0)
  }

  /// Engine `rounds`, listed stakes sold in parts: every deal's carry again, from what is told of it.
  @Test(arguments: ["simple", "compounding"])
  func everyPartThatIsSoldHasItsCarry(hurdle: String) throws {
    let scenario = try TestScenario.example(
      "dongguan_rounds",
      set: [
        "terms.waterfall": "deal_by_deal", "terms.clawback": "0%", "terms.hurdle": hurdle,
        "direct.share": "0%",
      ]
    ).scenario
    let model = CompiledModel(scenario)
    let buffers = PathBuffers(model)
    var source = try RandomSource(generator: .philox, seed: 5)
    for number in 0..<10 as Range<UInt32> {
      var ledger = TransferLedger()
      _ = PathSimulation(model, buffers: buffers).run(
        path: number, source: &source, recorder: &ledger)
      for index in model.vehicles.indices {
        let events = ledger.companies.filter { $0.vehicle == index }
        let carry = Dictionary(grouping: events, by: \.ordinal).values
          .reduce(0) { $0 + self.carry(on: $1, compounds: hurdle == "compounding") }
        let paid = buffers.results[index].carry
        #expect(paid <= carry + 1 && paid >= carry * (1 - 1e-9) - 1, "path \(number), \(index)")
      }
    }
  }

  /// 20 % of what parts of one company brought beyond cost and 6 % a year.
  private func carry(on events: [CompanyEvent], compounds: Bool) -> Double {
    let paid = events.filter { if case .followOn = $0.kind { true } else { $0.kind == .bought } }
    let sales = events.filter { $0.kind == .sold || $0.kind == .soldAtTermEnd }
    let isListed = events.contains { $0.kind == .listed }
    var (carry, partsLeft) = (0.0, 4)
    for sale in sales {
      let part = !isListed ? 1 : sale.kind == .sold ? 0.25 : Double(partsLeft) / 4
      partsLeft -= 1
      let owed = paid.reduce(0) { sum, payment in
        let years = Double(sale.quarter - payment.quarter) / 4
        return sum + payment.amount * (compounds ? pow(1.06, years) : 1 + 0.06 * years)
      }
      carry += 0.2 * max(0, sale.amount - part * owed)
    }
    return carry
  }
}
