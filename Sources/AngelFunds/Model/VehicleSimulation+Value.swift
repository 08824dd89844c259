/// What is written down at the end of a quarter.
extension VehicleSimulation {
  /// Looks at what has been invested by now.
  @inline(__always)
  mutating func judge(_ quarter: Int) {
    reinvestment.endQuarter(
      quarter, isClosed: isClosed, mothersPaidIn: vehicle.motherShare * paidIn + late.ahead)
    let end = vehicle.investmentQuarters - 1
    if quarter == end || isClosed && quarter < end {
      atInvestmentEnd = (placed, book.result.earlyCost)
    }
  }

  @inline(__always)
  mutating func value<Recorder: TransferRecorder>(
    _ quarter: Int, recorder: inout Recorder
  ) {
    let date = vehicle.firstQuarter + quarter
    recorder.close(.vehicle(index), quarter: date, cash: cash + pot.cash)
    if tracksLosses { grossLoss += scratch.losses.jumps[quarter] - decliningSlope }
    decliningValue += decliningSlope + scratch.levelChange[quarter]
    decliningSlope += scratch.slopeChange[quarter]
    let isHolding = aliveCount > 0 && !isClosed
    let companies = isHolding ? scratch.grossValue[quarter] + decliningValue : 0
    if tracksLosses { keepLosses(quarter, value: companies) }
    if isEvaluated {
      scratch.evaluation.keep(
        quarter, cost: placed, early: book.result.earlyCost, invested: investedCost)
    }
    guard !isClosed else { return }
    scratch.value[quarter] = max(0, companies + cash + pot.cash - feeOwed)
    series.idleCash[date] = cash + pot.cash
    alive[date] += Double(aliveCount)
  }

  /// Writes down what losses are made of at the end of a quarter.
  func keepLosses(_ quarter: Int, value: Double) {
    let losses = scratch.losses
    losses.cost[quarter] = placed
    losses.proceeds[quarter] = proceedsSoFar
    losses.value[quarter] = value
    losses.grossLoss[quarter] = max(0, grossLoss)
  }
}
