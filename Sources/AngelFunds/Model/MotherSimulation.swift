/// The mother fund's path: what it calls, charges and passes on.
///
/// Without budgets contributors pay each quarter's calls in that quarter. The fee comes out of the
/// quarter's distributions, then from contributors as far as the size has room for it, then it
/// waits.
struct MotherSimulation {
  private let model: CompiledModel
  private let buffers: PathBuffers
  private let series: ScopeSeries

  init(_ model: CompiledModel, buffers: PathBuffers) {
    self.model = model
    self.buffers = buffers
    series = ScopeSeries(
      buffers.series, scope: SeriesLayout.motherFund, layout: buffers.layout)
  }

  /// Settles the mother fund's quarters, once all vehicles have been gathered.
  ///
  /// - Returns: The mother fund's own fees that were paid, in yuan.
  func run<Recorder: TransferRecorder>(recorder: inout Recorder) -> Double {
    let fees = settle(recorder: &recorder)
    accumulate()
    return fees
  }

  /// Adds the stake in the vehicle at hand to its anchor and to the mother fund.
  func gather(_ index: Int, closingQuarter: Int) {
    let layout = buffers.layout
    let (first, last) = (buffers.vehicles[index].firstQuarter, closingQuarter)
    let source = ScopeSeries(buffers.series, scope: layout.vehicle(index), layout: layout)
    let stake = buffers.vehicle.stake
    buffers.closings[index] = first + last
    free(index, closingQuarter: closingQuarter)
    if model.active.contains(.recycling) { keep(stake, first: first, last: last) }
    add(stake, idleCash: source.idleCash + first, to: series, at: first, last: last)
    for quarter in 0...last { buffers.costOutstanding[first + quarter] += stake.cost[quarter] }
    let anchor = model.anchorOfVehicle[index]
    guard anchor >= 0 else { return }
    let target = ScopeSeries(buffers.series, scope: layout.anchor(anchor), layout: layout)
    add(stake, idleCash: source.idleCash + first, to: target, at: first, last: last)
    for quarter in 0...last {
      target.fees[first + quarter] += stake.parts[quarter] * source.fees[first + quarter]
    }
  }

  /// Says what the promises to a vehicle shrink by.
  private func free(_ index: Int, closingQuarter: Int) {
    PromiseChanges(
      planned: model.vehicles[index], actual: buffers.vehicles[index],
      added: buffers.raised[index].added
    ).add(
      to: buffers.feeRoom, quarters: model.quarters, closingQuarter: closingQuarter,
      paid: buffers.stakes[index].paid)
  }

  private func keep(_ stake: StakeRoom, first: Int, last: Int) {
    for quarter in 0...last {
      buffers.kept[first + quarter] += stake.parts[quarter] * buffers.vehicle.kept[quarter]
    }
  }

  private func add(
    _ stake: StakeRoom, idleCash: UnsafeMutablePointer<Double>, to target: ScopeSeries,
    at first: Int, last: Int
  ) {
    for quarter in 0...last {
      let date = first + quarter
      target.calls[date] += stake.calls[quarter]
      target.distributions[date] += stake.receipts[quarter]
      target.nav[date] += stake.nav[quarter]
      target.idleCash[date] += stake.parts[quarter] * idleCash[quarter]
    }
  }

  private func settle<Recorder: TransferRecorder>(recorder: inout Recorder) -> Double {
    model.mother.settle(
      series, costOutstanding: UnsafePointer(buffers.costOutstanding),
      feeRoom: UnsafePointer(buffers.feeRoom), quarters: model.quarters,
      room: buffers.appropriation
    ) { quarter, flows in
      if Recorder.listens { record(quarter, flows, recorder: &recorder) }
    }
  }

  private func record<Recorder: TransferRecorder>(
    _ quarter: Int, _ flows: MotherFlows, recorder: inout Recorder
  ) {
    func record(_ kind: TransferKind, from payer: Party, to payee: Party, _ amount: Double) {
      recorder.record(kind, from: payer, to: payee, quarter: quarter, amount: amount)
    }
    record(.managementFee, from: .motherFund, to: .motherManager, flows.fee)
    record(.bridge, from: .lender, to: .motherFund, flows.lent)
    record(.bridgeInterest, from: .motherFund, to: .lender, flows.interestPaid)
    record(.bridgeRepayment, from: .motherFund, to: .lender, flows.repaid)
    for contributor in 0..<model.mother.contributorShares.count {
      let share = model.mother.contributorShares[contributor]
      record(
        .contribution, from: .contributor(contributor), to: .motherFund,
        share * series.calls[quarter])
      record(
        .distribution, from: .motherFund, to: .contributor(contributor),
        share * series.distributions[quarter])
    }
    recorder.close(.motherFund, quarter: quarter, cash: flows.cash)
  }

  /// Fills every scope's cumulative net cash.
  private func accumulate() {
    for scope in 0..<buffers.layout.scopeCount {
      let scope = ScopeSeries(buffers.series, scope: scope, layout: buffers.layout)
      var sum = 0.0
      for quarter in 0..<model.quarters {
        sum += scope.distributions[quarter] - scope.calls[quarter]
        scope.netCumulative[quarter] = sum
      }
    }
  }
}
