/// What the mother fund has promised a sub-fund, as it shrinks over a path.
///
/// What is no longer promised contributors may be asked for the mother fund's own fee: when a
/// sub-fund does not close, closes smaller, or ends with tranches that were never called. What it
/// gets of money that others have set free is promised from its planned start on.
struct PromiseChanges {
  /// The sub-fund as planned, and as it is on the path.
  let planned: VehicleModel
  let actual: VehicleModel
  /// Promised to it beyond the plan, in yuan.
  let added: Double

  /// Adds what is set free to the quarters in which it is; what is promised anew counts against it.
  ///
  /// - Parameters:
  ///   - closingQuarter: The sub-fund's own quarter in which it closes.
  ///   - paid: What the mother fund has paid into it, in yuan.
  func add(
    to free: UnsafeMutablePointer<Double>, quarters: Int, closingQuarter: Int, paid: Double
  ) {
    func add(_ amount: Double, in quarter: Int) {
      if quarter < quarters { free[quarter] += amount }
    }
    if planned.raising.isOn {
      let settled =
        actual.exists ? actual.firstQuarter : planned.firstQuarter + planned.raising.deadline
      add(-added, in: planned.firstQuarter)
      add(planned.commitment + added - actual.commitment, in: settled)
    }
    guard actual.exists else { return }
    add(
      Rounding.amount(actual.commitment - paid), in: actual.firstQuarter + closingQuarter)
  }
}
