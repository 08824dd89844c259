public import Stochastics

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
    /// What calls outran the budget by, each counted in the year in which it came first.
    case shortfall
    /// What of these and earlier calls contributors still have to pay at the year's end.
    case backlog
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
  /// The quantiles over paths, in yuan, at `BudgetEstimates.probabilities`; empty for an event.
  ///
  /// Their errors are 0 where the budget is given.
  public let quantiles: [QuantileEstimate]
}

/// What contributors have to pay, and get, by calendar year: estimated once, when the run is written.
public struct BudgetEstimates: Sendable {
  /// Probabilities of the quantiles.
  static let probabilities = [0.05, 0.25, 0.5, 0.75, 0.9, 0.95]
  /// The names of the quantiles, in their order.
  public static let quantileNames = ["p05", "p25", "p50", "p75", "p90", "p95"]
  /// By entity, year and item, in the order of `budget.csv`.
  public let rows: [BudgetRow]
}
