@testable import AngelFunds

/// A mother fund of 10亿 over 12 quarters whose vehicles' calls and distributions are given.
final class MotherLab {
  let series: ScopeSeries
  let room = AppropriationRoom(quarters: 12)
  let fees: Double
  private(set) var flows: [MotherFlows] = []
  private let layout = SeriesLayout(vehicleCount: 0, anchorCount: 0, quarters: 12)
  private let base: UnsafeMutablePointer<Double>

  /// - Parameters:
  ///   - calls: Amounts in yuan by quarter.
  ///   - cost: Cost outstanding in every quarter.
  ///   - fee: The mother fund's fee a year.
  ///   - lastCall: The last quarter in which a vehicle may call money.
  ///   - start: The scenario's start.
  ///   - freed: What contributors may be asked for fees beyond the plan, by quarter.
  init(
    _ appropriation: Appropriation?, calls: [Int: Double], distributions: [Int: Double] = [:],
    cost: Double = 0, fee: String = "0%", lastCall: Int = 11, start: String = "2026Q1",
    freed: [Int: Double] = [:]
  ) throws {
    base = .allocate(capacity: layout.count + 24)
    base.initialize(repeating: cost, count: layout.count + 12)
    (base + layout.count + 12).initialize(repeating: 0, count: 12)
    for (quarter, amount) in freed { base[layout.count + 12 + quarter] = amount }
    base.update(repeating: 0, count: layout.count)
    series = ScopeSeries(base, scope: 0, layout: layout)
    for (quarter, amount) in calls { series.calls[quarter] = amount }
    for (quarter, amount) in distributions { series.distributions[quarter] = amount }
    let arena = ModelArena()
    let scenario = try Self.scenario(appropriation, fee: fee, start: start)
    let mother = MotherModel(scenario, lastCall: lastCall, arena: arena)
    let (series, room, outstanding) = (series, room, base + layout.count)
    let feeRoom = outstanding + 12
    var flows: [MotherFlows] = []
    fees = withExtendedLifetime(arena) {
      mother.settle(
        series, costOutstanding: outstanding, feeRoom: feeRoom, quarters: 12, room: room
      ) {
        flows.append($1)
      }
    }
    self.flows = flows
  }

  deinit {
    base.deallocate()
    room.deallocate()
  }

  /// A scenario whose mother fund lives for three years.
  static func scenario(
    _ appropriation: Appropriation?, fee: String = "0%", start: String = "2026Q1"
  ) throws -> Scenario {
    let scenario = try TestScenario.load(
      """
      start: \(start)
      mother_fund: {size: 10亿, fund_life: 3y, mgmt_fee: \(fee), commitment_period: 1y}
      direct: {share: 0%}
      terms: {investment_period: 1y, exit_period: 1y, extension: 1y}
      anchors: {lake: {kind: town}}
      sub_funds: {one: {anchor: lake, commitment: 9亿}}
      """
    ).scenario
    guard let appropriation else { return scenario }
    return scenario.with(appropriation)
  }

  /// What a quarter's contributors pay, in yuan.
  func paid(_ quarter: Int) -> Double { series.calls[quarter] }

  /// A quantity over all quarters.
  func sum(_ values: UnsafeMutablePointer<Double>) -> Double {
    (0..<12).reduce(0) { $0 + values[$1] }
  }
}
