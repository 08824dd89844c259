import Stochastics

/// What somebody pays, or gets, in one calendar year.
public struct BudgetRow: Hashable, Sendable {
  /// What a row is about.
  public enum Item: String, CaseIterable, Hashable, Sendable {
    /// Paid into the mother fund.
    case contributions
    /// Received from the mother fund.
    case distributions
  }

  /// The mother fund as a whole, or a contributor.
  public let owner: ScopeID
  /// What reports call it.
  public let label: Label
  /// Calendar year.
  public let year: Int
  /// What the row is about.
  public let item: Item
  /// The mean with its standard error, in yuan.
  public let mean: MeanEstimate?
  /// The quantiles at `BudgetEstimates.probabilities`, in yuan; over paths, type 7.
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
    let owner = ScopeID(scope: .motherFund, id: Scope.motherFund.rawValue)
    var total: [BudgetRow] = []
    for year in scenario.calendarYears {
      for item in BudgetRow.Item.allCases {
        let figure: MetricColumn.Figure =
          item == .contributions ? .contributions(year: year) : .distributions(year: year)
        let column = MetricColumn(owner: owner, figure: figure)
        guard let values = try store.figures(column), !values.isEmpty else { continue }
        let sorted = SortedSample(values)
        total.append(
          BudgetRow(
            owner: owner, label: scenario.title, year: year, item: item,
            mean: ColumnStatistics.mean(values),
            quantiles: Self.probabilities.map { sorted.quantile($0) }))
      }
    }
    rows =
      total
      + scenario.contributors.flatMap { contributor in
        total.map { $0.part(of: contributor) }
      }
  }
}

extension BudgetRow {
  fileprivate func part(of contributor: Contributor) -> BudgetRow {
    BudgetRow(
      owner: ScopeID(scope: .contributor, id: contributor.id), label: contributor.label,
      year: year, item: item,
      mean: mean.map {
        MeanEstimate(
          value: contributor.share * $0.value,
          standardError: $0.standardError.map { contributor.share * $0 }, doubt: $0.doubt)
      },
      quantiles: quantiles.map { contributor.share * $0 })
  }
}
