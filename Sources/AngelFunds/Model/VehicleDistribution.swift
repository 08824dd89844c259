/// Takes what a vehicle calls and has to distribute through its waterfall, quarter by quarter.
///
/// Positions count from the vehicle's own start.
struct VehicleDistribution {
  private let vehicle: VehicleModel
  private let index: Int
  private var waterfall: Waterfall

  init(_ vehicle: VehicleModel, index: Int) {
    self.vehicle = vehicle
    self.index = index
    waterfall = Waterfall(vehicle.waterfall)
  }

  /// What comes in: capital calls, and what is left of proceeds and cash after fees.
  struct Inflows {
    let calls: UnsafePointer<Double>
    let distributable: UnsafePointer<Double>
    /// The quarter in which the vehicle closes.
    let closingQuarter: Int
    /// Carry on what is sold, by quarter; nil where carry is paid on the whole fund.
    var dealCarry: UnsafePointer<Double>?
  }

  /// Divides everything up to the closing quarter.
  ///
  /// - Parameters:
  ///   - distributions: Gets what partners receive.
  ///   - unreturned: Gets the capital not returned, before the quarter's distribution.
  /// - Returns: The carry, net of what the manager gave back.
  @inline(__always)
  mutating func run<Recorder: TransferRecorder>(
    _ inflows: Inflows, distributions: UnsafeMutablePointer<Double>,
    unreturned: UnsafeMutablePointer<Double>, recorder: inout Recorder,
    mark: (_ quarter: Int, Waterfall) -> Void
  ) -> Double {
    for quarter in 0...inflows.closingQuarter {
      let isClosing = quarter == inflows.closingQuarter
      waterfall.accrue()
      waterfall.call(quarter < vehicle.paymentQuarters ? inflows.calls[quarter] : 0)
      unreturned[quarter] = waterfall.unreturned
      let amount = inflows.distributable[quarter]
      let dealCarry = inflows.dealCarry?[quarter] ?? 0
      if amount > 0 || isClosing || dealCarry > 0 {
        distributions[quarter] = distribute(
          amount, dealCarry: dealCarry, quarter: quarter, isClosing: isClosing,
          recorder: &recorder)
      }
      if !isClosing { mark(quarter, waterfall) }
    }
    return waterfall.carryPaid
  }

  /// Returns what partners get of `amount`, with overpaid carry at the end.
  @inline(__always)
  private mutating func distribute<Recorder: TransferRecorder>(
    _ amount: Double, dealCarry: Double, quarter: Int, isClosing: Bool, recorder: inout Recorder
  ) -> Double {
    let parts =
      vehicle.waterfall.isDealByDeal
      ? waterfall.distribute(amount, dealCarry: dealCarry) : waterfall.distribute(amount)
    let carry = parts.managers
    let returned = isClosing ? waterfall.settle() : 0
    let partners = amount - carry + returned
    guard Recorder.listens else { return partners }
    let date = vehicle.firstQuarter + quarter
    recorder.record(
      WaterfallSplit(
        vehicle: index, quarter: date, amount: amount, parts: parts, carryReturned: returned))
    recorder.record(
      .carry, from: .vehicle(index), to: .manager(index), quarter: date, amount: carry)
    recorder.record(
      .carryReturned, from: .manager(index), to: .vehicle(index), quarter: date, amount: returned)
    return partners
  }
}
