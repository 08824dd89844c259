import AngelFunds
import Stochastics

/// What is said of a headline: how far chance, and how far the inputs leave it open.
struct HeadlineWords {
  let content: RunContent
  let style: ReportStyle

  private var texts: Texts { style.texts }
  private var cells: CellText { CellText(style: style) }

  func name(_ headline: Headline) -> String {
    guard headline.metric == "loss_beyond_tolerance" else { return texts.name(of: headline) }
    return texts("headline.loss_beyond_tolerance", ["tolerance": tolerance])
  }

  /// The loss tolerance ratio, without decimals that say nothing.
  var tolerance: String {
    NumberText.plain(100 * content.scenario.motherFund.lossTolerance, decimals: 1) + "%"
  }

  func value(_ range: HeadlineRange) -> String {
    cells.short(range.value, NumberFormat(range.headline.unit))
  }

  /// How far sampling leaves it open.
  func error(_ range: HeadlineRange) -> String {
    guard let error = range.standardError else { return doubt(range) }
    guard error > 0 else { return texts("headline.error.none") }
    return texts("headline.error", ["error": self.error(error, NumberFormat(range.headline.unit))])
  }

  /// A standard error with its unit, of a share in percentage points.
  func error(_ error: Double, _ format: NumberFormat) -> String {
    guard format == .percent else { return cells.error(error, format) + cells.sign(format) }
    return texts("error.points", ["number": cells.error(error, .percent)])
  }

  private func doubt(_ range: HeadlineRange) -> String {
    let row = content.figure(range.headline.metric)
    let median = row.flatMap { $0.quantiles.count == 5 ? $0.quantiles[2] : nil }
    guard range.headline.statistic == .median, let share = median?.atomProbability else {
      return texts("headline.error.unreliable")
    }
    return texts("headline.error.atom", ["share": cells.short(share, .percent)])
  }

  /// How far the inputs leave it open.
  func inputs(_ range: HeadlineRange) -> String {
    guard let inputs = range.inputs else { return texts("headline.range.none") }
    guard range.isMoved else { return texts("headline.range.unmoved") }
    let format = NumberFormat(range.headline.unit)
    return texts(
      "headline.range",
      [
        "low": cells.short(inputs.lowerBound, format),
        "high": cells.short(inputs.upperBound, format),
      ])
  }

  /// The same in a few words.
  func shortInputs(_ range: HeadlineRange) -> String {
    guard let inputs = range.inputs else { return texts("headline.range.none.card") }
    guard range.isMoved else { return texts("headline.range.unmoved.card") }
    let format = NumberFormat(range.headline.unit)
    return texts(
      "headline.range.card",
      [
        "low": cells.short(inputs.lowerBound, format),
        "high": cells.short(inputs.upperBound, format),
      ])
  }

  /// What nine of ten futures keep to; empty of an event and of what is the same in all.
  func spread(_ range: HeadlineRange) -> String {
    guard let row = content.figure(range.headline.metric), row.quantiles.count == 5 else {
      return ""
    }
    let (low, high) = (row.quantiles[0].value, row.quantiles[4].value)
    guard low < high else { return "" }
    return texts(
      "headline.spread",
      ["low": cells.short(low, row.format), "high": cells.short(high, row.format)])
  }
}
