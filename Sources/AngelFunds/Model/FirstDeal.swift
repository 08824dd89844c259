import Stochastics

/// Sub-funds that are wound up before they have bought anything.
///
/// They are no buyers: their companies take nothing off an anchor's deal flow and are nobody's to
/// share. Whether there is a first deal depends on calls, late partners and fees alone, so it is
/// known before any company's outcome is.
extension PathSimulation {
  /// Says which vehicles buy nothing; expects the companies that they mean to buy.
  ///
  /// Budgets that calls may have to wait for are not looked at.
  func findIdle(_ vehicles: some Collection<Int>) {
    for index in vehicles {
      let vehicle = buffers.vehicles[index]
      let isSeenByOthers = vehicle.limit.group >= 0 || model.active.contains(.sharedDeals)
      let mayBeWoundUp = vehicle.raising.firstDealQuarters > 0 && isSeenByOthers
      buffers.deals.buysNothing[index] =
        !vehicle.exists || mayBeWoundUp && !findsFirstDeal(index)
    }
  }

  private func findsFirstDeal(_ index: Int) -> Bool {
    let vehicle = buffers.vehicles[index]
    buffers.vehicle.clear(term: vehicle.term)
    DealSelection.order(
      buffers.deals.room(for: index), count: buffers.deals[index],
      extras: buffers.deals.extras[index], quarters: vehicle.investmentQuarters,
      scratch: buffers.vehicle)
    var simulation = VehicleSimulation(index, model: model, buffers: buffers, book: NoCompanies())
    defer { buffers.clearFlows(of: index) }
    return simulation.findsFirstDeal()
  }
}

extension VehicleSimulation where Book == NoCompanies {
  /// Runs up to the first purchase, or to the quarter that ends the fund without one.
  fileprivate mutating func findsFirstDeal() -> Bool {
    var silence = NoRecording()
    for quarter in 0..<vehicle.investmentQuarters {
      if quarter == late.quarter { takeLate(quarter) }
      callCapital(quarter, followOns: 0, recorder: &silence)
      if canBuy(quarter) { return true }
      chargeFee(quarter, recorder: &silence)
      if isWoundUp(quarter) { return false }
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
