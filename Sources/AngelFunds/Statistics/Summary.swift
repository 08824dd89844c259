public import Stochastics

/// One figure of one entity over all paths.
public struct SummaryRow: Hashable, Sendable {
  /// Whose figure it is.
  public let owner: ScopeID
  /// What reports call the entity.
  public let label: Label
  /// The figure's name.
  public let metric: String
  /// What it is measured in.
  public let unit: MetricUnit
  /// Its mean over the paths that have it; nil if none has.
  public let mean: MeanEstimate?
  /// Its 5 %, 25 %, 50 %, 75 % and 95 % quantiles; empty where a quantile says nothing.
  public let quantiles: [QuantileEstimate]
  /// Part of the paths that have the figure.
  public let definedShare: Double

  /// The statistic that a headline asks for.
  public func estimate(_ statistic: Headline.Statistic) -> (value: Double, error: Double?)? {
    switch statistic {
    case .mean: mean.map { ($0.value, $0.standardError) }
    case .median: quantiles.count == 5 ? (quantiles[2].value, quantiles[2].standardError) : nil
    }
  }
}

/// Every figure of a run with its error: estimated once, when the run is written.
public struct Summary: Sendable {
  /// The names of the quantiles, in their order.
  public static let quantileNames = ["p05", "p25", "p50", "p75", "p95"]
  /// By scope, entity and figure, in the order of `summary.csv`.
  public let rows: [SummaryRow]

  /// The row of a figure; nil if the run has none.
  public func row(_ scope: Scope, _ id: String, _ metric: String) -> SummaryRow? {
    rows.first { $0.owner.scope == scope && $0.owner.id == id && $0.metric == metric }
  }
}

/// A figure that answers the planner's first questions.
public struct Headline: Hashable, Sendable {
  /// Which statistic of the figure is told.
  public enum Statistic: String, Hashable, Sendable {
    /// The mean over paths; for an event its probability.
    case mean
    /// The value that half of the paths exceed.
    case median = "p50"
  }

  /// The figure's name.
  public let metric: String
  /// Which statistic of it.
  public let statistic: Statistic
  /// What it is measured in.
  public let unit: MetricUnit

  /// The mother fund's headlines, in the order of reports; a scenario may lack some.
  public static let all = [
    Headline(metric: "tvpi", statistic: .mean, unit: .multiple),
    Headline(metric: "irr", statistic: .median, unit: .rate),
    Headline(metric: "dpi_7y", statistic: .mean, unit: .multiple),
    Headline(metric: "dpi_10y", statistic: .mean, unit: .multiple),
    Headline(metric: "dpi_below_1", statistic: .mean, unit: .share),
    Headline(metric: "loss_beyond_tolerance", statistic: .mean, unit: .share),
    Headline(metric: "gross_moic", statistic: .mean, unit: .multiple),
    Headline(metric: "reinvestment_multiple", statistic: .mean, unit: .multiple),
    Headline(metric: "reinvestment_met", statistic: .mean, unit: .share),
    Headline(metric: "leverage_l1", statistic: .mean, unit: .multiple),
    Headline(metric: "appropriation_peak", statistic: .mean, unit: .yuan),
  ]
}
