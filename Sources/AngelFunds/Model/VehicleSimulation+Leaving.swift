/// What a vehicle pays in fees, and what comes back.
extension VehicleSimulation {
  @inline(__always)
  mutating func chargeFee<Recorder: TransferRecorder>(
    _ quarter: Int, recorder: inout Recorder
  ) {
    if quarter < vehicle.investmentQuarters {
      feeOwed += reinvestment.charged(vehicle.investmentFeePerQuarter * calls.called)
    } else if vehicle.firstQuarter + quarter < vehicle.exitPeriodEnd {
      feeOwed += reinvestment.charged(vehicle.exitFeePerQuarter * investedCost)
    }
    let paid = min(cash, feeOwed)
    cash = Rounding.amount(cash - paid)
    payFee(paid, quarter: quarter, recorder: &recorder)
  }

  @inline(__always)
  mutating func payFee<Recorder: TransferRecorder>(
    _ amount: Double, quarter: Int, recorder: inout Recorder
  ) {
    guard amount > 0 else { return }
    feeOwed -= amount
    feesPaid += amount
    used += amount
    let date = vehicle.firstQuarter + quarter
    series.fees[date] += amount
    recorder.record(
      .managementFee, from: .vehicle(index), to: .manager(index), quarter: date, amount: amount)
  }

  @inline(__always)
  mutating func exit<Recorder: TransferRecorder>(
    _ quarter: Int, isLast: Bool, recorder: inout Recorder
  ) {
    book.exit(quarter, isLast: isLast, recorder: &recorder)
    let proceeds = scratch.proceeds[quarter]
    let date = vehicle.firstQuarter + quarter
    proceedsSoFar += proceeds
    investedCost -= scratch.exitedCost[quarter]
    aliveCount -= Int(scratch.exitedCount[quarter])
    recorder.record(
      .exitProceeds, from: .companies(index), to: .vehicle(index), quarter: date, amount: proceeds)
    let feeFromProceeds = min(proceeds, feeOwed)
    payFee(feeFromProceeds, quarter: quarter, recorder: &recorder)
    var amount = proceeds - feeFromProceeds
    isClosed =
      isLast || (aliveCount == 0 && quarter >= vehicle.investmentQuarters - 1)
      || isWoundUp(quarter)
    let before = pot.keptInAll
    amount = pot.keep(of: amount, quarter: quarter, isClosed: isClosed)
    scratch.kept[quarter] = pot.keptInAll - before
    if isClosed || quarter == vehicle.releaseQuarter {
      amount += cash
      cash = 0
    }
    scratch.distributable[quarter] = Rounding.amount(amount)
  }

  /// Whether the fund ends as it has bought nothing for too long since its first money.
  @inline(__always)
  func isWoundUp(_ quarter: Int) -> Bool {
    let allowed = vehicle.raising.firstDealQuarters
    return allowed > 0 && !hasBought && firstMoney >= 0 && quarter + 1 >= firstMoney + allowed
  }
}
