/// A report as a workbook: sheets of blocks, which say nothing of how they look.
struct Workbook {
  enum Block {
    case paragraph(String)
    case table(Table)
    case figure(Figure)
  }

  struct Sheet {
    /// On its tab; made to fit what spreadsheets allow.
    let name: String
    let blocks: [Block]
  }

  let title: String
  /// Where the numbers come from, in a line.
  let subtitle: String
  let sheets: [Sheet]
  let style: ReportStyle

  /// Writes the workbook.
  ///
  /// - Parameters:
  ///   - path: Where it goes.
  ///   - limits: How much a sheet holds.
  func write(to path: String, limits: SheetLimits = .excel) throws(WorkbookError) {
    let file = try WorkbookFile(path: path, style: style)
    try file.describe(title: title)
    var names = SheetNames()
    let charts = ChartSheet(name: names.add(style.texts("workbook.charts")), file: file)
    for (index, sheet) in sheets.enumerated() {
      let writer = try SheetWriter(
        sheet, name: names.add(sheet.name), file: file, charts: charts, limits: limits)
      try writer.write(report: title, subtitle: index == 0 ? subtitle : nil)
    }
    try charts.write()
    try file.close()
  }
}

/// A workbook that could not be written.
public struct WorkbookError: Error, CustomStringConvertible {
  /// What is in the way, as in "no space left on device".
  public let reason: String

  /// The reason.
  public var description: String { reason }
}

/// How much a sheet holds.
struct SheetLimits {
  let rows: Int
  let columns: Int

  static let excel = SheetLimits(rows: 1_048_576, columns: 16_384)
}
