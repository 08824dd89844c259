public import AngelFunds
import Stochastics

/// What a run ends with: one screen of 80 columns by 24 lines, the next prompt included.
public struct BriefSummary {
  private static let height = 23
  /// The first of them are shown where not all have room.
  private static let order = [
    "tvpi", "irr", "loss_beyond_tolerance", "dpi_10y", "dpi_7y", "reinvestment_met",
    "dpi_below_1", "leverage_l1", "reinvestment_multiple", "gross_moic", "appropriation_peak",
  ]

  let provenance: Provenance
  let summary: Summary
  let headlines: [HeadlineRange]
  let budget: BudgetEstimates
  let style: ReportStyle
  let ink: TerminalInk

  /// Makes the screen of a run.
  public init(
    _ provenance: Provenance, summary: Summary, sensitivity: [SensitivityRow],
    budget: BudgetEstimates, style: ReportStyle, ink: TerminalInk = .none
  ) {
    self.provenance = provenance
    self.summary = summary
    headlines = HeadlineRange.all(summary, sensitivity: sensitivity)
    self.budget = budget
    self.style = style
    self.ink = ink
  }

  /// The screen.
  ///
  /// - Parameter files: What was written, and how to see more.
  public func text(files: [String]) -> String {
    let answers = lossAnswer + riskAnswer + BriefBudget(self).lines
    let room = Self.height - title.count - 2 - answers.count - 1 - files.count
    return (title + table(rows: min(max(room, 5), 10)) + [""] + answers + [""] + files)
      .joined(separator: "\n") + "\n"
  }

  private var title: [String] {
    let run = style.texts(
      "terminal.paths",
      ["count": NumberText.grouped(provenance.paths), "seed": "\(provenance.seed)"])
    var table = TextTable(
      [(79 - TextTable.width(run), .left), (TextTable.width(run) + 1, .right)], ink: ink)
    table.addHeadings([provenance.scenario.title.text(style.language), run])
    let changes = provenance.changes.joined(separator: " --set ")
    let line = TextTable.cut(TextTable.printable("  --set \(changes)"), to: 80)
    return table.lines + (changes.isEmpty ? [] : [line]) + [Rule.line(style)]
  }

  private func table(rows: Int) -> [String] {
    let texts = style.texts
    let chosen = Set(
      Self.order.filter { name in headlines.contains { $0.headline.metric == name } }
        .prefix(rows))
    var table = TextTable(
      [(25, .left), (17, .right), (17, .right), (7, .right), (7, .right), (7, .right)],
      isFitted: true, ink: ink)
    table.addHeadings([
      "", texts("terminal.estimate"), texts("terminal.inputs"), "P5", "P50", "P95",
    ])
    for headline in headlines where chosen.contains(headline.headline.metric) {
      add(headline, to: &table)
    }
    return table.lines
  }

  private func add(_ headline: HeadlineRange, to table: inout TextTable) {
    let (metric, unit) = (headline.headline.metric, headline.headline.unit)
    if unit == .yuan, style.chosenUnit == .yuan {
      return table.add(style.name(of: headline.headline), spanning: style.inFull(headline))
    }
    let quantiles = row(metric)?.quantiles ?? []
    let shown = quantiles.count == 5 ? [0, 2, 4].map { quantiles[$0].value } : []
    let losses = [headline.value] + shown
    func stress(_ value: Double) -> TerminalInk.Stress? {
      metric == "tvpi" && value < 1 || unit == .rate && value < 0 ? .alarm : nil
    }
    table.add(
      [
        style.name(of: headline.headline),
        style.estimate(headline.value, headline.standardError, unit: unit), range(headline),
      ] + shown.map { style.short($0, unit: unit) },
      stresses: [nil, stress(losses[0]), nil] + losses.dropFirst().map(stress))
  }

  func range(_ headline: HeadlineRange) -> String {
    guard let inputs = headline.inputs else { return style.texts("terminal.none") }
    return headline.isMoved ? style.range(inputs, unit: headline.headline.unit) : "–"
  }

  func row(_ metric: String) -> SummaryRow? {
    summary.row(.motherFund, Scope.motherFund.rawValue, metric)
  }
}
