import Stochastics

/// The rows of a summary that are about one simulated scope.
struct ScopeEstimates {
  private(set) var rows: [SummaryRow] = []
  private let store: RunStore
  private let scenario: Scenario
  private let risk: RiskContribution
  private let owner: ScopeID
  private let label: Label
  private var ranks = OrderRanks()

  /// Estimates everything about a scope.
  ///
  /// - Parameter workers: How many scopes are estimated at a time.
  init(_ owner: ScopeID, _ store: RunStore, risk: RiskContribution, workers: Int) throws {
    (self.owner, self.store, self.risk) = (owner, store, risk)
    scenario = store.provenance.scenario
    label = scenario.label(of: owner)
    let columns = try FigureColumns(owner, store: store, workers: workers)
    let multiples = try addKept(columns)
    try DerivedFigure.each(of: columns, lossTolerance: scenario.motherFund.lossTolerance) {
      add($0)
    }
    if let multiples { addWorst(multiples) }
    switch owner.scope {
    case .motherFund: try addMotherFund()
    case .subFund: try addRisk()
    case .anchor, .contributor: break
    }
  }

  /// Adds what the run kept, and returns what it has of TVPI.
  private mutating func addKept(_ columns: FigureColumns) throws -> ColumnStatistics? {
    var multiples: ColumnStatistics?
    for metric in columns.metrics {
      try Task.checkCancellation()
      let values = try columns.column(metric)
      let statistics = ColumnStatistics(values, ranks: &ranks)
      // A share of paths is an event: its quantiles say nothing.
      let mean =
        metric.isEvent ? ColumnStatistics.probability(values) { $0 > 0 } : statistics.mean
      rows.append(
        SummaryRow(
          owner: owner, label: label, metric: metric.rawValue, unit: metric.unit, mean: mean,
          quantiles: metric.isEvent ? [] : statistics.quantiles,
          definedShare: statistics.definedShare))
      if metric == .tvpi { multiples = statistics }
    }
    return multiples
  }

  private mutating func add(_ figure: DerivedFigure) {
    let (mean, quantiles, share): (MeanEstimate?, [QuantileEstimate], Double)
    switch figure.content {
    case .column(let values):
      let statistics = ColumnStatistics(values, ranks: &ranks)
      (mean, quantiles, share) = (
        statistics.mean, statistics.quantiles, statistics.definedShare
      )
    case .estimate(let estimate, let definedShare):
      (mean, quantiles, share) = (estimate, [], definedShare)
    }
    rows.append(
      SummaryRow(
        owner: owner, label: label, metric: figure.name, unit: figure.unit, mean: mean,
        quantiles: quantiles, definedShare: share))
  }

  /// Adds the mean multiple of the worst paths.
  private mutating func addWorst(_ tvpi: ColumnStatistics) {
    guard let sorted = tvpi.sorted else { return }
    let mean = TailMean.lower(sorted, share: RiskContribution.tail)
    // Of fewer than 20 paths 5 % is a part of the worst.
    let estimate = MeanEstimate(
      value: mean?.value ?? sorted.values[0], standardError: mean?.standardError, doubt: nil)
    let figure = DerivedFigure(
      name: "tvpi_cvar_05", unit: .multiple,
      content: .estimate(estimate, definedShare: tvpi.definedShare))
    add(figure)
  }

  private mutating func addMotherFund() throws {
    if let rate = try MeanFlowReturn(store).estimate {
      add(single("irr_of_mean_flows", .rate, rate))
    }
    for (name, value) in Leverage(scenario).multiples {
      let constant = MeanEstimate(value: value, standardError: 0, doubt: nil)
      add(single(name, .multiple, constant))
    }
  }

  private mutating func addRisk() throws {
    guard let profit = try risk.profit(of: owner.id) else { return }
    if let share = risk.covarianceShare(of: profit) {
      add(single("risk_share_covariance", .share, share))
    }
    if let share = risk.tailShare(of: profit) {
      add(single("risk_share_cvar", .share, share))
    }
  }

  private func single(
    _ name: String, _ unit: MetricUnit, _ estimate: MeanEstimate
  ) -> DerivedFigure {
    DerivedFigure(name: name, unit: unit, content: .estimate(estimate, definedShare: 1))
  }
}
