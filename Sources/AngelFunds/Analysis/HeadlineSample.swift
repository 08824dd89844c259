import Stochastics

/// The headline figures of every path of a small run.
struct HeadlineSample: Sendable {
  private let values: [String: [Double]]
  /// Headlines that the plan fixes.
  private let planned: [String: Double]

  /// Simulates a scenario, with the flows that `simulator` has kept of others.
  init(_ scenario: Scenario, simulator: HeadlineSimulator) async throws {
    let columns = try await simulator.figures(of: scenario)
    var values: [String: [Double]] = [:]
    let active = ActiveRules(scenario)
    for (metric, column) in zip(HeadlineWorker.metrics, columns)
    where metric.rule.map(active.contains) ?? true {
      values[metric.rawValue] = column
    }
    for figure in PathFigure.derived
    where Headline.all.contains(where: { $0.metric == figure.name }) {
      values[figure.name] = try figure.values(lossTolerance: scenario.motherFund.lossTolerance) {
        values[$0.rawValue]
      }
    }
    self.values = values
    planned = Dictionary(uniqueKeysWithValues: Leverage(scenario).multiples.map { ($0, $1) })
  }

  /// Whether the scenario has a headline at all, on whatever path.
  func has(_ headline: Headline) -> Bool {
    planned[headline.metric] != nil || values[headline.metric] != nil
  }

  /// The mother fund's figure, path by path, where a path has it.
  func figures(_ metric: Metric) -> [Double] {
    (values[metric.rawValue] ?? []).filter { !$0.isNaN }
  }

  /// The mother fund's figure on every path; NaN where a path has none.
  func column(_ metric: Metric) -> [Double] { values[metric.rawValue] ?? [] }

  /// The headline over all paths; nil if no path has it.
  func value(of headline: Headline) -> Double? {
    planned[headline.metric]
      ?? statistic(headline, paths: 0..<(values[headline.metric]?.count ?? 0))
  }

  /// How the headline changes to `other`, with the standard error over batches of paths that
  /// both share; what the plan fixes has none.
  func change(of headline: Headline, to other: HeadlineSample) -> Estimate? {
    guard let from = value(of: headline), let to = other.value(of: headline) else { return nil }
    if planned[headline.metric] != nil { return Estimate(value: to - from, standardError: 0) }
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

  /// The figure of every headline that the scenario has, with mean and quantiles; for an event its probability.
  func summaryRows(_ scenario: Scenario, ranks: inout OrderRanks) -> [SummaryRow] {
    let owner = ScopeID(scope: .motherFund, id: Scope.motherFund.rawValue)
    return Headline.all.compactMap { headline in
      if let value = planned[headline.metric] {
        return SummaryRow(
          owner: owner, label: scenario.title, metric: headline.metric, unit: headline.unit,
          mean: MeanEstimate(value: value, standardError: 0, doubt: nil), quantiles: [],
          definedShare: 1)
      }
      guard let values = values[headline.metric] else { return nil }
      let isEvent = PathFigure(named: headline.metric)?.isEvent ?? false
      let statistics = ColumnStatistics(values, ranks: &ranks)
      return SummaryRow(
        owner: owner, label: scenario.title, metric: headline.metric, unit: headline.unit,
        mean: isEvent ? ColumnStatistics.probability(values) { $0 > 0 } : statistics.mean,
        quantiles: isEvent ? [] : statistics.quantiles, definedShare: statistics.definedShare)
    }
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
