import Stochastics

/// Gathers the rows of a summary, scope by scope.
struct SummaryBuilder {
  private(set) var rows: [SummaryRow] = []
  private let store: RunStore
  private let scenario: Scenario
  private var ranks = OrderRanks()
  private let risk: RiskContribution

  init(_ store: RunStore) throws {
    self.store = store
    scenario = store.provenance.scenario
    risk = try RiskContribution(store)
  }

  /// Adds everything about a simulated scope.
  mutating func add(_ owner: ScopeID) throws {
    let columns = try FigureColumns(owner, store: store)
    let label = scenario.label(of: owner)
    var tail: ColumnStatistics?
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
      if metric == .tvpi { tail = statistics }
    }
    try DerivedFigure.each(of: columns, lossTolerance: scenario.motherFund.lossTolerance) {
      add($0, owner: owner, label: label)
    }
    if let tail { addWorst(tail, owner: owner, label: label) }
    switch owner.scope {
    case .motherFund: try addMotherFund(owner, label: label)
    case .subFund: try addRisk(owner, label: label)
    case .anchor, .contributor: break
    }
  }

  private mutating func add(_ figure: DerivedFigure, owner: ScopeID, label: Label) {
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
  private mutating func addWorst(_ tvpi: ColumnStatistics, owner: ScopeID, label: Label) {
    guard
      let sorted = tvpi.sorted,
      let mean = TailMean.lower(sorted, share: RiskContribution.tail)
    else { return }
    let estimate = MeanEstimate(
      value: mean.value, standardError: mean.standardError, doubt: nil)
    let figure = DerivedFigure(
      name: "tvpi_cvar_05", unit: .multiple,
      content: .estimate(estimate, definedShare: tvpi.definedShare))
    add(figure, owner: owner, label: label)
  }

  private mutating func addMotherFund(_ owner: ScopeID, label: Label) throws {
    if let rate = try MeanFlowReturn(store).estimate {
      add(single("irr_of_mean_flows", .rate, rate), owner: owner, label: label)
    }
    for (name, value) in Leverage(scenario).multiples {
      let constant = MeanEstimate(value: value, standardError: 0, doubt: nil)
      add(single(name, .multiple, constant), owner: owner, label: label)
    }
  }

  private mutating func addRisk(_ owner: ScopeID, label: Label) throws {
    guard let profit = try risk.profit(of: owner.id) else { return }
    if let share = risk.covarianceShare(of: profit) {
      add(single("risk_share_covariance", .share, share), owner: owner, label: label)
    }
    if let share = risk.tailShare(of: profit) {
      add(single("risk_share_cvar", .share, share), owner: owner, label: label)
    }
  }

  private func single(
    _ name: String, _ unit: MetricUnit, _ estimate: MeanEstimate
  ) -> DerivedFigure {
    DerivedFigure(name: name, unit: unit, content: .estimate(estimate, definedShare: 1))
  }

  /// Adds the mother fund's stakes in an anchor's sub-funds; nothing if there are none.
  ///
  /// A stake in a single sub-fund has its ratios and its companies, and a part of its money.
  mutating func add(_ anchor: Anchor) throws {
    let owner = ScopeID(scope: .anchor, id: anchor.id)
    let funds = scenario.subFunds(of: anchor)
    guard let only = funds.first else { return }
    guard funds.count == 1 else { return try add(owner) }
    for row in rows where row.owner == ScopeID(scope: .subFund, id: only.id) {
      let isOfSingleFunds = Metric(rawValue: row.metric)?.isOfSingleFunds ?? false
      guard !row.metric.hasPrefix("risk_share"), !isOfSingleFunds else { continue }
      let isCountedWhole = Metric(rawValue: row.metric)?.isCountedWhole ?? false
      let isMoney = row.unit == .yuan && !isCountedWhole
      let factor = isMoney ? only.terms.motherShare : 1
      rows.append(row.scaled(by: factor, owner: owner, label: anchor.label))
    }
  }

  /// Adds a contributor's part of the mother fund's figures: money by its share, ratios as they are.
  mutating func add(_ contributor: Contributor) {
    let owner = ScopeID(scope: .contributor, id: contributor.id)
    for row in rows where row.owner.scope == .motherFund {
      guard Self.contributorFigures.contains(row.metric) else { continue }
      let factor = row.unit == .yuan ? contributor.share : 1
      rows.append(row.scaled(by: factor, owner: owner, label: contributor.label))
    }
  }

  /// The figures that a contributor shares in.
  static let contributorFigures: Set<String> = [
    "paid_in", "distributions", "net_profit", "tvpi", "irr", "irr_ambiguous", "dpi_5y", "dpi_7y",
    "dpi_10y", "tvpi_5y", "tvpi_7y", "tvpi_10y", "rvpi_5y", "rvpi_7y", "rvpi_10y",
    "payback_years", "peak_net_cash_out", "dpi_below_1", "tvpi_cvar_05", "npv",
    "irr_of_mean_flows",
  ]
}

extension SummaryRow {
  fileprivate func scaled(by factor: Double, owner: ScopeID, label: Label) -> SummaryRow {
    SummaryRow(
      owner: owner, label: label, metric: metric, unit: unit,
      mean: mean.map {
        MeanEstimate(
          value: factor * $0.value, standardError: $0.standardError.map { factor * $0 },
          doubt: $0.doubt)
      },
      quantiles: quantiles.map {
        QuantileEstimate(
          value: factor * $0.value, standardError: $0.standardError.map { factor * $0 },
          atomProbability: $0.atomProbability)
      },
      definedShare: definedShare)
  }
}
