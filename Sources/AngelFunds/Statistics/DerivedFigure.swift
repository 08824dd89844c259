import Stochastics

/// A figure that follows from kept ones.
struct DerivedFigure {
  enum Content {
    /// One number a path.
    case column([Double])
    /// One estimate over all paths, with the part of the paths behind it.
    case estimate(MeanEstimate, definedShare: Double)
  }

  let name: String
  let unit: MetricUnit
  let content: Content
}

extension DerivedFigure {
  /// Hands what a scope's figures tell beyond themselves to `body`, one after the other.
  static func each(
    of columns: FigureColumns, lossTolerance: Double, _ body: (DerivedFigure) throws -> Void
  ) throws {
    func money(_ name: String, _ unit: MetricUnit, _ left: Metric, _ right: Metric) throws {
      let values = try difference(columns.column(left), columns.column(right))
      try body(DerivedFigure(name: name, unit: unit, content: .column(values)))
    }
    try money("net_profit", .yuan, .distributions, .paidIn)
    try money("rvpi_5y", .multiple, .tvpi5, .dpi5)
    try money("rvpi_7y", .multiple, .tvpi7, .dpi7)
    try money("rvpi_10y", .multiple, .tvpi10, .dpi10)
    let lossRatios = try columns.column(.grossMOIC).map { $0.isNaN ? $0 : max(0, 1 - $0) }
    try body(DerivedFigure(name: "loss_ratio", unit: .share, content: .column(lossRatios)))
    if let beyond = event("loss_beyond_tolerance", lossRatios, { $0 > lossTolerance }) {
      try body(beyond)
    }
    if let below = event("dpi_below_1", try columns.column(.tvpi), { $0 < 1 }) { try body(below) }
  }

  private static func difference(_ left: [Double], _ right: [Double]) -> [Double] {
    zip(left, right).map { $0 - $1 }
  }

  private static func event(
    _ name: String, _ values: [Double], _ happens: (Double) -> Bool
  ) -> DerivedFigure? {
    ColumnStatistics.probability(values, happens).map {
      DerivedFigure(
        name: name, unit: .share,
        content: .estimate($0, definedShare: definedShare(values)))
    }
  }

  private static func definedShare(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : Double(values.count { !$0.isNaN }) / Double(values.count)
  }
}
