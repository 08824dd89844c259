internal import Stochastics

/// A headline with both kinds of uncertainty: of sampling, and of the inputs.
public struct HeadlineRange: Hashable, Sendable {
  /// What is told.
  public let headline: Headline
  /// The estimate over all paths.
  public let value: Double
  /// Its sampling error; nil where it is not reliable or sits on an atom.
  public let standardError: Double?
  /// The smallest and the largest value over the ends of the inputs' ranges, one input at a time.
  ///
  /// Never beyond what the figure can be; nil if the scenario has no ranges.
  public let inputs: ClosedRange<Double>?
  /// Whether an end of any range moves it by more than two standard errors: what nothing moves is
  /// not known well, it depends on inputs without a range.
  public let isMoved: Bool

  /// The headlines of a run, in the order of reports.
  public static func all(
    _ summary: Summary, sensitivity: [SensitivityRow]
  ) -> [HeadlineRange] {
    Headline.all.compactMap { headline in
      guard
        let row = summary.row(.motherFund, Scope.motherFund.rawValue, headline.metric),
        let estimate = row.estimate(headline.statistic)
      else { return nil }
      let changes = sensitivity.filter { $0.headline == headline }.flatMap { row in
        [row.low?.value, row.high?.value].compactMap { $0 }
      }
      return HeadlineRange(
        headline: headline, value: estimate.value, standardError: estimate.error,
        inputs: range(around: estimate.value, changes: changes, unit: headline.unit),
        isMoved: sensitivity.contains { $0.headline == headline && $0.movesIt })
    }
  }

  /// From the smallest to the largest of `value` with each change.
  ///
  /// Changes come from fewer paths than `value`, so their sum may be something impossible; it ends
  /// at what the unit allows.
  ///
  /// - Returns: nil without changes.
  static func range(
    around value: Double, changes: [Double], unit: MetricUnit
  ) -> ClosedRange<Double>? {
    guard let lowest = changes.min(), let highest = changes.max() else { return nil }
    let possible = unit.possibleValues
    let low = max(value + min(lowest, 0), possible.lowerBound)
    let high = min(value + max(highest, 0), possible.upperBound)
    return min(low, value)...max(high, value)
  }
}

extension MetricUnit {
  /// What a figure in this unit can be.
  fileprivate var possibleValues: ClosedRange<Double> {
    switch self {
    case .yuan: -.infinity ... .infinity
    case .multiple, .years, .companies, .funds: 0 ... .infinity
    case .share: 0...1
    case .rate: -1 ... .infinity
    }
  }
}

extension SensitivityRow {
  /// Whether an end moves the headline by more than two standard errors.
  fileprivate var movesIt: Bool {
    [low, high].compactMap { $0 }.contains { abs($0.value) > 2 * $0.standardError }
  }
}
