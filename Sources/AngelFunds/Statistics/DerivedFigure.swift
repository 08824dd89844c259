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
    for figure in PathFigure.derived {
      let values = try figure.values(lossTolerance: lossTolerance) { try columns.column($0) }
      guard let values else { continue }
      if figure.isEvent {
        guard let mean = ColumnStatistics.probability(values, { $0 > 0 }) else { continue }
        let share = Double(values.count { !$0.isNaN }) / Double(values.count)
        try body(
          DerivedFigure(
            name: figure.name, unit: figure.unit, content: .estimate(mean, definedShare: share)))
      } else {
        try body(
          DerivedFigure(name: figure.name, unit: figure.unit, content: .column(values)))
      }
    }
  }
}
