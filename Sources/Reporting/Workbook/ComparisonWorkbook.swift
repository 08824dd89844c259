import AngelFunds

/// A comparison as a workbook: `comparison.xlsx`.
public struct ComparisonWorkbook {
  private let content: ComparisonContent
  private let style: ReportStyle

  /// Makes the workbook of a comparison.
  public init(_ content: ComparisonContent, style: ReportStyle) {
    (self.content, self.style) = (content, style)
  }

  /// Writes the workbook to a file; temporary files go beside it.
  public func write(to path: String) throws(WorkbookError) { try workbook.write(to: path) }

  private var words: ComparisonWords { ComparisonWords(content: content, style: style) }
  private var tables: ComparisonTables { ComparisonTables(content: content, style: style) }

  private var workbook: Workbook {
    let provenance = content.comparison.provenance
    let time = ComparisonFigures(content: content, style: style)
    let plane = PlaneFigures(content: content, style: style)
    let differences = DifferenceTables(content: content, style: style)
    let variants = content.comparison.variants.indices
    func sheet(_ key: String, _ blocks: [Workbook.Block]) -> Workbook.Sheet {
      Workbook.Sheet(name: style.texts("sheet.\(key)"), blocks: blocks)
    }
    return Workbook(
      title: style.texts("compare_page.title", ["base": words.name(0)]),
      subtitle: Phrases(language: style.language).paths(provenance.paths, seed: provenance.seed),
      sheets: [
        sheet("summary", summary),
        sheet("differences", differences.forests.map { .figure($0) }),
        sheet(
          "all_differences", [.table(AllDifferencesTable(content: content, style: style).table)]),
        sheet(
          "plane",
          [.figure(plane.plane)] + plane.sides.map { .paragraph($0) }
            + plane.paths.map { .figure($0) }),
        sheet("cash", [.figure(time.jCurves), .figure(time.netAssetValues)]),
        sheet("keys", variants.map { .table(tables.keys($0)) }),
        sheet(
          "provenance",
          [
            .table(tables.provenance), .paragraph(style.texts("compare_page.repeat")),
            .paragraph(content.command),
          ]),
      ].filter { !$0.blocks.isEmpty }, style: style)
  }

  private var summary: [Workbook.Block] {
    let variants = content.comparison.variants
    let answers = variants.indices.map {
      Workbook.Block.paragraph(
        words.answer($0).joined(separator: style.language == .english ? " " : ""))
    }
    let pairing = variants.enumerated().compactMap { variant, found in
      words.unpaired(found, variant).map { Workbook.Block.paragraph($0) }
    }
    let glance: [Workbook.Block] = variants.count > 1 ? [.table(tables.glance)] : []
    return answers + pairing + [.table(tables.ranking)] + glance
      + tables.sideBySide.map { .table($0) }
  }
}
