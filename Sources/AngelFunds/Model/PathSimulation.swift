import Stochastics

/// Simulates one path of a compiled scenario into a worker's buffers.
///
/// A pure function of the model, the seed inside `source` and the path's number.
struct PathSimulation {
  let model: CompiledModel
  let buffers: PathBuffers

  init(_ model: CompiledModel, buffers: PathBuffers) {
    self.model = model
    self.buffers = buffers
  }

  /// What a path amounts to beyond series and vehicles' results.
  struct Outcome {
    /// Number of entries in `buffers.companyProceeds`: companies that bring something back.
    let companies: Int
    /// The mother fund's own fees, in yuan.
    let motherFees: Double
  }

  func run<Recorder: TransferRecorder>(
    path: UInt32, source: inout RandomSource, recorder: inout Recorder
  ) -> Outcome {
    buffers.clear()
    drawFactors(path: path, source: &source, recorder: &recorder)
    raiseFunds(path: path, source: &source)
    if model.mother.callsWait { buffers.waiting.clear() }
    planDeals(of: 0..<model.vehicles.count, path: path, source: &source)
    if model.mother.callsWait {
      rationCalls(path: path, source: &source)
      // Who has to wait has no money for some of its companies.
      planDeals(of: 0..<model.vehicles.count, path: path, source: &source)
    }
    var companies = 0
    for index in 0..<model.vehicles.count {
      companies += simulate(
        index, path: path, companies: companies, source: &source, recorder: &recorder)
    }
    let fees = MotherSimulation(model, buffers: buffers).run(recorder: &recorder)
    EvaluationScores(model, buffers: buffers)?.write()
    return Outcome(companies: companies, motherFees: fees)
  }

  /// What is wrong with a path's books, if anything; simulates the path once more to know.
  func imbalance(path: UInt32, source: inout RandomSource) -> String? {
    var ledger = TransferLedger()
    _ = run(path: path, source: &source, recorder: &ledger)
    return ledger.imbalance(lastQuarter: model.quarters - 1)
  }

  private func simulate<Recorder: TransferRecorder>(
    _ index: Int, path: UInt32, companies: Int, source: inout RandomSource,
    recorder: inout Recorder
  ) -> Int {
    var flows = flows(
      of: index, path: path, companies: companies, source: &source, recorder: &recorder)
    flows.result.carry = distribute(flows, of: index, recorder: &recorder)
    buffers.results[index] = flows.result
    buffers.stakes[index] = settleStake(flows, of: index, recorder: &recorder)
    MotherSimulation(model, buffers: buffers).gather(index, closingQuarter: flows.closingQuarter)
    review(index, closingQuarter: flows.closingQuarter)
    EvaluationScores(model, buffers: buffers)?
      .gather(index, closingQuarter: flows.closingQuarter)
    return flows.companies
  }

  /// Holds a vehicle's losses against what is tolerated.
  private func review(_ index: Int, closingQuarter: Int) {
    guard let reviews = model.lossReviews else { return }
    let vehicle = buffers.vehicles[index]
    LossReviews(model: reviews, room: buffers.reviews).gather(
      index, buffers.vehicle.losses,
      stake: LossReviews.Stake(
        firstQuarter: vehicle.firstQuarter, closingQuarter: closingQuarter,
        motherShare: vehicle.motherShare))
  }

  /// Chooses what vehicles mean to buy; together, as those of an anchor share its deal flow.
  func planDeals(
    of vehicles: some Collection<Int>, path: UInt32, source: inout RandomSource
  ) {
    buffers.deals.clear()
    for index in vehicles {
      let vehicle = buffers.vehicles[index]
      source.begin(vehicle.companies, path: path)
      (buffers.deals[index], buffers.deals.extras[index]) = DealSelection.choose(
        vehicle, model: model, draws: buffers.vehicle.draws,
        companies: buffers.deals.room(for: index), source: &source)
    }
    markMoney(vehicles)
    if model.active.contains(.sharedDeals) { shareDeals(path: path, source: &source) }
    for index in vehicles { buffers.deals.count(index, of: buffers.vehicles[index]) }
  }

  /// Runs a vehicle up to its waterfall; expects the path's factors and deals, and zeros in the
  /// vehicle's series.
  ///
  /// - Parameter companies: Number of companies of other vehicles in `buffers.companyProceeds`.
  @inline(__always)
  func flows<Recorder: TransferRecorder>(
    of index: Int, path: UInt32, companies: Int, source: inout RandomSource,
    recorder: inout Recorder
  ) -> VehicleFlows {
    let vehicle = buffers.vehicles[index]
    buffers.vehicle.clear(term: vehicle.term)
    source.begin(vehicle.manager, path: path)
    let skill = StandardNormal.quantile(source.block(ordinal: 0, address: DrawAddress.skill)[0])
    if Recorder.listens {
      recorder.record(DrawnFactor(factor: .manager(index), values: [skill]))
    }
    source.begin(source.isCounterBased ? vehicle.companies : vehicle.outcomes, path: path)
    DealSelection.order(
      buffers.deals.room(for: index), count: buffers.deals[index],
      extras: buffers.deals.extras[index], quarters: vehicle.investmentQuarters,
      scratch: buffers.vehicle)
    let proceeds = buffers.companyProceeds + companies
    switch vehicle.engine {
    case .multiples:
      buffers.vehicle.draws.prepareOutcomes(buffers.deals.seen(by: index), source: source)
      let book = MultiplesBook(
        index, model: model, buffers: buffers, skill: skill, proceedsOut: proceeds)
      return run(book, of: index, source: &source, recorder: &recorder)
    case .rounds:
      let book = RoundsBook(
        index, model: model, buffers: buffers, skill: skill, proceedsOut: proceeds)
      return run(book, of: index, source: &source, recorder: &recorder)
    }
  }

  @inline(__always)
  private func run<Recorder: TransferRecorder>(
    _ book: some CompanyBook, of index: Int, source: inout RandomSource, recorder: inout Recorder
  ) -> VehicleFlows {
    var simulation = VehicleSimulation(index, model: model, buffers: buffers, book: book)
    return simulation.run(source: &source, recorder: &recorder)
  }

  /// Takes a vehicle's flows through its waterfall, and returns the carry.
  @inline(__always)
  func distribute<Recorder: TransferRecorder>(
    _ flows: VehicleFlows, of index: Int, recorder: inout Recorder
  ) -> Double {
    let vehicle = buffers.vehicles[index]
    let (first, scratch) = (vehicle.firstQuarter, buffers.vehicle)
    let series = ScopeSeries(
      buffers.series, scope: buffers.layout.vehicle(index), layout: buffers.layout)
    var distribution = VehicleDistribution(vehicle, index: index)
    let inflows = VehicleDistribution.Inflows(
      calls: UnsafePointer(series.calls + first),
      distributable: UnsafePointer(scratch.distributable), closingQuarter: flows.closingQuarter,
      dealCarry: vehicle.waterfall.isDealByDeal ? UnsafePointer(scratch.dealCarry) : nil)
    return distribution.run(
      inflows, distributions: series.distributions + first,
      unreturned: scratch.unreturned, recorder: &recorder
    ) { quarter, waterfall in
      series.nav[first + quarter] = waterfall.partnersShare(
        ofLiquidating: scratch.value[quarter], dealCarry: scratch.dealCarryIfSold[quarter])
    }
  }

  /// Takes the mother fund's part of a vehicle's flows, and gives up what it gives up of it.
  func settleStake<Recorder: TransferRecorder>(
    _ flows: VehicleFlows, of index: Int, recorder: inout Recorder
  ) -> StakeResult {
    let (vehicle, scratch) = (buffers.vehicles[index], buffers.vehicle)
    let series = ScopeSeries(
      buffers.series, scope: buffers.layout.vehicle(index), layout: buffers.layout)
    let first = vehicle.firstQuarter
    var stake = StakeSettlement(index, vehicle: vehicle, model: model, room: scratch.stake)
    let incoming = StakeSettlement.Flows(
      calls: UnsafePointer(series.calls + first),
      distributions: UnsafePointer(series.distributions + first),
      nav: UnsafePointer(series.nav + first), unreturned: UnsafePointer(scratch.unreturned),
      ahead: UnsafePointer(scratch.ahead), aheadCount: vehicle.paymentQuarters,
      closingQuarter: flows.closingQuarter)
    return stake.run(incoming, made: flows.result, recorder: &recorder)
  }
}
