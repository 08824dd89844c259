/// What the mother fund pays and gets in a quarter beyond its vehicles' flows, in yuan.
struct MotherFlows {
  /// Its own fee that is paid.
  var fee = 0.0
  /// Paid by a lender.
  var lent = 0.0
  /// Paid back to the lender, without interest.
  var repaid = 0.0
  var interestPaid = 0.0
  /// In hand at the end of the quarter.
  var cash = 0.0
}

extension MotherModel {
  /// Settles the mother fund's quarters: calls and distributions of vehicles become those of
  /// contributors.
  ///
  /// - Parameters:
  ///   - series: The mother fund's part of its vehicles' series.
  ///   - costOutstanding: By quarter, after calls and before distributions.
  ///   - feeRoom: By quarter, what contributors may be asked for fees beyond the plan.
  ///   - room: Gets what budgets do, where there are any.
  ///   - settled: Told each quarter's flows once its figures are final.
  /// - Returns: The mother fund's own fees that were paid, in yuan.
  @inline(__always)
  func settle(
    _ series: ScopeSeries, costOutstanding: UnsafePointer<Double>,
    feeRoom freed: UnsafePointer<Double>, quarters: Int, room: AppropriationRoom,
    settled: (_ quarter: Int, MotherFlows) -> Void
  ) -> Double {
    if let appropriation {
      return settle(
        series, costOutstanding: costOutstanding, feeRoom: freed, by: appropriation, room: room,
        settled: settled)
    }
    var (account, total) = (MotherFee(room: feeRoom), 0.0)
    for quarter in 0..<quarters {
      let received = series.distributions[quarter]
      account.free(freed[quarter])
      let (withheld, contributed) = account.charge(
        feePerQuarter * costOutstanding[quarter], received: received)
      let fee = withheld + contributed
      total += fee
      series.fees[quarter] = fee
      series.calls[quarter] += contributed
      series.distributions[quarter] = received - withheld
      series.nav[quarter] = max(0, series.nav[quarter] - account.owed)
      settled(quarter, MotherFlows(fee: fee))
    }
    return total
  }

  /// The same where contributors have yearly budgets.
  private func settle(
    _ series: ScopeSeries, costOutstanding: UnsafePointer<Double>,
    feeRoom freed: UnsafePointer<Double>, by budgets: AppropriationModel, room: AppropriationRoom,
    settled: (_ quarter: Int, MotherFlows) -> Void
  ) -> Double {
    var account = AppropriatedCash(budgets, feePerQuarter: feePerQuarter, feeRoom: feeRoom)
    var (unlimited, total) = (MotherFee(room: feeRoom), 0.0)
    for quarter in 0...budgets.lastQuarter {
      let (called, received) = (series.calls[quarter], series.distributions[quarter])
      let cost = costOutstanding[quarter]
      unlimited.free(freed[quarter])
      let plainFee = unlimited.charge(feePerQuarter * cost, received: received)
      room.needs[quarter] = Rounding.amount(
        called + plainFee.contributed + room.putOff[quarter] - room.putOffAgain[quarter]
          - room.resumed[quarter])
      account.begin()
      account.pay(called)
      account.finish(costOutstanding: cost, received: received, freed: freed[quarter])
      let flows = account.flows
      total += flows.fee
      room.shortfalls[quarter] = Rounding.amount(
        flows.shortfall + room.putOff[quarter] - room.putOffAgain[quarter])
      room.backlog[quarter] = Rounding.amount(room.waiting[quarter] + account.debt)
      room.lent[quarter] = flows.lent - flows.repaidByContributors
      room.idle[quarter] = account.cash
      room.interest[quarter] = flows.interest
      series.fees[quarter] = flows.fee
      series.calls[quarter] = flows.contributed
      series.distributions[quarter] = flows.distributed
      series.idleCash[quarter] += account.cash
      series.nav[quarter] = max(
        0, series.nav[quarter] + account.cash - account.fee.owed - account.debt)
      settled(
        quarter,
        MotherFlows(
          fee: flows.fee, lent: flows.lent, repaid: flows.repaid,
          interestPaid: flows.interestPaid, cash: account.cash))
    }
    return total
  }
}
