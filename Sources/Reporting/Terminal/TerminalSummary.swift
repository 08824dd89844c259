public import AngelFunds
import Stochastics

/// A run on one screen of 80 columns.
public struct TerminalSummary {
  private let provenance: Provenance
  private let summary: Summary
  private let headlines: [HeadlineRange]
  private let budget: BudgetEstimates
  private let phrases: Phrases
  private let ink: TerminalInk
  private let style: ReportStyle

  /// Makes the screen of a run.
  public init(
    _ provenance: Provenance, summary: Summary, sensitivity: [SensitivityRow],
    budget: BudgetEstimates, style: ReportStyle, ink: TerminalInk = .none
  ) {
    self.ink = ink
    self.provenance = provenance
    self.summary = summary
    headlines = HeadlineRange.all(summary, sensitivity: sensitivity)
    self.budget = budget
    self.style = style
    phrases = Phrases(language: style.language)
  }

  /// The screen, no line wider than 80 columns.
  public var text: String {
    ink.titled(
      (title + headlineTable + definedShare + Self.ruleTable(summary, style: style) + [""]
        + subFundTable + [""] + budgetTable + [""]
        + phrases.explanation).joined(separator: "\n") + "\n")
  }

  private var title: [String] {
    let run = phrases.paths(provenance.paths, seed: provenance.seed)
    var table = TextTable([(79 - TextTable.width(run), .left), (TextTable.width(run) + 1, .right)])
    table.add([provenance.scenario.title.text(style.language), run])
    let changes = provenance.changes.map { TextTable.cut("  --set \($0)", to: 80) }
    return table.lines + changes + [Rule.line(style)]
  }

  private var headlineTable: [String] {
    var table = TextTable(
      [
        (25, .left), (17, .right), (17, .right), (7, .right), (7, .right), (7, .right),
      ], isFitted: true, ink: ink)
    table.addHeadings(["", phrases.estimate, phrases.inputRange, "P5", "P50", "P95"])
    for headline in headlines {
      let unit = headline.headline.unit
      if unit == .yuan, style.chosenUnit == .yuan {
        table.add(style.name(of: headline.headline), spanning: style.inFull(headline))
        continue
      }
      let row = summary.row(.motherFund, Scope.motherFund.rawValue, headline.headline.metric)
      let quantiles = (row?.quantiles ?? []).map { style.short($0.value, unit: unit) }
      let shown = quantiles.count == 5 ? [quantiles[0], quantiles[2], quantiles[4]] : []
      table.add(
        [
          style.name(of: headline.headline),
          style.estimate(headline.value, headline.standardError, unit: unit),
          range(headline),
        ] + shown)
      if headline.headline.metric == "irr" { table.add(meanFlowReturn) }
    }
    return table.lines
  }

  private func range(_ headline: HeadlineRange) -> String {
    guard let inputs = headline.inputs else { return phrases.none }
    return headline.isMoved ? style.range(inputs, unit: headline.headline.unit) : "–"
  }

  /// The rate of the mean flows, beside the median rate; it has no quantiles and no range.
  private var meanFlowReturn: [String] {
    let row = summary.row(.motherFund, Scope.motherFund.rawValue, "irr_of_mean_flows")
    guard let mean = row?.mean else { return [] }
    let estimate = FigureText.estimate(
      mean.value, mean.standardError, unit: .rate, otherwise: phrases.unreliable)
    return [phrases.meanFlowReturn, estimate]
  }

  /// What part of the futures has a rate of return; nothing if all have.
  private var definedShare: [String] {
    let row = summary.row(.motherFund, Scope.motherFund.rawValue, "irr")
    guard let row, row.definedShare < 1 else { return [] }
    return [phrases.definedShare(FigureText.short(row.definedShare, unit: .share))]
  }

  private var subFundTable: [String] {
    var table = TextTable(
      [
        (25, .left), (17, .right), (9, .right), (13, .right), (16, .right),
      ], ink: ink)
    table.addHeadings([
      phrases.subFund, phrases.multipleWithError, "P50", "P(DPI<1)", phrases.riskShare,
    ])
    for row in summary.rows where row.owner.scope == .subFund && row.metric == "tvpi" {
      let probability = summary.row(.subFund, row.owner.id, "dpi_below_1")?.mean
      let risk = summary.row(.subFund, row.owner.id, "risk_share_covariance")?.mean
      table.add([
        row.label.text(style.language),
        row.mean.map {
          FigureText.estimate(
            $0.value, $0.standardError, unit: .multiple, otherwise: phrases.unreliable)
        } ?? "",
        row.quantiles.count == 5 ? FigureText.short(row.quantiles[2].value, unit: .multiple) : "",
        probability.map { FigureText.short($0.value, unit: .share) } ?? "",
        risk.map { FigureText.estimate($0.value, $0.standardError, unit: .share, otherwise: "") }
          ?? "",
      ])
    }
    return table.lines
  }

  private var budgetTable: [String] {
    TerminalBudget(budget, scenario: provenance.scenario, style: style, ink: ink).lines
  }
}
