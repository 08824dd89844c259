import Stochastics

/// Simulates one path of a compiled scenario into a worker's buffers.
///
/// A pure function of the model, the seed inside `source` and the path's number.
struct PathSimulation {
  let model: CompiledModel
  let buffers: PathBuffers
  private let marketStream = StreamKey(.market, "market")

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
    drawFactors(path: path, source: &source)
    var companies = 0
    for index in 0..<model.vehicles.count {
      companies += simulate(
        index, path: path, companies: companies, source: &source, recorder: &recorder)
    }
    let fees = MotherSimulation(model, buffers: buffers).run(recorder: &recorder)
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
    return flows.companies
  }

  /// Runs a vehicle up to its waterfall; expects the path's factors, and zeros in its series.
  ///
  /// - Parameter companies: Number of companies of other vehicles in `buffers.companyProceeds`.
  @inline(__always)
  func flows<Recorder: TransferRecorder>(
    of index: Int, path: UInt32, companies: Int, source: inout RandomSource,
    recorder: inout Recorder
  ) -> VehicleFlows {
    let vehicle = model.vehicles[index]
    buffers.vehicle.clear(term: vehicle.term)
    source.begin(vehicle.manager, path: path)
    let skill = StandardNormal.quantile(source.block(ordinal: 0, address: DrawAddress.skill)[0])
    source.begin(vehicle.companies, path: path)
    let planned = DealSelection.choose(
      vehicle, model: model, scratch: buffers.vehicle, source: &source)
    buffers.vehicle.draws.prepareOutcomes(planned, source: source)
    var simulation = VehicleSimulation(
      index, model: model, buffers: buffers, skill: skill,
      proceedsOut: buffers.companyProceeds + companies)
    return simulation.run(source: &source, recorder: &recorder)
  }

  /// Takes a vehicle's flows through its waterfall, and returns the carry.
  @inline(__always)
  private func distribute<Recorder: TransferRecorder>(
    _ flows: VehicleFlows, of index: Int, recorder: inout Recorder
  ) -> Double {
    let vehicle = model.vehicles[index]
    let (first, scratch) = (vehicle.firstQuarter, buffers.vehicle)
    let series = ScopeSeries(
      buffers.series, scope: buffers.layout.vehicle(index), layout: buffers.layout)
    var distribution = VehicleDistribution(vehicle, index: index)
    let inflows = VehicleDistribution.Inflows(
      calls: UnsafePointer(series.calls + first),
      distributable: UnsafePointer(scratch.distributable), closingQuarter: flows.closingQuarter)
    return distribution.run(
      inflows, distributions: series.distributions + first,
      costOutstanding: buffers.costOutstanding + first, recorder: &recorder
    ) { quarter, waterfall in
      series.nav[first + quarter] = waterfall.partnersShare(ofLiquidating: scratch.value[quarter])
    }
  }

  /// Fills `buffers.exposures`: for each sector and entry year, market plus sector factor.
  func drawFactors(path: UInt32, source: inout RandomSource) {
    let years = model.entryYears
    let sectors = model.sectorStreams.count
    let market = buffers.exposures + sectors * years
    model.factors.draw(
      marketStream, path: path, loading: model.factors.marketLoading, years: years,
      values: buffers.yearly, exposures: market, source: &source)
    for sector in 0..<sectors {
      let exposures = buffers.exposures + sector * years
      model.factors.draw(
        model.sectorStreams[sector], path: path, loading: model.factors.sectorLoading,
        years: years, values: buffers.yearly, exposures: exposures, source: &source)
      for year in 0..<years { exposures[year] += market[year] }
    }
  }
}
