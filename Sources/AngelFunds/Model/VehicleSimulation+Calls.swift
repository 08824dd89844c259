/// How a vehicle gets its partners' money.
extension VehicleSimulation {
  @inline(__always)
  mutating func callCapital<Recorder: TransferRecorder>(
    _ quarter: Int, followOns: Double, recorder: inout Recorder
  ) {
    let isInvesting = quarter < vehicle.investmentQuarters
    guard late.quarter < 0, !isWaiting(quarter) else { return }  // nothing more before it is here
    let before = calls.next
    let purchases = (isInvesting ? scratch.plannedCost[quarter] : 0) + followOns
    calls.ceiling = reinvestment.ceilingOfCalls
    let amount: Double
    if vehicle.isDirect {
      amount = purchases
    } else if isInvesting {
      amount = calls.call(
        used: used, cash: cash, purchases: purchases, feeOwed: feeOwed,
        feeRate: vehicle.investmentFeePerQuarter)
    } else {
      amount = calls.call(cash: cash, purchases: purchases)
    }
    guard amount > 0 else { return }
    if calls.isLate(vehicle.lateTranches, from: before) {
      wait(for: amount, quarter: quarter)
    } else {
      take(amount, quarter: quarter)
    }
  }

  @inline(__always)
  mutating func take(_ amount: Double, quarter: Int) {
    if firstMoney < 0 { firstMoney = quarter }
    cash += amount
    paidIn += amount
    series.calls[vehicle.firstQuarter + quarter] += amount
  }

  /// Lets the other partners' money come later; the mother fund's with it where social money comes
  /// first, else now.
  mutating func wait(for amount: Double, quarter: Int) {
    let arrival = quarter + vehicle.raising.lateQuarters
    let mothers = vehicle.raising.isSocialFirst ? 0 : amount * vehicle.motherShare
    if mothers > 0 {
      take(mothers, quarter: quarter)
      let ahead = mothers - mothers * vehicle.motherShare
      scratch.ahead[quarter] += ahead
      late.ahead = ahead
    }
    late.amount = amount - mothers
    late.quarter = arrival
  }

  /// Whether a call has to wait for the next year's budget.
  @inline(__always)
  func isWaiting(_ quarter: Int) -> Bool {
    isBlocked.map { $0[vehicle.firstQuarter + quarter] } ?? false
  }

  mutating func takeLate(_ quarter: Int) {
    guard !isWaiting(quarter) || late.ahead > 0 else {
      late.quarter += 1
      return
    }
    take(late.amount, quarter: quarter)
    scratch.ahead[quarter] -= late.ahead
    late = LateTranche()
  }
}

/// Money that is called, but not there yet.
struct LateTranche {
  /// The quarter in which it comes; -1 where nothing is late.
  var quarter = -1
  var amount = 0.0
  /// What the mother fund has paid of it beyond its part.
  var ahead = 0.0
}
