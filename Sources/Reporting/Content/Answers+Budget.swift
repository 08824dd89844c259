import AngelFunds
import Stochastics

/// How much budget is needed, and how sure that is.
extension Answers {
  /// The second year with a budget, and the year in which the budget is most at risk.
  var budget: [String] {
    let years = BudgetFigures(content: content, style: style).years
    let budgeted = years.filter { ($0.budget ?? 0) > 0 }
    let second = (budgeted.isEmpty ? years : budgeted).dropFirst().first
    return [second.flatMap(need), riskiest(years), peak].compactMap { $0 }
  }

  private func need(of year: BudgetFigures.Year) -> String? {
    guard let half = year.need?.quantile("p50"), let most = year.need?.quantile("p90") else {
      return nil
    }
    let values = [
      "year": "\(year.year)", "p50": amount(half), "p90": amount(most),
      "budget": CellText(style: style).short(year.budget ?? 0, .money),
      "short": year.short.map { estimate($0) } ?? "–",
    ]
    return style.texts(year.budget == nil ? "answer.budget.free" : "answer.budget", values)
  }

  private func amount(_ quantile: QuantileEstimate) -> String {
    let cells = CellText(style: style)
    guard let error = quantile.standardError else { return cells.short(quantile.value, .money) }
    return cells.estimate(quantile.value, error, .money)
  }

  private func estimate(_ estimate: MeanEstimate) -> String {
    CellText(style: style).estimate(estimate.value, estimate.standardError, .percent)
  }

  private func riskiest(_ years: [BudgetFigures.Year]) -> String? {
    let short = years.compactMap { year in year.short.map { (year.year, $0) } }
    guard let (year, share) = short.max(by: { $0.1.value < $1.1.value }) else { return nil }
    guard share.value > 0 else { return style.texts("answer.budget.never") }
    return style.texts("answer.budget.risk", ["year": "\(year)", "short": estimate(share)])
  }

  /// The largest yearly need with what the inputs make of it.
  private var peak: String? {
    guard let range = content.headlines.first(where: { $0.headline.metric == "appropriation_peak" })
    else { return nil }
    let words = HeadlineWords(content: content, style: style)
    return style.texts(
      "answer.budget.peak",
      ["value": words.value(range), "error": words.error(range), "range": words.inputs(range)])
  }
}
