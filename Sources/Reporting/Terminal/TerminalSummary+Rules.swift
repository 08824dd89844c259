import AngelFunds
import Stochastics

/// What the rules of public money do, below a run's headlines.
extension TerminalSummary {
  /// A line for each figure that the run has.
  static func ruleTable(_ summary: Summary, style: ReportStyle) -> [String] {
    let phrases = Phrases(language: style.language)
    var table = TextTable(
      [
        (25, .left), (17, .right), (17, .right), (7, .right), (7, .right), (7, .right),
      ], isFitted: true)
    var isEmpty = true
    for (metric, name) in phrases.ruleFigures {
      guard let row = summary.row(.motherFund, Scope.motherFund.rawValue, metric),
        let mean = row.mean
      else { continue }
      isEmpty = false
      let quantiles = [0, 2, 4].filter { $0 < row.quantiles.count }.map { row.quantiles[$0].value }
      table.add(
        [name, estimate(mean.value, mean.standardError, row.unit, style), ""]
          + quantiles.map { short($0, row.unit, style) })
    }
    return isEmpty ? [] : [""] + table.lines
  }

  private static func estimate(
    _ value: Double, _ error: Double?, _ unit: MetricUnit, _ style: ReportStyle
  ) -> String {
    let phrases = Phrases(language: style.language)
    guard unit == .yuan else {
      return FigureText.estimate(value, error, unit: unit, otherwise: phrases.unreliable)
    }
    let error = error.map { "± \(style.amount($0))" } ?? phrases.unreliable
    return "\(style.amount(value)) \(error)"
  }

  private static func short(_ value: Double, _ unit: MetricUnit, _ style: ReportStyle) -> String {
    unit == .yuan ? style.amount(value) : FigureText.short(value, unit: unit)
  }
}

extension Phrases {
  /// Figures of rules that the screen shows, with their names.
  fileprivate var ruleFigures: [(metric: String, name: String)] {
    [
      ("return_before_concession", choose("Net TVPI, nothing ceded", "让利前净 TVPI")),
      ("concession_cost", choose("Conceded", "让利金额")),
      ("sub_funds_closed", choose("Sub-funds closed", "成功设立的子基金")),
      ("commitment_uncalled", choose("Promised, never called", "认缴未实缴")),
      ("early_share", choose("Angel projects, by cost", "天使类项目占比")),
      ("breach_angel", choose("P(angel loss > limit)", "天使类超容亏率概率")),
      ("breach_direct", choose("P(direct loss > limit)", "直投超容亏率概率")),
      ("review_breach", choose("P(loss limit broken)", "任一考核突破容亏率")),
      ("appropriation_shortfall", choose("Beyond the budgets", "超出预算")),
      ("bridge_interest", choose("Interest on that", "过桥利息")),
    ]
  }
}
