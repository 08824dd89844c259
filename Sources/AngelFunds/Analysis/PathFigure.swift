/// A figure that each path has or lacks: kept by the run, or following from kept ones.
public struct PathFigure: Hashable, Sendable {
  /// The name in reports.
  public let name: String
  /// What it is measured in.
  public let unit: MetricUnit
  let content: Content

  enum Content: Hashable, Sendable {
    case kept(Metric)
    /// The first less the second.
    case difference(Metric, Metric)
    case lossRatio
    /// 1 where the loss ratio exceeds the scenario's tolerance, else 0.
    case lossBeyondTolerance
    /// 1 where the metric is below 1, else 0.
    case below1(Metric)
  }

  /// Numbers that differ by at most this part of the larger are equal: sums of the same amounts in
  /// another order.
  static let rounding = 1e-12

  /// Whether the figure says if something happened: 1 or 0.
  public var isEvent: Bool {
    switch content {
    case .kept(let metric): metric == .irrAmbiguous
    case .lossBeyondTolerance, .below1: true
    case .difference, .lossRatio: false
    }
  }

  /// Every figure, in the order of reports.
  public static let all =
    Metric.allCases.map { PathFigure(name: $0.rawValue, unit: $0.unit, content: .kept($0)) }
    + [
      PathFigure(
        name: "net_profit", unit: .yuan, content: .difference(.distributions, .paidIn)),
      PathFigure(name: "rvpi_5y", unit: .multiple, content: .difference(.tvpi5, .dpi5)),
      PathFigure(name: "rvpi_7y", unit: .multiple, content: .difference(.tvpi7, .dpi7)),
      PathFigure(name: "rvpi_10y", unit: .multiple, content: .difference(.tvpi10, .dpi10)),
      PathFigure(name: "loss_ratio", unit: .share, content: .lossRatio),
      PathFigure(name: "loss_beyond_tolerance", unit: .share, content: .lossBeyondTolerance),
      PathFigure(name: "dpi_below_1", unit: .share, content: .below1(.tvpi)),
    ]

  /// The figure of a name; nil if there is none.
  public init?(named name: String) {
    guard let figure = Self.all.first(where: { $0.name == name }) else { return nil }
    self = figure
  }

  private init(name: String, unit: MetricUnit, content: Content) {
    self.name = name
    self.unit = unit
    self.content = content
  }
}
