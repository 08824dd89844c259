import AngelFunds

/// A sweep as a workbook: `sweep.xlsx`.
public struct SweepWorkbook {
  private let content: SweepContent
  private let style: ReportStyle

  /// Makes the workbook of a sweep.
  public init(_ content: SweepContent, style: ReportStyle) {
    (self.content, self.style) = (content, style)
  }

  /// Writes the workbook to a file; temporary files go beside it.
  public func write(to path: String) throws(WorkbookError) { try workbook.write(to: path) }

  private var texts: Texts { style.texts }
  private var tables: SweepTables { SweepTables(content: content, style: style) }

  private var workbook: Workbook {
    let source = content.sweep.provenance
    func sheet(_ key: String, _ blocks: [Workbook.Block]) -> Workbook.Sheet {
      Workbook.Sheet(name: texts("sheet.\(key)"), blocks: blocks)
    }
    let pairs = HeatTables(content: content, style: style).pairs
    return Workbook(
      title: source.title.text(style.language),
      subtitle: Phrases(language: style.language).paths(source.paths, seed: source.seed),
      sheets: [
        sheet("summary", summary), sheet("cells", [.table(tables.cells)]),
        sheet("left_cells", [tables.others].compactMap { $0.map(Workbook.Block.table) }),
        sheet("tornado", TornadoFigures(content: content, style: style).all.map { .figure($0) }),
        sheet("frontier", frontier.map { [.figure($0)] } ?? []),
        sheet("heat", pairs.flatMap { [.table($0.heat), .table($0.errors)] }),
        sheet("spread", spread),
        sheet(
          "provenance",
          [
            .table(tables.provenance), .paragraph(texts("sweep_page.repeat")),
            .paragraph(tables.command),
          ]),
      ].filter { !$0.blocks.isEmpty }, style: style)
  }

  private var summary: [Workbook.Block] {
    let words = SweepWords(content: content, style: style)
    return (words.answer.verdicts + words.answer.list + [words.counts])
      .map(Workbook.Block.paragraph) + [.paragraph(texts("sweep_page.how_to_read"))]
  }

  private var frontier: Figure? {
    guard [.grid, .list].contains(content.sweep.provenance.design) else { return nil }
    return FrontierFigure(content: content, style: style).figure
  }

  private var spread: [Workbook.Block] {
    guard let spread = SweepSpread(content.sweep) else { return [] }
    let figures = SpreadFigures(spread: spread, content: content, style: style)
    return [.table(figures.quantiles), .figure(figures.inputs)]
  }
}
