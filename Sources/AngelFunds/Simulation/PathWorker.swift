import Stochastics

/// Simulates blocks of paths, one after the other, with room of its own.
final class PathWorker {
  /// How much a worker keeps of each path.
  enum Detail: Sendable {
    /// Figures of every scope, and series.
    case everything
    /// The mother fund's figures only.
    case motherFundFigures
  }

  /// Debug builds check the books of one path in so many.
  private static let pathsPerCheck = 97

  private let simulation: PathSimulation
  private let buffers: PathBuffers
  private let detail: Detail
  private let columnCount: Int
  private let sums: ShiftedSums
  private let covariance: ShiftedComoments
  private var metrics: PathMetrics
  private var source: RandomSource
  private let net: UnsafeMutablePointer<Double>
  /// How often each bin of the mother fund's series was hit, over all blocks so far.
  let histograms: QuarterHistograms

  init(
    _ scenario: Scenario, model: CompiledModel, seed: UInt64, generator: Generator,
    detail: Detail
  ) throws {
    buffers = PathBuffers(model)
    simulation = PathSimulation(model, buffers: buffers)
    self.detail = detail
    columnCount =
      detail == .everything
      ? scenario.metricColumns.count
      : scenario.metricColumns.prefix { $0.owner.scope == .motherFund }.count
    let keepsSeries = detail == .everything
    sums = ShiftedSums(count: keepsSeries ? buffers.layout.count : 0)
    covariance = ShiftedComoments(count: keepsSeries ? model.quarters : 0)
    histograms = QuarterHistograms(quarters: keepsSeries ? model.quarters : 0)
    metrics = try PathMetrics(scenario, model: model, buffers: buffers)
    source = try RandomSource(generator: generator, seed: seed)
    net = .allocate(capacity: max(model.quarters, 1))
  }

  deinit { net.deallocate() }

  /// Simulates a block.
  ///
  /// - Parameter isCancelled: Asked before every path.
  /// - Throws: `CancellationError` if it says so.
  func run(block: Int, of plan: BlockPlan, isCancelled: () -> Bool) throws -> BlockResult {
    let paths = plan.paths(of: block)
    sums.reset()
    covariance.reset()
    let figures = try [Double](unsafeUninitializedCapacity: columnCount * paths.count) {
      buffer, count in
      guard let base = buffer.baseAddress else { return }
      for path in paths {
        if isCancelled() { throw CancellationError() }
        simulate(path, to: base + (path - paths.lowerBound), stride: paths.count)
      }
      count = columnCount * paths.count
    }
    return BlockResult(
      block: block, paths: paths.count, figures: figures,
      moments: detail == .everything ? sums.moments : nil,
      netFlows: detail == .everything ? covariance.moments : nil)
  }

  private func simulate(_ path: Int, to column: UnsafeMutablePointer<Double>, stride: Int) {
    assert(
      path % Self.pathsPerCheck != 0
        || simulation.imbalance(path: UInt32(path), source: &source) == nil,
      "money is made or lost on path \(path)")
    var silence = NoRecording()
    let outcome = simulation.run(path: UInt32(path), source: &source, recorder: &silence)
    var writer = MetricWriter(column, stride: stride)
    guard detail == .everything else {
      metrics.writeMotherFund(outcome, to: &writer)
      return
    }
    metrics.write(outcome, to: &writer)
    assert(writer.count == columnCount, "figures are missing, or too many")
    sums.add(UnsafePointer(buffers.series))
    let mother = ScopeSeries(
      buffers.series, scope: SeriesLayout.motherFund, layout: buffers.layout)
    for quarter in 0..<buffers.layout.quarters {
      net[quarter] = mother.distributions[quarter] - mother.calls[quarter]
    }
    covariance.add(UnsafePointer(net))
    histograms.add(UnsafePointer(buffers.series))
  }
}
