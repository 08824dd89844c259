import AngelFunds

/// A run as a workbook: `report.xlsx`.
public struct RunWorkbook {
  private let content: RunContent
  private let style: ReportStyle

  /// Makes the workbook of a run.
  public init(_ content: RunContent, style: ReportStyle) {
    (self.content, self.style) = (content, style)
  }

  /// Writes the workbook to a file; temporary files go beside it.
  public func write(to path: String) throws(WorkbookError) { try workbook.write(to: path) }

  private var texts: Texts { style.texts }

  private var workbook: Workbook {
    Workbook(
      title: content.scenario.title.text(style.language),
      subtitle: Phrases(language: style.language).paths(
        content.provenance.paths, seed: content.provenance.seed),
      sheets: (figures + inputs).filter { !$0.blocks.isEmpty }, style: style)
  }

  private func sheet(_ key: String, _ blocks: [Workbook.Block?]) -> Workbook.Sheet {
    Workbook.Sheet(name: texts("sheet.\(key)"), blocks: blocks.compactMap(\.self))
  }

  private func table(_ table: Table?) -> Workbook.Block? { table.map(Workbook.Block.table) }

  private func figure(_ figure: Figure?) -> Workbook.Block? { figure.map(Workbook.Block.figure) }

  /// What comes out.
  private var figures: [Workbook.Sheet] {
    let cash = CashFigures(content: content, style: style)
    let summary = SummaryTables(content: content, style: style)
    let funds = FundFigures(content: content, style: style)
    let value = ValueFigures(content: content, style: style)
    let rules = RuleTables(content: content, style: style)
    return [
      sheet("summary", [table(summary.headlines)]),
      sheet("all_figures", [table(summary.all)]),
      sheet(
        "cash",
        [
          figure(BudgetFigures(content: content, style: style).needs), figure(cash.jCurve),
          figure(cash.netAssetValue),
          figure(MultipleFigure(content: content, style: style).distribution),
        ]),
      sheet("quarters", [table(QuarterlyTable(content: content, style: style).table)]),
      sheet("funds", [figure(funds.subFunds)]), sheet("anchors", [figure(funds.anchors)]),
      sheet(
        "risk",
        [
          figure(RiskFigures(content: content, style: style).shares), figure(value.concentration),
          figure(value.classes), table(value.companies),
        ]),
      sheet(
        "rules",
        (rules.figures + [rules.concessions].compactMap(\.self)).map { table($0) }
          + [figure(EvaluationFigures(content: content, style: style).points)]),
    ]
  }

  /// What it depends on, and what it means.
  private var inputs: [Workbook.Sheet] {
    let sensitivity = SensitivityFigures(content: content, style: style).all
    let provenance = ProvenanceTable(provenance: content.provenance, style: style)
    return [
      sheet("sensitivity", sensitivity.map { figure($0) }),
      sheet("assumptions", [table(AssumptionTables(content: content, style: style).all)]),
      sheet("provenance", [table(provenance.table)]),
      sheet("dictionary", [table(DictionaryTable(style: style).table)]),
    ]
  }
}
