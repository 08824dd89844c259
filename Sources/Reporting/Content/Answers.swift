import AngelFunds
import Stochastics

/// The planner's first questions, each answered in a sentence or two.
struct Answers {
  let content: RunContent
  let style: ReportStyle

  private var texts: Texts { style.texts }
  private var cells: CellText { CellText(style: style) }
  private var words: HeadlineWords { HeadlineWords(content: content, style: style) }

  /// What comes back for what is paid in.
  var back: String? {
    guard let row = content.figure("tvpi"), let mean = row.mean, row.quantiles.count == 5 else {
      return nil
    }
    func money(_ value: Double) -> String { NumberText.fixed(value, decimals: 2) }
    let below = content.figure("dpi_below_1")?.mean
    return texts(
      "answer.back",
      [
        "mean": money(mean.value), "p50": money(row.quantiles[2].value),
        "p05": money(row.quantiles[0].value), "p95": money(row.quantiles[4].value),
        "below": cells.short(below?.value ?? 0, .percent),
      ])
  }

  /// What the median rate of return leaves out; nil where that does not move it by more than its
  /// error.
  var absentRates: String? {
    guard let row = content.absentRates.motherFund, row.movesMedian else { return nil }
    guard let median = row.median else { return texts("answer.rates.never") }
    return texts(
      row.medianOfAll == nil ? "answer.rates.none" : "answer.rates",
      [
        "share": cells.short(row.share, .percent),
        "multiple": NumberText.fixed(row.largestMultiple, decimals: 2),
        "median": cells.short(row.medianOfAll ?? 0, .percent),
        "told": cells.short(median.value, .percent),
      ])
  }

  /// How likely a loss beyond tolerance is.
  var loss: String? {
    guard let range = content.headlines.first(where: { $0.headline.metric == Self.lossMetric })
    else { return nil }
    return texts(
      "answer.loss",
      [
        "share": words.value(range), "odds": odds(range.value), "tolerance": words.tolerance,
        "error": words.error(range), "range": words.inputs(range),
      ])
  }

  private static let lossMetric = "loss_beyond_tolerance"

  /// About one future in how many; nothing where that would say no more.
  private func odds(_ share: Double) -> String {
    guard share > 0.002, share < 0.25 else { return "" }
    return texts("answer.odds", ["number": NumberText.fixed(1 / share, decimals: 0)])
  }

  /// Which sub-fund, or the direct book, adds most risk, and how sure that is.
  var risk: String? {
    let parts = RiskFigures(content: content, style: style).parts
    let order = parts.sorted { ($0.covariance?.value ?? 0) > ($1.covariance?.value ?? 0) }
    guard let first = order.first, let share = first.covariance else { return nil }
    let direct = first.isDirect ? texts("answer.risk.direct", told(first, share)) : ""
    return direct + leading(order.filter { !$0.isDirect }) + worst(parts)
  }

  private func told(_ part: RiskFigures.Part, _ share: MeanEstimate) -> [String: String] {
    [
      "first": name(part.label), "share": estimate(share, .percent),
      "money": cells.short(part.money, .percent),
    ]
  }

  /// The sub-fund that adds most, and whether the next one may add more.
  private func leading(_ order: [RiskFigures.Part]) -> String {
    guard let first = order.first, let share = first.covariance else { return "" }
    var values = told(first, share)
    guard order.count > 1, let next = order[1].covariance else {
      return texts("answer.risk.only", values)
    }
    let difference = share.value - next.value
    let error = Self.error(share, next)
    let rivals = order.dropFirst().count {
      $0.covariance.map { share.value - $0.value <= 2 * Self.error(share, $0) } ?? false
    }
    values["count"] = "\(rivals)"
    values["second"] = name(order[1].label)
    values["next"] = estimate(next, .percent)
    values["difference"] = words.error(difference, .percent)
    values["error"] = words.error(error, .percent)
    return texts(rivals == 0 ? "answer.risk.sure" : "answer.risk.unsure", values)
  }

  /// The error of the difference of two shares.
  private static func error(_ left: MeanEstimate, _ right: MeanEstimate) -> Double {
    let (left, right) = (left.standardError ?? .infinity, right.standardError ?? .infinity)
    return (left * left + right * right).squareRoot()
  }

  /// Who carries the worst futures, which may be somebody else.
  private func worst(_ parts: [RiskFigures.Part]) -> String {
    let order = parts.sorted { ($0.worst?.value ?? 0) > ($1.worst?.value ?? 0) }
    guard let first = order.first, let share = first.worst else { return "" }
    let sentence = texts("answer.risk.worst", told(first.label, share))
    guard first.isDirect, let fund = order.first(where: { !$0.isDirect }), let part = fund.worst
    else { return sentence }
    return sentence + texts("answer.risk.worst.fund", told(fund.label, part))
  }

  private func told(_ label: Label, _ share: MeanEstimate) -> [String: String] {
    ["name": name(label), "share": estimate(share, .percent)]
  }

  private func estimate(_ estimate: MeanEstimate, _ format: NumberFormat) -> String {
    cells.estimate(estimate.value, estimate.standardError, format)
  }

  /// A name that keeps to itself, whichever way it is written.
  private func name(_ label: Label) -> String { "\u{2068}\(label.text(style.language))\u{2069}" }
}
