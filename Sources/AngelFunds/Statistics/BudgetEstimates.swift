import Stochastics

/// What somebody pays, or gets, in one calendar year.
public struct BudgetRow: Hashable, Sendable {
  /// What a row is about.
  public enum Item: String, CaseIterable, Hashable, Sendable {
    /// Paid into the mother fund.
    case contributions
    /// Received from the mother fund.
    case distributions
    /// What contributors would have to pay if there were no budgets (calls at risk).
    case calls
    /// What they may be asked for.
    case budget
    /// What calls outran the budget by.
    case shortfall
    /// Whether they did.
    case shortfallProbability = "shortfall_probability"

    /// What the row is measured in.
    public var unit: MetricUnit { self == .shortfallProbability ? .share : .yuan }
  }

  /// The mother fund as a whole, or a contributor.
  public let owner: ScopeID
  /// What reports call it.
  public let label: Label
  /// Calendar year.
  public let year: Int
  /// What the row is about.
  public let item: Item
  /// The mean with its standard error, in the item's unit; of an event its probability.
  public let mean: MeanEstimate?
  /// The quantiles over paths, in yuan, at `BudgetEstimates.probabilities`; type 7.
  ///
  /// Empty for an event.
  public let quantiles: [Double]
}

/// What contributors have to pay, and get, by calendar year.
public struct BudgetEstimates: Sendable {
  /// Probabilities of the quantiles.
  public static let probabilities = [0.05, 0.25, 0.5, 0.75, 0.9, 0.95]
  /// By entity, year and item, in the order of `budget.csv`.
  public let rows: [BudgetRow]

  /// Reads a run's yearly payments.
  public init(_ store: RunStore) throws {
    let scenario = store.provenance.scenario
    var total: [BudgetRow] = []
    for year in scenario.calendarYears {
      for item in BudgetRow.Item.allCases {
        guard let content = try Self.content(of: item, year: year, store) else { continue }
        total.append(
          BudgetRow(
            owner: ScopeID(scope: .motherFund, id: Scope.motherFund.rawValue),
            label: scenario.title, year: year, item: item, mean: content.mean,
            quantiles: content.quantiles))
      }
    }
    rows =
      total
      + scenario.contributors.flatMap { contributor in
        total.map { $0.part(of: contributor) }
      }
  }

  /// What a row says of the mother fund; nil if the run does not know.
  private static func content(
    of item: BudgetRow.Item, year: Int, _ store: RunStore
  ) throws -> (mean: MeanEstimate?, quantiles: [Double])? {
    guard item != .budget else { return budget(of: year, store.provenance.scenario) }
    let owner = ScopeID(scope: .motherFund, id: Scope.motherFund.rawValue)
    let column = MetricColumn(owner: owner, figure: item.figure(of: year))
    guard let values = try store.figures(column), !values.isEmpty else { return nil }
    guard item != .shortfallProbability else {
      return (ColumnStatistics.probability(values) { $0 > 0 }, [])
    }
    let sorted = SortedSample(values)
    return (ColumnStatistics.mean(values), probabilities.map { sorted.quantile($0) })
  }

  /// A budget is known; nil where there are none.
  private static func budget(
    of year: Int, _ scenario: Scenario
  ) -> (mean: MeanEstimate?, quantiles: [Double])? {
    guard let amount = scenario.rules.appropriation?.budget(of: year) else { return nil }
    let mean = MeanEstimate(value: amount, standardError: 0, doubt: nil)
    return (mean, probabilities.map { _ in amount })
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
    }
  }
}

extension BudgetRow {
  fileprivate func part(of contributor: Contributor) -> BudgetRow {
    let part = item.unit == .yuan ? contributor.share : 1
    return BudgetRow(
      owner: ScopeID(scope: .contributor, id: contributor.id), label: contributor.label,
      year: year, item: item,
      mean: mean.map {
        MeanEstimate(
          value: part * $0.value, standardError: $0.standardError.map { part * $0 },
          doubt: $0.doubt)
      },
      quantiles: quantiles.map { part * $0 })
  }
}
