import Foundation
import Stochastics
import Testing

@testable import AngelFunds

/// What losses are made of, quarter by quarter.
@Suite struct LossTrackTests {
  /// Ten companies at 1,000万 that bring nothing after three years: 12 quarters on a straight line.
  @Test func companiesOnTheirWayDownLoseALittleEachQuarter() throws {
    let text = TestScenario.plain(
      companies: 10, dependence: "{market: 0, sector: 0, manager: 0}")
    let set = [
      "rules.tolerance.angel": "40%", "outcomes.holding_scale": "1",
      "outcomes.holding_log_sd": "0",
      "outcomes.buckets": "{zero: {share: 100%}, below_1x: {share: 0%}, "
        + "from_1x_to_5x: {share: 0%}, from_5x_to_10x: {share: 0%}, above_10x: {share: 0%}}",
    ]
    let path = try RuledPath(TestScenario.load(text, set: set).scenario)
    path.run()
    let losses = path.buffers.vehicle.losses
    for quarter in 0...40 {
      let lost = 1e8 * Double(min(quarter, 12)) / 12
      #expect(abs(losses.grossLoss[quarter] - lost) < 0.5)
      #expect(abs(losses.value[quarter] - (1e8 - lost)) < 0.5)
      #expect(losses.cost[quarter] == 1e8)
      #expect(losses.proceeds[quarter] == 0)
    }
  }

  /// The last vehicle's figures at the end of its term are those of its result.
  @Test(arguments: ["multiples", "rounds"])
  func theyEndAtTheResult(engine: String) throws {
    for share in ["0%", "10%"] {
      let scenario = try TestScenario.example(
        "dongguan_baseline",
        set: [
          "outcomes.engine": engine, "direct.share": share, "rules.tolerance.direct": "30%",
          "rules.state_exit.delay": "3q", "term_end.sale_share_of_nav": "40%",
        ]
      ).scenario
      let path = try RuledPath(scenario)
      for number in 0..<30 as Range<UInt32> {
        path.run(number)
        let vehicle = path.model.vehicles[path.model.vehicles.count - 1]
        let result = path.result(path.model.vehicles.count - 1)
        let (losses, last) = (path.buffers.vehicle.losses, vehicle.term - 1)
        #expect(abs(losses.cost[last] - result.cost) < 1)
        #expect(abs(losses.proceeds[last] - result.proceeds) < 1)
        #expect(abs(losses.grossLoss[last] - result.grossLoss) < 1)
        #expect(losses.value[last] == 0)
      }
    }
  }

  /// Company by company: cost less what came back and what the stake is worth, where that is above 0.
  @Test func grossLossesAreThoseOfLosingCompanies() throws {
    let scenario = try TestScenario.example(
      "dongguan_baseline",
      set: [
        "outcomes.engine": "rounds", "rules.tolerance.direct": "30%",
        "rules.concession.form": "buyout",
      ]
    ).scenario
    let model = CompiledModel(scenario)
    let buffers = PathBuffers(model)
    var source = try RandomSource(generator: .philox, seed: 5)
    let direct = model.vehicles.count - 1
    for number in 0..<10 as Range<UInt32> {
      var ledger = TransferLedger()
      _ = PathSimulation(model, buffers: buffers).run(
        path: number, source: &source, recorder: &ledger)
      var (expected, events) = (Companies(), ledger.companies.filter { $0.vehicle == direct }[...])
      for quarter in 0..<model.quarters {
        while events.first?.quarter == quarter { expected.add(events.removeFirst()) }
        let losses = buffers.vehicle.losses
        #expect(abs(losses.grossLoss[quarter] - expected.grossLoss) < 1)
        #expect(abs(losses.value[quarter] - expected.value) < 1)
        #expect(abs(losses.cost[quarter] - expected.cost) < 1)
      }
    }
  }
}

/// Companies as their events tell of them.
private struct Companies {
  private var known: [Int: (cost: Double, received: Double, stake: Double)] = [:]

  mutating func add(_ event: CompanyEvent) {
    var company = known[event.ordinal] ?? (0, 0, 0)
    switch event.kind {
    case .bought, .followOn: company.cost += event.amount
    case .sold, .soldAtTermEnd, .soldToFounders: company.received += event.amount
    case .round, .fate, .listed, .discounted: break
    }
    company.stake = event.stake
    known[event.ordinal] = company
  }

  var cost: Double { known.values.reduce(0) { $0 + $1.cost } }
  var value: Double { known.values.reduce(0) { $0 + $1.stake } }
  var grossLoss: Double {
    known.values.reduce(0) { $0 + max(0, $1.cost - $1.received - $1.stake) }
  }
}
