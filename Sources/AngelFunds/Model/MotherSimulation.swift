/// The mother fund's path, once its vehicles have run: what it calls, charges and passes on.
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

  /// Adds vehicles up into anchors and the mother fund, and settles the mother fund's quarters.
  ///
  /// - Returns: The mother fund's own fees that were paid, in yuan.
  func run<Recorder: TransferRecorder>(recorder: inout Recorder) -> Double {
    gather()
    let fees = settle(recorder: &recorder)
    accumulate()
    return fees
  }

  /// Adds the mother fund's part of each vehicle to its anchor and to the mother fund.
  private func gather() {
    let layout = buffers.layout
    for index in 0..<model.vehicles.count {
      let vehicle = model.vehicles[index]
      let source = ScopeSeries(buffers.series, scope: layout.vehicle(index), layout: layout)
      let quarters = vehicle.firstQuarter...vehicle.lastQuarter
      let part = vehicle.motherShare
      add(source, to: series, part: part, quarters: quarters, withFees: false)
      let anchor = model.anchorOfVehicle[index]
      if anchor >= 0 {
        let target = ScopeSeries(buffers.series, scope: layout.anchor(anchor), layout: layout)
        add(source, to: target, part: part, quarters: quarters, withFees: true)
      }
    }
  }

  private func add(
    _ source: ScopeSeries, to target: ScopeSeries, part: Double, quarters: ClosedRange<Int>,
    withFees: Bool
  ) {
    add(source.calls, to: target.calls, part: part, quarters: quarters)
    add(source.distributions, to: target.distributions, part: part, quarters: quarters)
    add(source.nav, to: target.nav, part: part, quarters: quarters)
    add(source.idleCash, to: target.idleCash, part: part, quarters: quarters)
    if withFees { add(source.fees, to: target.fees, part: part, quarters: quarters) }
  }

  private func add(
    _ source: UnsafeMutablePointer<Double>, to target: UnsafeMutablePointer<Double>, part: Double,
    quarters: ClosedRange<Int>
  ) {
    for quarter in quarters { target[quarter] += part * source[quarter] }
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
