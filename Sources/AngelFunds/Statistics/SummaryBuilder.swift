import Stochastics

extension Summary {
  /// Estimates everything that can be told of a run from the figures of every path.
  ///
  /// - Parameter jobs: How many workers run side by side; changes no result.
  init(estimating store: RunStore, jobs: Int) async throws {
    let scenario = store.provenance.scenario
    let risk = try RiskContribution(store)
    let scopes = scenario.simulatedScopes
    let estimates = try await SideBySide.map(scopes, jobs: jobs) { owner in
      try ScopeEstimates(owner, store, risk: risk, workers: jobs).rows
    }
    var builder = SummaryBuilder(scenario, Dictionary(uniqueKeysWithValues: zip(scopes, estimates)))
    for owner in scopes where owner.scope != .anchor { builder.add(owner) }
    for anchor in scenario.anchors { builder.add(anchor) }
    for contributor in scenario.contributors { builder.add(contributor) }
    rows = builder.rows
  }
}

/// Puts the rows of a summary in their order, and adds those that are parts of others.
struct SummaryBuilder {
  private(set) var rows: [SummaryRow] = []
  private let scenario: Scenario
  private let estimates: [ScopeID: [SummaryRow]]

  /// - Parameter estimates: The rows of every simulated scope.
  init(_ scenario: Scenario, _ estimates: [ScopeID: [SummaryRow]]) {
    (self.scenario, self.estimates) = (scenario, estimates)
  }

  /// Adds everything about a simulated scope.
  mutating func add(_ owner: ScopeID) { rows += estimates[owner] ?? [] }

  /// Adds the mother fund's stakes in an anchor's sub-funds; nothing if there are none.
  ///
  /// A stake that is a part of a single sub-fund has its ratios and its companies, and a part of its
  /// money.
  mutating func add(_ anchor: Anchor) {
    let owner = ScopeID(scope: .anchor, id: anchor.id)
    guard !scenario.subFunds(of: anchor).isEmpty else { return }
    guard let only = scenario.onlySubFund(of: anchor) else { return add(owner) }
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
      owner: owner, label: label, metric: metric, unit: unit, mean: mean?.scaled(by: factor),
      quantiles: quantiles.map { $0.scaled(by: factor) }, definedShare: definedShare)
  }
}

extension MeanEstimate {
  /// The estimate of a part, or of a multiple, of the figure.
  func scaled(by factor: Double) -> MeanEstimate {
    MeanEstimate(
      value: factor * value, standardError: standardError.map { factor * $0 }, doubt: doubt)
  }
}

extension QuantileEstimate {
  /// The estimate of a part, or of a multiple, of the figure.
  func scaled(by factor: Double) -> QuantileEstimate {
    QuantileEstimate(
      value: factor * value, standardError: standardError.map { factor * $0 },
      atomProbability: atomProbability)
  }
}
