import Stochastics

/// Computes the mother fund's headline figures of a block of paths, from vehicles' flows that are
/// kept or simulated anew.
///
/// Its figures are those of a full run, to the last bit: the same flows go through the same
/// waterfalls and are added up in the same order.
final class HeadlineWorker {
  /// The figures, in the order in which they are written.
  static let metrics: [Metric] = [
    .paidIn, .tvpi, .irr, .dpi7, .dpi10, .grossMOIC, .managementFees, .reinvestmentMultiple,
    .reinvestmentMet, .appropriationPeak,
  ]

  private let model: CompiledModel
  private let keys: [Int]
  private let quarters: Int
  private let room: UnsafeMutablePointer<Double>
  private let mother: ScopeSeries
  private let costOutstanding: UnsafeMutablePointer<Double>
  private let feeRoom: UnsafeMutablePointer<Double>
  private let partners: UnsafeMutablePointer<Double>
  private let unreturned: UnsafeMutablePointer<Double>
  private let nothing: UnsafeMutablePointer<Double>
  private let stake: StakeRoom
  private let netFlows: UnsafeMutablePointer<Double>
  private let appropriation: AppropriationRoom
  private var rates: RateOfReturnFinder
  private var flows: FlowSimulation

  /// - Parameter keys: What tells the vehicles' flows apart, in the order of the model's vehicles.
  init(_ model: CompiledModel, keys: [Int], settings: SimulationSettings) throws {
    rates = try RateOfReturnFinder()
    flows = try FlowSimulation(model, settings: settings)
    self.model = model
    self.keys = keys
    quarters = model.quarters
    let layout = SeriesLayout(vehicleCount: 0, anchorCount: 0, quarters: quarters)
    room = .allocate(capacity: layout.count + 6 * quarters)
    mother = ScopeSeries(room, scope: SeriesLayout.motherFund, layout: layout)
    costOutstanding = room + layout.count
    partners = costOutstanding + quarters
    netFlows = partners + quarters
    unreturned = netFlows + quarters
    nothing = unreturned + quarters
    feeRoom = nothing + quarters
    stake = StakeRoom(quarters: quarters)
    room.initialize(repeating: 0, count: layout.count + 6 * quarters)
    appropriation = AppropriationRoom(quarters: quarters)
  }

  deinit {
    room.deallocate()
    stake.deallocate()
    appropriation.deallocate()
  }

  /// The figures of some paths: one column behind the other.
  ///
  /// - Parameter isCancelled: Asked before every path that is simulated.
  /// - Throws: `CancellationError` if it says so.
  func run(
    paths: Range<Int>, cache: FlowCache, isCancelled: () -> Bool
  ) throws -> [Double] {
    let records = try flows.records(
      for: keys, paths: paths, cache: cache, isCancelled: isCancelled)
    let figures = [Double](unsafeUninitializedCapacity: Self.metrics.count * paths.count) {
      buffer, count in
      guard let base = buffer.baseAddress else { return }
      for row in 0..<paths.count {
        var writer = MetricWriter(base + row, stride: paths.count)
        measure(row, records, to: &writer)
      }
      count = Self.metrics.count * paths.count
    }
    cache.shrink()
    return figures
  }

  private func measure(_ row: Int, _ records: [FlowRecord], to writer: inout MetricWriter) {
    for pointer in [
      mother.calls, mother.distributions, mother.nav, mother.idleCash, costOutstanding, feeRoom,
    ] {
      pointer.update(repeating: 0, count: quarters)
    }
    var (totals, rules) = (StakeTotals(), RuleTotals())
    for index in 0..<model.vehicles.count {
      let vehicle = records[index].vehicle(model.vehicles[index], row: row)
      let result = records[index].result(row: row)
      let paid = add(
        vehicle, records[index].inflows(row: row), ahead: records[index].ahead(row: row),
        made: result, index: index)
      PromiseChanges(
        planned: model.vehicles[index], actual: vehicle, added: records[index].added(row: row)
      ).add(
        to: feeRoom, quarters: quarters,
        closingQuarter: records[index].inflows(row: row).closingQuarter, paid: paid)
      totals.add(result, part: vehicle.motherShare, mothersPaidIn: paid)
      rules.add(result, vehicle: vehicle, part: vehicle.motherShare)
    }
    let fees = model.mother.settle(
      mother, costOutstanding: UnsafePointer(costOutstanding), feeRoom: UnsafePointer(feeRoom),
      quarters: quarters, room: appropriation
    ) { _, _ in }
    var sum = 0.0
    for quarter in 0..<quarters {
      let net = mother.distributions[quarter] - mother.calls[quarter]
      netFlows[quarter] = abs(net) < Rounding.fen ? 0 : net
      sum += net
      mother.netCumulative[quarter] = sum
    }
    write(totals, rules, fees: fees, to: &writer)
  }

  /// Adds the mother fund's part of a vehicle's calls and distributions, after concessions, and
  /// returns what it has paid in.
  private func add(
    _ vehicle: VehicleModel, _ inflows: VehicleDistribution.Inflows,
    ahead: UnsafePointer<Double>?, made: VehicleResult, index: Int
  ) -> Double {
    let (first, last) = (vehicle.firstQuarter, inflows.closingQuarter)
    var silence = NoRecording()
    partners.update(repeating: 0, count: last + 1)
    var distribution = VehicleDistribution(vehicle, index: index)
    _ = distribution.run(
      inflows, distributions: partners, unreturned: unreturned, recorder: &silence
    ) { _, _ in }
    var settlement = StakeSettlement(index, vehicle: vehicle, model: model, room: stake)
    let flows = StakeSettlement.Flows(
      calls: inflows.calls, distributions: UnsafePointer(partners), nav: UnsafePointer(nothing),
      unreturned: UnsafePointer(unreturned), ahead: ahead ?? UnsafePointer(nothing),
      aheadCount: ahead == nil ? 0 : vehicle.paymentQuarters, closingQuarter: last)
    let result = settlement.run(flows, made: made, recorder: &silence)
    for quarter in 0...last {
      mother.calls[first + quarter] += stake.calls[quarter]
      mother.distributions[first + quarter] += stake.receipts[quarter]
      costOutstanding[first + quarter] += stake.cost[quarter]
    }
    return result.paid
  }

  private func write(
    _ totals: StakeTotals, _ rules: RuleTotals, fees: Double, to writer: inout MetricWriter
  ) {
    let cash = CashMetrics(mother, quarters: quarters)
    writer.write(cash.paidIn)
    writer.write(Rounding.multiple(cash.distributions, of: cash.paidIn))
    writer.write(rates.rate(of: netFlows, count: quarters)?.rate)
    writer.write(cash.dpi[1])
    writer.write(cash.dpi[2])
    writer.write(totals.grossMultiple)
    writer.write(fees)
    writer.write(totals.reinvestmentMultiple)
    writer.write(rules.obligationMet)
    let needs = model.mother.appropriation == nil ? mother.calls : appropriation.needs
    writer.write(model.years.largestYear(UnsafePointer(needs), quarters: quarters))
  }
}
