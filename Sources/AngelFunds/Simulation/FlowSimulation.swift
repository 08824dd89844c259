import Stochastics

/// Finds vehicles' flows in a cache, and simulates those that it has not.
struct FlowSimulation: ~Copyable {
  private let model: CompiledModel
  private var buffers: PathBuffers?
  private var source: RandomSource

  init(_ model: CompiledModel, settings: SimulationSettings) throws {
    self.model = model
    source = try RandomSource(generator: settings.generator, seed: settings.seed)
  }

  /// The flows of every vehicle on some paths, in the order of the model's vehicles.
  mutating func records(
    for keys: [Int], paths: Range<Int>, cache: FlowCache, isCancelled: () -> Bool
  ) throws -> [FlowRecord] {
    var records = keys.map { cache.record($0) }
    let missing = keys.indices.filter { records[$0] == nil }
    guard !missing.isEmpty else { return records.compactMap { $0 } }
    for index in missing {
      records[index] = FlowRecord(model.vehicles[index], paths: paths.count)
    }
    let simulated = records.compactMap { $0 }
    let planned = sharingDeals(with: missing)
    for path in paths {
      if isCancelled() { throw CancellationError() }
      simulate(missing, planned: planned, path: path, row: path - paths.lowerBound, to: simulated)
    }
    for index in missing { cache.keep(simulated[index], for: keys[index]) }
    return simulated
  }

  /// The vehicles at hand, and those that buy at the same anchors.
  private func sharingDeals(with vehicles: [Int]) -> [Int] {
    let groups = Set(vehicles.map { model.vehicles[$0].limit.group }).subtracting([-1])
    return model.vehicles.indices.filter {
      vehicles.contains($0) || groups.contains(model.vehicles[$0].limit.group)
    }
  }

  private mutating func simulate(
    _ indices: [Int], planned: [Int], path: Int, row: Int, to records: [FlowRecord]
  ) {
    let buffers = buffers ?? PathBuffers(model)
    self.buffers = buffers
    let simulation = PathSimulation(model, buffers: buffers)
    simulation.drawFactors(path: UInt32(path), source: &source)
    simulation.raiseFunds(path: UInt32(path), source: &source)
    simulation.planDeals(of: planned, path: UInt32(path), source: &source)
    var silence = NoRecording()
    for index in indices {
      let series = ScopeSeries(
        buffers.series, scope: buffers.layout.vehicle(index), layout: buffers.layout)
      series.calls.update(repeating: 0, count: model.quarters)
      let flows = simulation.flows(
        of: index, path: UInt32(path), companies: 0, source: &source, recorder: &silence)
      let vehicle = buffers.vehicles[index]
      records[index].keep(
        flows, row: row, vehicle: vehicle,
        delay: vehicle.firstQuarter - model.vehicles[index].firstQuarter,
        added: buffers.raised[index].added,
        calls: UnsafePointer(series.calls + vehicle.firstQuarter), scratch: buffers.vehicle)
    }
  }
}
