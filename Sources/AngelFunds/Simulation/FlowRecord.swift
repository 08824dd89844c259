/// A vehicle's flows before its waterfall, on every path of one block.
///
/// Each path is one row of numbers: closing quarter, delay and scale, totals, the calls, what there
/// is to distribute in each quarter of the term, and maybe what the mother fund pays ahead.
final class FlowRecord {
  private static let totals = 12
  private let rows: UnsafeMutablePointer<Double>
  private let stride: Int
  private let callCount: Int
  /// How many quarters of what the mother fund pays ahead are kept; 0 where it never does.
  private let aheadCount: Int
  private let term: Int
  private let paths: Int

  init(_ vehicle: VehicleModel, paths: Int) {
    callCount = vehicle.paymentQuarters
    aheadCount = Self.aheadCount(vehicle)
    term = vehicle.term
    stride = Self.stride(vehicle)
    self.paths = paths
    rows = .allocate(capacity: stride * paths)
    rows.initialize(repeating: 0, count: stride * paths)
  }

  deinit { rows.deallocate() }

  private static func aheadCount(_ vehicle: VehicleModel) -> Int {
    vehicle.raising.lateQuarters > 0 && !vehicle.raising.isSocialFirst
      ? vehicle.paymentQuarters : 0
  }

  private static func stride(_ vehicle: VehicleModel) -> Int {
    totals + vehicle.paymentQuarters + vehicle.term + aheadCount(vehicle)
  }

  /// Bytes that a block of paths takes.
  static func size(_ vehicle: VehicleModel, paths: Int) -> Int {
    stride(vehicle) * paths * MemoryLayout<Double>.stride
  }

  /// Bytes that this record takes.
  var size: Int { stride * paths * MemoryLayout<Double>.stride }

  /// Keeps the flows that have just been simulated.
  ///
  /// - Parameters:
  ///   - delay: Quarters by which the vehicle starts later than planned.
  ///   - added: What is added to the commitment, in yuan.
  func keep(
    _ flows: VehicleFlows, row: Int, vehicle: VehicleModel, delay: Int, added: Double,
    calls: UnsafePointer<Double>, scratch: VehicleScratch
  ) {
    let row = rows + row * stride
    row[0] = Double(flows.closingQuarter)
    row[1] = Double(delay)
    row[2] = vehicle.scale
    keep(flows.result, at: row + 3)
    row[11] = added
    (row + Self.totals).update(from: calls, count: callCount)
    (row + Self.totals + callCount).update(
      from: scratch.distributable, count: flows.closingQuarter + 1)
    (row + Self.totals + callCount + term).update(from: scratch.ahead, count: aheadCount)
  }

  private func keep(_ result: VehicleResult, at totals: UnsafeMutablePointer<Double>) {
    totals[0] = result.cost
    totals[1] = result.proceeds
    totals[2] = result.localCost
    totals[3] = result.paidIn
    totals[4] = result.recognised
    totals[5] = result.obligation
    totals[6] = result.earlyPlaced
    totals[7] = result.placed
  }

  /// What comes into the waterfall on a path.
  @inline(__always)
  func inflows(row: Int) -> VehicleDistribution.Inflows {
    let row = rows + row * stride
    return VehicleDistribution.Inflows(
      calls: UnsafePointer(row + Self.totals),
      distributable: UnsafePointer(row + Self.totals + callCount), closingQuarter: Int(row[0]))
  }

  /// What the mother fund pays ahead of others on a path, by quarter; nil where it never does.
  @inline(__always)
  func ahead(row: Int) -> UnsafePointer<Double>? {
    guard aheadCount > 0 else { return nil }
    return UnsafePointer(rows + row * stride + Self.totals + callCount + term)
  }

  /// What is added to the commitment on a path, in yuan.
  func added(row: Int) -> Double { rows[row * stride + 11] }

  /// The vehicle as its fund-raising leaves it on a path.
  @inline(__always)
  func vehicle(_ planned: VehicleModel, row: Int) -> VehicleModel {
    let row = rows + row * stride
    var vehicle = planned
    vehicle.resize(by: row[2])
    vehicle.delay(by: Int(row[1]))
    return vehicle
  }

  /// What is kept of a path's totals.
  @inline(__always)
  func result(row: Int) -> VehicleResult {
    let totals = rows + row * stride + 3
    var result = VehicleResult()
    (result.cost, result.proceeds, result.localCost) = (totals[0], totals[1], totals[2])
    (result.paidIn, result.recognised, result.obligation) = (totals[3], totals[4], totals[5])
    (result.earlyPlaced, result.placed) = (totals[6], totals[7])
    return result
  }
}
