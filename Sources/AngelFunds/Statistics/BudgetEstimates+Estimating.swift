import Stochastics

extension BudgetEstimates {
  /// Estimates yearly payments from the figures of every path.
  ///
  /// - Parameter jobs: How many workers run side by side; changes no result.
  init(estimating store: RunStore, jobs: Int) async throws {
    let scenario = store.provenance.scenario
    let total = try await SideBySide.map(Array(scenario.calendarYears), jobs: jobs) { year in
      var ranks = OrderRanks()
      return try BudgetRow.Item.allCases.compactMap { item in
        try Task.checkCancellation()
        return try BudgetRow(item, year: year, store, ranks: &ranks)
      }
    }.flatMap { $0 }
    rows =
      total
      + scenario.contributors.flatMap { contributor in total.map { $0.part(of: contributor) } }
  }
}

extension BudgetRow {
  /// What the mother fund pays, or gets; nil if the run does not know.
  fileprivate init?(
    _ item: Item, year: Int, _ store: RunStore, ranks: inout OrderRanks
  ) throws {
    guard let content = try Self.content(of: item, year: year, store, ranks: &ranks) else {
      return nil
    }
    self.init(
      owner: .motherFund, label: store.provenance.scenario.title, year: year, item: item,
      mean: content.mean, quantiles: content.quantiles)
  }

  private static func content(
    of item: Item, year: Int, _ store: RunStore, ranks: inout OrderRanks
  ) throws -> (mean: MeanEstimate?, quantiles: [QuantileEstimate])? {
    guard item != .budget else { return budget(of: year, store.provenance.scenario) }
    let column = MetricColumn(owner: .motherFund, figure: item.figure(of: year))
    guard let values = try store.figures(column), !values.isEmpty else { return nil }
    guard item != .shortfallProbability else {
      return (ColumnStatistics.probability(values) { $0 > 0 }, [])
    }
    let sorted = SortedSample(values)
    var quantiles: [QuantileEstimate] = []
    for probability in BudgetEstimates.probabilities {
      quantiles.append(sorted.quantileEstimate(probability, ranks: &ranks))
    }
    return (ColumnStatistics.mean(values), quantiles)
  }

  /// A budget is known; nil where there are none.
  private static func budget(
    of year: Int, _ scenario: Scenario
  ) -> (mean: MeanEstimate?, quantiles: [QuantileEstimate])? {
    guard let amount = scenario.rules.appropriation?.budget(of: year) else { return nil }
    let given = QuantileEstimate(value: amount, standardError: 0, atomProbability: nil)
    return (
      MeanEstimate(value: amount, standardError: 0, doubt: nil),
      BudgetEstimates.probabilities.map { _ in given }
    )
  }

  fileprivate func part(of contributor: Contributor) -> BudgetRow {
    let part = item.unit == .yuan ? contributor.share : 1
    return BudgetRow(
      owner: ScopeID(scope: .contributor, id: contributor.id), label: contributor.label,
      year: year, item: item, mean: mean?.scaled(by: part),
      quantiles: quantiles.map { $0.scaled(by: part) })
  }
}

extension BudgetRow.Item {
  /// The figure that the item is estimated from.
  fileprivate func figure(of year: Int) -> MetricColumn.Figure {
    switch self {
    case .contributions: .contributions(year: year)
    case .distributions: .distributions(year: year)
    case .calls, .budget: .needs(year: year)
    case .shortfall, .shortfallProbability: .shortfall(year: year)
    case .backlog: .backlog(year: year)
    }
  }
}
