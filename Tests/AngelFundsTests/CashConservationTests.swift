import Foundation
import Stochastics
import Testing

@testable import AngelFunds

/// Money is neither made nor lost, on any path of any scenario.
@Suite struct CashConservationTests {
  /// All paths are checked by the slow tests.
  @Test(arguments: ScenarioExampleTests.files)
  func holdsOnPathsOfEveryExample(file: String) throws {
    #expect(try example(file).scenario.imbalance(paths: 0..<2000) == nil)
  }

  @Test(arguments: ["none", "pro_rata", "by_stage", "to_limit"])
  func holdsInEngineRounds(policy: String) throws {
    let scenario = try TestScenario.example(
      "dongguan_baseline",
      set: ["outcomes.engine": "rounds", "terms.follow_on.policy": policy]
    ).scenario
    #expect(try scenario.imbalance(paths: 0..<1000) == nil)
  }

  @Test func holdsWhereEnginesAreMixed() throws {
    let scenario = try TestScenario.example(
      "dongguan_rounds",
      set: [
        "sub_funds.town_1.outcomes.engine": "multiples", "direct.outcomes.engine": "multiples",
        "direct.companies_a_year": "3",
      ]
    ).scenario
    let model = CompiledModel(scenario)
    let engines = withExtendedLifetime(model) { model.vehicles.map(\.engine) }
    #expect(engines.count { $0 == .multiples } == 2)
    #expect(engines.count { $0 == .rounds } == 10)
    #expect(try scenario.imbalance(paths: 0..<500) == nil)
  }

  @Test func holdsOnTwoHundredRandomScenarios() throws {
    for number in 0..<200 {
      let text = RandomScenario(number: UInt32(number)).text
      let scenario = try #require(
        try? TestScenario.load(text).scenario,
        "scenario \(number): \(complaints(text))\n\(text)")
      let problem = try scenario.imbalance(paths: 0..<12)
      #expect(problem == nil, "scenario \(number):\n\(text)")
    }
  }

  /// Books with a payment missing do not balance: the check itself can fail.
  @Test func findsMoneyThatVanishes() {
    var ledger = TransferLedger()
    ledger.record(
      .capitalCall, from: .motherFund, to: .vehicle(0), quarter: 0, amount: 100)
    ledger.close(.vehicle(0), quarter: 0, cash: 90)
    #expect(ledger.imbalance(lastQuarter: 3) != nil)
  }

  @Test func findsMoneyThatIsLeftAtTheEnd() {
    var ledger = TransferLedger()
    ledger.record(
      .capitalCall, from: .motherFund, to: .vehicle(0), quarter: 0, amount: 100)
    ledger.close(.vehicle(0), quarter: 0, cash: 100)
    #expect(ledger.imbalance(lastQuarter: 3) != nil)
  }

  /// What contributors pay in the transfers is what the mother fund's series say.
  @Test func seriesSayWhatTheTransfersSay() throws {
    let scenario = try TestScenario.example("dongguan_baseline").scenario
    let model = CompiledModel(scenario)
    let buffers = PathBuffers(model)
    let simulation = PathSimulation(model, buffers: buffers)
    var source = try RandomSource(generator: .philox, seed: 3)
    var ledger = TransferLedger()
    _ = simulation.run(path: 5, source: &source, recorder: &ledger)
    let mother = ScopeSeries(buffers.series, scope: 0, layout: buffers.layout)
    var (paid, received) = (0.0, 0.0)
    for quarter in 0..<model.quarters {
      paid += mother.calls[quarter]
      received += mother.distributions[quarter]
    }
    func sum(_ kind: TransferKind, _ matches: (Transfer) -> Bool = { _ in true }) -> Double {
      ledger.transfers.filter { $0.kind == kind && matches($0) }.reduce(0) { $0 + $1.amount }
    }
    let distributed = sum(.distribution) { $0.payer == .motherFund }
    #expect(abs(sum(.contribution) - paid) < 1e-6 * paid)
    #expect(abs(distributed - received) < 1e-6 * paid)
  }
}
