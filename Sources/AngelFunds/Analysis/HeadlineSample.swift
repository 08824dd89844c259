import Stochastics
import Synchronization

/// The headline figures of every path of a small run.
struct HeadlineSample: Sendable {
  private let values: [String: [Double]]

  init(_ scenario: Scenario, settings: SimulationSettings) async throws {
    let plan = BlockPlan(paths: settings.paths)
    let columns = scenario.metricColumns.prefix { $0.owner.scope == .motherFund }
    let blocks = Mutex<[BlockResult]>([])
    let simulator = Simulator(
      scenario: scenario, settings: settings, detail: .motherFundFigures)
    _ = try await simulator.run { result in blocks.withLock { $0.append(result) } }
    let sorted = blocks.withLock { $0.sorted { $0.block < $1.block } }
    var columnValues: [String: [Double]] = [:]
    for (index, column) in columns.enumerated() {
      columnValues[column.figure.name] = sorted.flatMap {
        $0.figures[(index * $0.paths)..<((index + 1) * $0.paths)]
      }
    }
    precondition(sorted.count == plan.count)
    let tolerance = scenario.motherFund.lossTolerance
    columnValues["loss_beyond_tolerance"] = columnValues["gross_moic"]?.map {
      $0.isNaN ? $0 : (max(0, 1 - $0) > tolerance ? 1 : 0)
    }
    columnValues["dpi_below_1"] = columnValues["tvpi"]?.map { $0.isNaN ? $0 : ($0 < 1 ? 1 : 0) }
    values = columnValues
  }

  /// The mother fund's figure, path by path, where a path has it.
  func figures(_ metric: Metric) -> [Double] {
    (values[metric.rawValue] ?? []).filter { !$0.isNaN }
  }

  /// The headline over all paths; nil if no path has it.
  func value(of headline: Headline) -> Double? {
    statistic(headline, paths: 0..<(values[headline.metric]?.count ?? 0))
  }

  /// How the headline changes to `other`, with the standard error over batches of paths that
  /// both share.
  func change(of headline: Headline, to other: HeadlineSample) -> Estimate? {
    guard let from = value(of: headline), let to = other.value(of: headline) else { return nil }
    let count = values[headline.metric]?.count ?? 0
    let batches = InputSensitivity.batches
    var moments = Moments()
    for batch in 0..<batches {
      let paths = (batch * count / batches)..<((batch + 1) * count / batches)
      guard
        let low = statistic(headline, paths: paths),
        let high = other.statistic(headline, paths: paths)
      else { continue }
      moments.add(high - low)
    }
    guard let error = moments.meanEstimate?.standardError else { return nil }
    return Estimate(value: to - from, standardError: error)
  }

  private func statistic(_ headline: Headline, paths: Range<Int>) -> Double? {
    guard let column = values[headline.metric] else { return nil }
    let defined = column[paths].filter { !$0.isNaN }
    guard !defined.isEmpty else { return nil }
    switch headline.statistic {
    case .mean: return defined.reduce(0, +) / Double(defined.count)
    case .median: return SortedSample(defined).quantile(0.5)
    }
  }
}
