import Stochastics

/// Companies that a vehicle means to buy in a quarter in which it has no money.
///
/// Nobody buys them: they take nothing off an anchor's deal flow and are nobody's to share. They are
/// those of funds whose partners are late, whose calls wait for a budget, or that are wound up before
/// their first deal. When there is money depends on calls, late partners and fees, so it is known
/// before any company's outcome is.
extension PathSimulation {
  /// Marks the companies of vehicles that have no money for them; expects what they mean to buy.
  func markMoney(_ vehicles: some Collection<Int>) {
    for index in vehicles where lacksMoneyNowAndThen(index) { markMoney(index) }
  }

  /// Whether there may be a quarter without money, and somebody who has to know.
  private func lacksMoneyNowAndThen(_ index: Int) -> Bool {
    let vehicle = buffers.vehicles[index]
    let isSeenByOthers = vehicle.limit.group >= 0 || model.active.contains(.sharedDeals)
    guard isSeenByOthers, vehicle.exists else { return false }
    return vehicle.lateTranches != 0 || vehicle.raising.firstDealQuarters > 0
      || model.mother.callsWait
  }

  private func markMoney(_ index: Int) {
    let (vehicle, deals) = (buffers.vehicles[index], buffers.deals)
    buffers.vehicle.clear(term: vehicle.term)
    DealSelection.order(
      deals.room(for: index), count: deals[index], extras: deals.extras[index],
      quarters: vehicle.investmentQuarters, scratch: buffers.vehicle)
    var simulation = VehicleSimulation(index, model: model, buffers: buffers, book: NoCompanies())
    let hasAlways = simulation.lookForMoney()
    buffers.clearFlows(of: index)
    guard !hasAlways else { return }
    let companies = deals.room(for: index)
    for position in 0..<deals[index] {
      companies[position].hasMoney = buffers.vehicle.hasMoney[Int(companies[position].entry)]
    }
  }
}

extension VehicleSimulation where Book == NoCompanies {
  /// Runs the investment period without follow-ons and exits, and says in the scratch room in which
  /// quarters there is money for companies; in none where the fund is wound up.
  ///
  /// - Returns: Whether there is money from the first purchase on, for all that is known; the room is
  ///   not filled then.
  fileprivate mutating func lookForMoney() -> Bool {
    var silence = NoRecording()
    let isPunctual = vehicle.lateTranches == 0 && isBlocked == nil
    for quarter in 0..<vehicle.investmentQuarters {
      if quarter == late.quarter { takeLate(quarter) }
      callCapital(quarter, followOns: 0, recorder: &silence)
      scratch.hasMoney[quarter] = cash >= Rounding.fen
      if canBuy(quarter) {
        if isPunctual { return true }
        hasBought = true
        let cost = min(cash, scratch.plannedCost[quarter])
        cash = Rounding.amount(cash - cost)
        used += cost
      }
      chargeFee(quarter, recorder: &silence)
      guard isWoundUp(quarter) else { continue }
      scratch.hasMoney.update(repeating: false, count: vehicle.investmentQuarters)
      return false
    }
    return false
  }
}

/// A vehicle's companies where it has none yet.
struct NoCompanies: CompanyBook {
  var result: VehicleResult { VehicleResult() }
  var count: Int { 0 }

  mutating func prepare(_ count: Int, source: inout RandomSource) {}

  mutating func learn<Recorder: TransferRecorder>(
    _ quarter: Int, recorder: inout Recorder
  ) -> Double { 0 }

  mutating func buy<Recorder: TransferRecorder>(
    _ position: Int, quarter: Int, cost: Double, source: inout RandomSource,
    recorder: inout Recorder
  ) {}

  mutating func followOn<Recorder: TransferRecorder>(
    _ part: Double, quarter: Int, recorder: inout Recorder
  ) {}

  mutating func exit<Recorder: TransferRecorder>(
    _ quarter: Int, isLast: Bool, recorder: inout Recorder
  ) {}
}
