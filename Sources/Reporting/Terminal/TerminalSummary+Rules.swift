import AngelFunds
import Stochastics

/// What the rules of public money do, below a run's headlines.
extension TerminalSummary {
  /// A line for each figure that the run has.
  static func ruleTable(_ summary: Summary, style: ReportStyle) -> [String] {
    var table = TextTable(
      [
        (25, .left), (17, .right), (17, .right), (7, .right), (7, .right), (7, .right),
      ], isFitted: true)
    var isEmpty = true
    for metric in ruleFigures {
      guard let row = summary.row(.motherFund, Scope.motherFund.rawValue, metric),
        let mean = row.mean
      else { continue }
      isEmpty = false
      let quantiles = [0, 2, 4].filter { $0 < row.quantiles.count }.map { row.quantiles[$0].value }
      table.add(
        [
          style.texts.shortName(of: metric),
          style.estimate(mean.value, mean.standardError, unit: row.unit), "",
        ]
          + quantiles.map { style.short($0, unit: row.unit) })
    }
    return isEmpty ? [] : [""] + table.lines
  }

  /// Figures of rules that the screen shows.
  private static let ruleFigures = [
    "return_before_concession", "concession_cost", "sub_funds_closed",
    "commitment_uncalled", "early_share", "breach_angel", "breach_direct", "review_breach",
    "appropriation_shortfall", "bridge_interest",
  ]
}
