/// A figure that `summary.csv` can have; a run has those of the rules that are on.
public struct SummaryFigure: Hashable, Sendable {
  /// The name in reports.
  public let name: String
  /// What it is measured in.
  public let unit: MetricUnit
  /// Whether it says if something happened, and is told as the share of paths on which it did.
  public let isEvent: Bool
  /// Whose figure it can be, in the order of reports.
  public let scopes: [Scope]

  /// Every figure: those of a path first, then those that only all paths together have.
  public static let all = PathFigure.all.map(SummaryFigure.init) + ofAllPaths

  private static let ofAllPaths = [
    SummaryFigure("tvpi_cvar_05", .multiple, simulated),
    SummaryFigure("irr_of_mean_flows", .rate, [.motherFund]),
    SummaryFigure("leverage_l1", .multiple, [.motherFund]),
    SummaryFigure("leverage_l2", .multiple, [.motherFund]),
    SummaryFigure("leverage_l3", .multiple, [.motherFund]),
    SummaryFigure("risk_share_covariance", .share, [.subFund]),
    SummaryFigure("risk_share_cvar", .share, [.subFund]),
  ]

  /// Scopes whose paths are simulated.
  private static let simulated: [Scope] = [.motherFund, .subFund, .anchor]

  private init(_ figure: PathFigure) {
    let kept: [Scope] =
      if case .kept(let metric) = figure.content {
        Self.simulated.filter { Metric.kept(of: $0).contains(metric) }
      } else {
        Self.simulated
      }
    self.init(figure.name, figure.unit, kept, isEvent: figure.isEvent)
  }

  private init(_ name: String, _ unit: MetricUnit, _ scopes: [Scope], isEvent: Bool = false) {
    (self.name, self.unit, self.isEvent) = (name, unit, isEvent)
    let isShared = SummaryBuilder.contributorFigures.contains(name)
    self.scopes = scopes + (isShared ? [.contributor] : [])
  }
}
