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

  private var workbook: Workbook {
    let texts = style.texts
    let cash = CashFigures(content: content, style: style)
    let summary = SummaryTables(content: content, style: style)
    func sheet(_ key: String, _ blocks: [Workbook.Block]) -> Workbook.Sheet {
      Workbook.Sheet(name: texts("sheet.\(key)"), blocks: blocks)
    }
    return Workbook(
      title: content.scenario.title.text(style.language),
      subtitle: Phrases(language: style.language).paths(
        content.provenance.paths, seed: content.provenance.seed),
      sheets: [
        sheet("summary", [.table(summary.headlines)]),
        sheet("all_figures", [.table(summary.all)]),
        sheet("cash", [.figure(cash.jCurve), .figure(cash.netAssetValue)]),
        sheet("quarters", [.table(QuarterlyTable(content: content, style: style).table)]),
        sheet(
          "sensitivity", SensitivityFigures(content: content, style: style).all.map { .figure($0) }),
        sheet("assumptions", [.table(AssumptionTables(content: content, style: style).all)]),
        sheet(
          "provenance",
          [.table(ProvenanceTable(provenance: content.provenance, style: style).table)]),
        sheet("dictionary", [.table(DictionaryTable(style: style).table)]),
      ].filter { !$0.blocks.isEmpty }, style: style)
  }
}
