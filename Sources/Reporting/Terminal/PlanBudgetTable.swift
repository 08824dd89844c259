public import AngelFunds
import Stochastics

/// The plan's budget as `check` prints it.
public enum PlanBudgetTable {
  /// The table as text, no line wider than 80 columns.
  public static func text(
    _ budget: PlanBudget, scenario: Scenario, style: ReportStyle
  ) -> String {
    let texts = style.texts
    let amount = style.amount
    var table = TextTable([(44, .left), (18, .right), (16, .right)], isFitted: true)
    func add(_ key: String, _ yuan: Double, error: Double? = nil) {
      let share = NumberText.fixed(100 * yuan / budget.size, decimals: 1) + "%"
      let value = error.map { "\(amount(yuan)) ± \(amount($0))" } ?? amount(yuan)
      table.add([texts(key, ["count": "\(scenario.subFunds.count)"]), value, share])
    }
    let title = scenario.title.text(style.language)
    let rule = style.chosenUnit == nil ? [] : [Rule.line(style)]
    add("check.size", budget.size)
    add("check.commitments", budget.commitments)
    add("check.direct", budget.direct)
    add("check.fees", budget.fees.value, error: budget.fees.standardError)
    add("check.left", budget.left)
    let verdict = texts(budget.left < 0 ? "check.too_large" : "check.fits")
    return
      ([TextTable.cut(TextTable.printable(title), to: 80)] + rule + table.lines
      + TextWrap.lines(verdict) + LocalShortfallTable.lines(scenario, style: style)
      + outcomes(scenario, texts) + rounds(budget, texts)).joined(separator: "\n") + "\n"
  }

  /// The mean of the outcome table, with a warning where published statistics do not support it.
  private static func outcomes(_ scenario: Scenario, _ texts: Texts) -> [String] {
    guard scenario.uses(.multiples) else { return [] }
    let multiple = scenario.outcomes.shiftedMeanMultiple
    let mean = NumberText.fixed(multiple, decimals: 2) + "x"
    return TextWrap.lines(texts("check.multiple", ["mean": mean])) + doubt(multiple, texts)
  }

  /// The means of engine `rounds`, if a vehicle uses it.
  private static func rounds(_ budget: PlanBudget, _ texts: Texts) -> [String] {
    guard let means = budget.roundsMultiples else { return [] }
    func text(_ estimate: Estimate) -> String {
      let error = NumberText.fixed(estimate.standardError, decimals: 2)
      return "\(NumberText.fixed(estimate.value, decimals: 2)) ± \(error)x"
    }
    let told = texts(
      "check.multiple.rounds",
      ["mean": text(means.dependent), "independent": text(means.independent)])
    return TextWrap.lines(told) + doubt(means.dependent.value, texts)
  }

  /// What to say of a mean that published results leave implausible.
  private static func doubt(_ multiple: Double, _ texts: Texts) -> [String] {
    let band = Outcomes.plausibleMeanMultiples
    guard !band.contains(multiple) else { return [] }
    let limits = "\(band.lowerBound)x–\(band.upperBound)x"
    return TextWrap.lines(texts("check.multiple.doubt", ["limits": limits]))
  }
}
