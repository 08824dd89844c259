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
  /// What every scope's figures tell beyond themselves.
  static func of(_ columns: FigureColumns, lossTolerance: Double) -> [DerivedFigure] {
    let residual: [(String, Metric, Metric)] = [
      ("rvpi_5y", .tvpi5, .dpi5), ("rvpi_7y", .tvpi7, .dpi7), ("rvpi_10y", .tvpi10, .dpi10),
    ]
    let lossRatios = columns[.grossMOIC].map { $0.isNaN ? $0 : max(0, 1 - $0) }
    return [
      DerivedFigure(
        name: "net_profit", unit: .yuan,
        content: .column(difference(columns[.distributions], columns[.paidIn])))
    ]
      + residual.map { name, total, distributed in
        DerivedFigure(
          name: name, unit: .multiple,
          content: .column(difference(columns[total], columns[distributed])))
      }
      + [DerivedFigure(name: "loss_ratio", unit: .share, content: .column(lossRatios))]
      + [
        event("loss_beyond_tolerance", lossRatios) { $0 > lossTolerance },
        event("dpi_below_1", columns[.tvpi]) { $0 < 1 },
      ].compactMap { $0 }
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
