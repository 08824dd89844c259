/// The mother fund's path: what it calls, charges and passes on.
///
/// Contributors pay each quarter's calls in that quarter. The fee comes out of the quarter's
/// distributions, then from contributors as far as the size has room for it, then it waits.
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
      series, costOutstanding: UnsafePointer(buffers.costOutstanding), quarters: model.quarters
    ) { quarter, fee in
      if Recorder.listens { record(quarter, fee: fee, recorder: &recorder) }
    }
  }

  private func record<Recorder: TransferRecorder>(
    _ quarter: Int, fee: Double, recorder: inout Recorder
  ) {
    recorder.record(
      .managementFee, from: .motherFund, to: .motherManager, quarter: quarter, amount: fee)
    for contributor in 0..<model.mother.contributorShares.count {
      let share = model.mother.contributorShares[contributor]
      recorder.record(
        .contribution, from: .contributor(contributor), to: .motherFund, quarter: quarter,
        amount: share * series.calls[quarter])
      recorder.record(
        .distribution, from: .motherFund, to: .contributor(contributor), quarter: quarter,
        amount: share * series.distributions[quarter])
    }
    recorder.close(.motherFund, quarter: quarter, cash: 0)
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

extension MotherModel {
  /// Charges the fee on the mother fund's quarters: calls and distributions of vehicles become
  /// those of contributors.
  ///
  /// - Parameters:
  ///   - costOutstanding: By quarter, after calls and before distributions.
  ///   - settled: Told each quarter's fee once its figures are final.
  /// - Returns: The fees paid, in yuan.
  @inline(__always)
  func settle(
    _ series: ScopeSeries, costOutstanding: UnsafePointer<Double>, quarters: Int,
    settled: (_ quarter: Int, _ fee: Double) -> Void
  ) -> Double {
    var (owed, room, total) = (0.0, feeRoom, 0.0)
    for quarter in 0..<quarters {
      owed += feePerQuarter * costOutstanding[quarter]
      let received = series.distributions[quarter]
      let withheld = min(owed, received)
      let contributed = min(owed - withheld, room)
      let fee = withheld + contributed
      room -= contributed
      owed -= fee
      total += fee
      series.fees[quarter] = fee
      series.calls[quarter] += contributed
      series.distributions[quarter] = received - withheld
      series.nav[quarter] = max(0, series.nav[quarter] - owed)
      settled(quarter, fee)
    }
    return total
  }
}
