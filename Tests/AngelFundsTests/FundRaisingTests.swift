import Foundation
import Stochastics
import Testing

@testable import AngelFunds

/// Sub-funds that close late, smaller, or not at all.
@Suite struct FundRaisingTests {
  private static let raising =
    "{close_probability: 60%, delay: 2q, delay_log_sd: 0.5, deadline: 12m, "
    + "smaller_probability: 40%, late_probability: 30%, late_by: 2q, social_first: yes, "
    + "first_deal_within: 12m, released: later_funds, most_growth: 150%}"

  private func scenario(_ set: [String: String] = [:]) throws -> Scenario {
    try TestScenario.example(
      "dongguan_baseline", set: ["rules.fund_raising": Self.raising].merging(set) { $1 }
    ).scenario
  }

  /// Runs paths and looks at each.
  private func each(
    _ paths: Range<UInt32>, of scenario: Scenario,
    _ body: (CompiledModel, PathBuffers, TransferLedger) -> Void
  ) throws {
    let model = CompiledModel(scenario)
    let buffers = PathBuffers(model)
    var source = try RandomSource(generator: .philox, seed: 3)
    for path in paths {
      var ledger = TransferLedger()
      _ = PathSimulation(model, buffers: buffers).run(
        path: path, source: &source, recorder: &ledger)
      withExtendedLifetime(model) { body(model, buffers, ledger) }
    }
  }

  /// Promised money is called or not, cancelled or cut; what is set free goes to others or is kept.
  @Test func everyPromiseIsAccountedFor() throws {
    let scenario = try scenario()
    let plan = scenario.subFunds.reduce(0) { $0 + $1.commitment }
    try each(0..<400, of: scenario) { model, buffers, ledger in
      var (promised, free, added, kept, called) = (0.0, 0.0, 0.0, 0.0, 0.0)
      for index in scenario.subFunds.indices {
        let raised = buffers.raised[index]
        let paid = ledger.transfers.filter {
          $0.kind == .capitalCall && $0.payer == .motherFund && $0.payee == .vehicle(index)
        }.reduce(0) { $0 + $1.amount }
        #expect(paid <= raised.committed + 1e-3)
        #expect(raised.isClosed || paid == 0)
        // What is called are the first so many tranches of what was promised.
        let tranches = scenario.subFunds[index].terms.tranches
        let steps = tranches.indices.map { tranches[...$0].reduce(0, +) } + [0]
        #expect(
          steps.contains { abs($0 * raised.committed - paid) < 1e-3 },
          "\(paid) of \(raised.committed)")
        #expect(raised.added <= 0.5 * raised.planned + 1e-3)
        promised += raised.committed
        free += raised.cancelled + raised.cut
        added += raised.added
        kept += raised.kept
        called += paid
      }
      #expect(abs(promised + free - (plan + added)) < 1e-3)
      #expect(abs(free - (added + kept)) < 1e-3)
      #expect(called <= promised + 1e-3)
    }
  }

  /// With social money first the mother fund has never paid more than its part of what the others
  /// have; without, it is ahead now and then, by what is late.
  @Test(arguments: [true, false]) func socialMoneyComesFirst(isFirst: Bool) throws {
    var isAhead = false
    let scenario = try scenario(["rules.fund_raising.social_first": isFirst ? "yes" : "no"])
    try each(0..<60, of: scenario) { model, buffers, ledger in
      for index in scenario.subFunds.indices {
        var (own, others) = (0.0, 0.0)
        for quarter in 0..<model.quarters {
          for transfer in ledger.transfers
          where transfer.kind == .capitalCall && transfer.payee == .vehicle(index)
            && transfer.quarter == quarter
          {
            if transfer.payer == .motherFund {
              own += transfer.amount
            } else {
              others += transfer.amount
            }
          }
          if own > others * 0.4 / 0.6 + 1 { isAhead = true }
        }
        #expect(abs(own - (own + others) * 0.4) < 1)
      }
    }
    #expect(isAhead == !isFirst)
  }

  @Test(arguments: ["multiples", "rounds"]) func booksBalance(engine: String) throws {
    for social in ["yes", "no"] {
      let scenario = try scenario([
        "outcomes.engine": engine, "rules.fund_raising.social_first": social,
        "rules.concession.form": engine == "rounds" ? "buyout" : "excess",
      ])
      #expect(try scenario.imbalance(paths: 0..<200) == nil)
    }
  }

  /// A sub-fund closes where it finds partners at all and a lognormal delay, to whole quarters, is at
  /// most four: 0.6 · Φ(ln(4.5 / 2) / 0.5).
  @Test func asManyCloseAsTheDistributionsSay() throws {
    let scenario = try scenario()
    let (paths, funds) = (2000, scenario.subFunds.count)
    var closed = 0
    let model = CompiledModel(scenario)
    let buffers = PathBuffers(model)
    var source = try RandomSource(generator: .philox, seed: 7)
    for path in 0..<UInt32(paths) {
      PathSimulation(model, buffers: buffers).raiseFunds(path: path, source: &source)
      for index in 0..<funds where buffers.raised[index].isClosed { closed += 1 }
    }
    let expected = 0.6 * StandardNormal.cumulative(log(4.5 / 2) / 0.5)
    let share = Double(closed) / Double(paths * funds)
    let error = (expected * (1 - expected) / Double(paths * funds)).squareRoot()
    #expect(abs(share - expected) < 4 * error)
  }

  /// A sub-fund's companies are the same whether others close or not.
  @Test func othersKeepTheirCompanies() throws {
    let whole = try TestScenario.example("dongguan_baseline").scenario
    let half = try TestScenario.example(
      "dongguan_baseline",
      set: ["sub_funds.town_1.rules.fund_raising.close_probability": "0%"]
    ).scenario
    var proceeds: [[Double]] = []
    for scenario in [whole, half] {
      try each(0..<1, of: scenario) { _, buffers, _ in
        proceeds.append(scenario.subFunds.indices.map { buffers.results[$0].proceeds })
      }
    }
    let town = try #require(whole.subFunds.firstIndex { $0.id == "town_1" })
    for index in proceeds[0].indices {
      #expect((proceeds[0][index] == proceeds[1][index]) == (index != town))
    }
    #expect(proceeds[1][town] == 0)
  }

  /// Nothing bought within a year of the first money: the sub-fund ends, and its cash goes back.
  @Test func aFundWithoutDealsIsWoundUp() throws {
    let text = TestScenario.plain(companies: 1, dependence: "{market: 0, sector: 0, manager: 0}")
    let set = ["terms.investment_period": "40q", "rules.fund_raising.first_deal_within": "12m"]
    let scenario = try TestScenario.load(
      text, set: set.merging(["terms.exit_period": "5q", "terms.extension": "5q"]) { $1 }
    ).scenario
    var woundUp = 0
    try each(0..<100, of: scenario) { model, buffers, ledger in
      guard buffers.results[0].companies.funded == 0 else { return }
      woundUp += 1
      let back = ledger.transfers.filter { $0.kind == .distribution && $0.payee == .motherFund }
      #expect(back.map(\.quarter) == [3])
      #expect(back.map(\.amount) == [10_000_000])
    }
    // One company in 40 quarters: 36 of 40 come too late.
    #expect(woundUp > 75 && woundUp < 100)
  }
}
