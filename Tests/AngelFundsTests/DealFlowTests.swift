import Stochastics
import Testing

@testable import AngelFunds

/// An anchor has only so many good companies a year.
@Suite struct DealFlowTests {
  private static let limit = DealFlowLimit(group: 0, capacity: 12, spread: 0.3)

  @Test func upToTheCapacityNothingIsLost() {
    for place in stride(from: 0.05, to: 1, by: 0.1) {
      #expect(Self.limit.shift(place, bought: 12) == 0)
      #expect(DealFlowLimit.unlimited.shift(place, bought: 1e6) == 0)
    }
  }

  /// -spread · ln 2 for the last of twice as many companies as there are good ones.
  @Test func beyondItBuyersGoDownTheOrder() {
    #expect(abs(Self.limit.shift(1, bought: 24) + 0.3 * 0.693147180559945) < 1e-12)
    #expect(Self.limit.shift(0.5, bought: 24) == 0)
  }

  /// The mean over places is -spread · (ln(n/K) - 1 + K/n).
  @Test func theMeanShiftIsItsClosedForm() {
    let steps = 100_000
    for bought in [13.0, 24, 60] {
      let sum = (0..<steps).reduce(0.0) {
        $0 + Self.limit.shift((Double($1) + 0.5) / Double(steps), bought: bought)
      }
      #expect(abs(sum / Double(steps) - Self.limit.meanShift(bought: bought)) < 1e-7)
    }
  }

  private func scenario(
    funds: Int, capacity: String, engine: String = "multiples"
  ) throws -> Scenario {
    let rows = (1...funds).map { "  town_\($0): {anchor: town, commitment: 1亿}" }
    return try TestScenario.load(
      """
      mother_fund: {size: 30亿}
      direct: {share: 0%}
      outcomes: {engine: \(engine)}
      anchors: {town: {kind: town, companies_a_year: \(capacity), quality_spread: 0.3}}
      sub_funds:
      \(rows.joined(separator: "\n"))

      """
    ).scenario
  }

  /// Counts of an anchor's years are those of its funds' plans.
  @Test func fundsOfAnAnchorShareItsYears() throws {
    let model = CompiledModel(try scenario(funds: 3, capacity: "8"))
    let buffers = PathBuffers(model)
    var source = try RandomSource(generator: .philox, seed: 4)
    PathSimulation(model, buffers: buffers).planDeals(of: 0..<3, path: 2, source: &source)
    let planned = (0..<3).reduce(0) { $0 + buffers.deals[$1] }
    let bought = buffers.deals.bought(by: model.vehicles[1].limit)
    withExtendedLifetime((model, buffers)) {
      let years = (0..<model.entryYears).map { bought[$0] }
      #expect(years.reduce(0, +) == Double(planned))
      #expect(model.vehicles.allSatisfy { $0.limit.group == 0 })
    }
  }

  /// One more fund at an anchor makes the others' companies worse; elsewhere it changes nothing.
  @Test(arguments: ["multiples", "rounds"])
  func moreMoneyHasDiminishingReturns(engine: String) async throws {
    func multiple(_ funds: Int, _ capacity: String) async throws -> Double {
      let scenario = try scenario(funds: funds, capacity: capacity, engine: engine)
      let settings = SimulationSettings(paths: 300, seed: 5, jobs: 2)
      let columns = try await HeadlineSimulator(settings: settings).figures(of: scenario)
      let gross = try #require(HeadlineWorker.metrics.firstIndex(of: .grossMOIC))
      return columns[gross].reduce(0, +) / 300
    }
    let alone = try await multiple(1, "8")
    let crowded = try await multiple(6, "8")
    #expect(crowded < 0.9 * alone, "\(crowded) of \(alone)")
    let free = try await multiple(6, "unlimited")
    #expect(crowded < free)
  }

  /// The direct book sees companies of its own; its limit is not the anchors'.
  @Test func theDirectBookMayHaveALimitOfItsOwn() throws {
    let scenario = try TestScenario.example(
      "dongguan_baseline", set: ["direct.companies_a_year": "2"]
    ).scenario
    let model = CompiledModel(scenario)
    let groups = withExtendedLifetime(model) { model.vehicles.map(\.limit.group) }
    #expect(groups.last == 7)
    #expect(Set(groups) == Set(0...7))
    #expect(model.limitedAnchorCount == 8)
    let free = CompiledModel(try TestScenario.example("dongguan_baseline").scenario)
    let group = withExtendedLifetime(free) { free.vehicles.last?.limit.group }
    #expect(group == -1)
  }
}
