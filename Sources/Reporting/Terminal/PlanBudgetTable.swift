public import AngelFunds
import Stochastics

/// The plan's budget as `check` prints it.
public enum PlanBudgetTable {
  /// The table as text, no line wider than 80 columns.
  public static func text(
    _ budget: PlanBudget, scenario: Scenario, style: ReportStyle
  ) -> String {
    let language = style.language
    let isEnglish = language == .english
    let amount = style.amount
    var table = TextTable([(44, .left), (18, .right), (16, .right)], isFitted: true)
    func add(_ english: String, _ chinese: String, _ yuan: Double, error: Double? = nil) {
      let share = NumberText.fixed(100 * yuan / budget.size, decimals: 1) + "%"
      let value = error.map { "\(amount(yuan)) ± \(amount($0))" } ?? amount(yuan)
      table.add([isEnglish ? english : chinese, value, share])
    }
    let title = TextTable.cut(TextTable.printable(scenario.title.text(language)), to: 80)
    add("mother fund's size", "母基金规模", budget.size)
    add(
      "commitments to \(scenario.subFunds.count) sub-funds",
      "对 \(scenario.subFunds.count) 只子基金认缴", budget.commitments)
    add("direct investments", "直投", budget.direct)
    add(
      "expected fees of the mother fund", "母基金预计管理费", budget.fees.value,
      error: budget.fees.standardError)
    add("left", "余额", budget.left)
    let warning =
      isEnglish
      ? "The plan with its fees is larger than the fund: fees will wait for distributions."
      : "计划连同管理费超出基金规模：管理费将等待分配款支付。"
    let ok = isEnglish ? "The plan fits." : "计划在规模之内。"
    return
      ([title] + (style.chosenUnit == nil ? [] : [Rule.line(style)]) + table.lines + [
        budget.left < 0 ? warning : ok
      ]
      + LocalShortfallTable.lines(scenario, language: language)
      + outcomes(scenario, language: language) + rounds(budget, language: language))
      .joined(separator: "\n") + "\n"
  }

  /// The mean of the outcome table, with a warning where published statistics do not support it.
  private static func outcomes(_ scenario: Scenario, language: Language) -> [String] {
    guard scenario.uses(.multiples) else { return [] }
    let isEnglish = language == .english
    let multiple = scenario.outcomes.shiftedMeanMultiple
    let mean = NumberText.fixed(multiple, decimals: 2) + "x"
    let band = Outcomes.plausibleMeanMultiples
    let limits = "\(band.lowerBound)x–\(band.upperBound)x"
    let told =
      isEnglish
      ? "Mean gross multiple of companies, before sales at a term's end: \(mean)."
      : "项目平均毛倍数（期末折价退出之前）：\(mean)。"
    guard !band.contains(multiple) else { return [told] }
    let warning =
      isEnglish
      ? "That is outside \(limits), which published results leave plausible: say why."
      : "超出公开数据支持的合理区间 \(limits)：请说明理由。"
    return [told, warning]
  }

  /// The means of engine `rounds`, if a vehicle uses it.
  private static func rounds(_ budget: PlanBudget, language: Language) -> [String] {
    guard let means = budget.roundsMultiples else { return [] }
    func text(_ estimate: Estimate) -> String {
      let error = NumberText.fixed(estimate.standardError, decimals: 2)
      return "\(NumberText.fixed(estimate.value, decimals: 2)) ± \(error)x"
    }
    let (dependent, independent) = (text(means.dependent), text(means.independent))
    let told =
      language == .english
      ? "Mean gross multiple of companies, engine rounds, before sales at a term's end: "
        + "\(dependent); \(independent) if companies had nothing in common."
      : "rounds引擎的项目平均毛倍数（期末折价退出之前）：\(dependent)；"
        + "若项目相互独立则为\(independent)。"
    let band = Outcomes.plausibleMeanMultiples
    guard !band.contains(means.dependent.value) else { return TextWrap.lines(told) }
    let limits = "\(band.lowerBound)x–\(band.upperBound)x"
    let warning =
      language == .english
      ? "That is outside \(limits), which published results leave plausible: say why."
      : "超出公开数据支持的合理区间 \(limits)：请说明理由。"
    return TextWrap.lines(told) + TextWrap.lines(warning)
  }
}
