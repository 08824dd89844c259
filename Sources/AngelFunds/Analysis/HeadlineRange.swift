internal import Stochastics

/// A headline with both kinds of uncertainty: of sampling, and of the inputs.
public struct HeadlineRange: Hashable, Sendable {
  /// What is told.
  public let headline: Headline
  /// The estimate over all paths.
  public let value: Double
  /// Its sampling error; nil where it is not reliable or sits on an atom.
  public let standardError: Double?
  /// The smallest and the largest value over the ends of the inputs' ranges, one input at a time;
  /// nil if the scenario has no ranges.
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
      let ends = changes.map { estimate.value + $0 } + [estimate.value]
      let range = ends.min().flatMap { low in ends.max().map { low...$0 } }
      return HeadlineRange(
        headline: headline, value: estimate.value, standardError: estimate.error,
        inputs: changes.isEmpty ? nil : range,
        isMoved: sensitivity.contains { row in
          row.headline == headline
            && [row.low, row.high].compactMap { $0 }.contains {
              abs($0.value) > 2 * $0.standardError
            }
        })
    }
  }
}
