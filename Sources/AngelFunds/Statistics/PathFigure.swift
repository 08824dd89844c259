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
    /// What is missing from the multiple to 1, at least 0.
    case lossRatio(Metric)
    /// 1 where a loss ratio exceeds the scenario's tolerance, else 0.
    case lossBeyondTolerance(Loss)
    /// 1 where the metric is below 1, else 0.
    case below1(Metric)
  }

  /// A loss ratio that has a tolerance.
  enum Loss: Hashable, Sendable {
    /// Losses netted over all projects.
    case netted
    /// Those of losing projects alone.
    case gross
  }

  /// Whether the figure says if something happened: 1 or 0.
  public var isEvent: Bool {
    switch content {
    case .kept(let metric): metric.isEvent
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
      PathFigure(name: "loss_ratio", unit: .share, content: .lossRatio(.grossMOIC)),
      PathFigure(
        name: "loss_beyond_tolerance", unit: .share, content: .lossBeyondTolerance(.netted)),
      PathFigure(
        name: "gross_loss_beyond_tolerance", unit: .share, content: .lossBeyondTolerance(.gross)),
      PathFigure(name: "dpi_below_1", unit: .share, content: .below1(.tvpi)),
    ]

  /// Those that follow from others.
  static let derived = all.filter { if case .kept = $0.content { false } else { true } }

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

extension PathFigure {
  /// The figure on every path, NaN where a path has none; nil if what it follows from is not kept.
  ///
  /// - Parameter column: A kept figure on every path.
  func values(
    lossTolerance: Double, column: (Metric) throws -> [Double]?
  ) throws -> [Double]? {
    switch content {
    case .kept(let metric): return try column(metric)
    case .difference(let left, let right):
      guard let left = try column(left), let right = try column(right) else { return nil }
      return zip(left, right).map { $0 - $1 }
    case .lossRatio(let multiple): return try column(multiple)?.map(Self.lossRatio)
    case .lossBeyondTolerance(.netted):
      return try column(.grossMOIC)?.map {
        Self.event(Self.lossRatio($0)) { Rounding.exceeds($0, lossTolerance) }
      }
    case .lossBeyondTolerance(.gross):
      return try column(.grossLossRatio)?.map {
        Self.event($0) { Rounding.exceeds($0, lossTolerance) }
      }
    case .below1(let metric):
      return try column(metric)?.map { Self.event($0) { Rounding.isBelow($0, 1) } }
    }
  }

  private static func lossRatio(_ multiple: Double) -> Double {
    multiple.isNaN ? multiple : max(0, 1 - multiple)
  }

  private static func event(_ value: Double, _ happens: (Double) -> Bool) -> Double {
    value.isNaN ? value : (happens(value) ? 1 : 0)
  }
}
