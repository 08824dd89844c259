/// A vehicle's flows before its waterfall, on every path of one block.
///
/// Each path is one row of numbers: the closing quarter, four totals, the calls of the investment
/// period, then what there is to distribute in each quarter of the term.
final class FlowRecord {
  private static let totals = 5
  private let rows: UnsafeMutablePointer<Double>
  private let stride: Int
  private let callCount: Int
  private let paths: Int

  init(_ vehicle: VehicleModel, paths: Int) {
    callCount = vehicle.callQuarters
    stride = Self.totals + callCount + vehicle.term
    self.paths = paths
    rows = .allocate(capacity: stride * paths)
    rows.initialize(repeating: 0, count: stride * paths)
  }

  deinit { rows.deallocate() }

  /// Bytes that a block of paths takes.
  static func size(_ vehicle: VehicleModel, paths: Int) -> Int {
    (totals + vehicle.callQuarters + vehicle.term) * paths * MemoryLayout<Double>.stride
  }

  /// Bytes that this record takes.
  var size: Int { stride * paths * MemoryLayout<Double>.stride }

  /// Keeps the flows that have just been simulated.
  func keep(
    _ flows: VehicleFlows, row: Int, calls: UnsafePointer<Double>, scratch: VehicleScratch
  ) {
    let row = rows + row * stride
    row[0] = Double(flows.closingQuarter)
    row[1] = flows.result.cost
    row[2] = flows.result.proceeds
    row[3] = flows.result.localCost
    row[4] = flows.result.paidIn
    (row + Self.totals).update(from: calls, count: callCount)
    (row + Self.totals + callCount).update(
      from: scratch.distributable, count: flows.closingQuarter + 1)
  }

  /// What comes into the waterfall on a path.
  @inline(__always)
  func inflows(row: Int) -> VehicleDistribution.Inflows {
    let row = rows + row * stride
    return VehicleDistribution.Inflows(
      calls: UnsafePointer(row + Self.totals),
      distributable: UnsafePointer(row + Self.totals + callCount), closingQuarter: Int(row[0]))
  }

  /// Cost, proceeds, local cost and paid-in capital on a path.
  @inline(__always)
  func result(row: Int) -> VehicleResult {
    let row = rows + row * stride
    var result = VehicleResult()
    (result.cost, result.proceeds, result.localCost, result.paidIn) = (
      row[1], row[2], row[3], row[4]
    )
    return result
  }
}
