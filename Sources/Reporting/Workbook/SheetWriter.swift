internal import CXLSXWriter

/// One sheet while it is written, block below block.
final class SheetWriter {
  /// Characters that lines of text may take side by side.
  private static let lineWidth = 120
  /// Of columns that no table takes.
  static let usualWidth = 9

  let file: WorkbookFile
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let charts: ChartSheet
  private let limits: SheetLimits
  let widths: [Int]
  private let blocks: [Workbook.Block]
  /// The next free row.
  private(set) var row = 0
  private(set) var lastColumn = 0
  /// Where blocks begin, and where the sheet ends: rows, and points from the top.
  private(set) var starts: [(row: Int, top: Double)] = []
  private(set) var top = 0.0
  /// The row of titles, and the columns of names, of the only table.
  private(set) var header: (row: Int, names: Int)?

  var style: ReportStyle { file.style }

  init(
    _ source: Workbook.Sheet, name: String, file: WorkbookFile, charts: ChartSheet,
    limits: SheetLimits
  ) throws(WorkbookError) {
    (self.file, self.charts, self.limits, blocks) = (file, charts, limits, source.blocks)
    sheet = try file.addSheet(name)
    var widths: [Int] = []
    for table in blocks.compactMap(\.table) {
      for (index, column) in SheetTable(table, style: file.style, limits: limits).columns
        .enumerated()
      {
        if index < widths.count {
          widths[index] = max(widths[index], column.width)
        } else {
          widths.append(column.width)
        }
      }
    }
    self.widths = widths
    for (index, width) in widths.enumerated() {
      let column = UInt16(index)
      try WorkbookFile.check(worksheet_set_column(sheet, column, column, Double(width), nil))
    }
  }

  /// Writes the sheet.
  ///
  /// - Parameter report: The report's title, which its first line and printed pages carry.
  func write(report: String, subtitle: String?) throws(WorkbookError) {
    try line(report, .title)
    if let subtitle { try paragraph(subtitle) }
    for block in blocks {
      skip(to: row + 1)
      starts.append((row, top))
      switch block {
      case .paragraph(let text): try paragraph(text)
      case .table(let table): try write(table)
      case .figure(let figure): try write(figure)
      }
    }
    try setPage(report: report)
  }

  private func write(_ figure: Figure) throws(WorkbookError) {
    let first = row
    let columns = try write(figure.table, caption: figure.caption)
    let isNarrow = widths.prefix(columns).reduce(0, +) < 110
    let size = charts.size(of: figure, isBeside: isNarrow)
    let place = isNarrow ? (row: first + 2, column: columns + 1) : (row: row + 1, column: 0)
    try charts.insert(figure, into: sheet, row: place.row, column: place.column, size: size)
    skip(to: place.row + size.height / 20 + 1)
    lastColumn = max(lastColumn, place.column + (size.width + 67) / 68)
  }

  /// Writes a table, and returns how many columns it takes.
  @discardableResult
  private func write(_ table: Table, caption: String? = nil) throws(WorkbookError) -> Int {
    try line(table.title, .heading)
    for text in [caption, table.note].compactMap(\.self) { try paragraph(text) }
    let place = SheetTable(table, style: style, limits: limits)
    let rows = min(table.rows.count, limits.rows - row - 2)
    if rows < table.rows.count || place.columns.count < table.columns.count {
      try paragraph(
        style.texts(
          "workbook.left_out",
          [
            "rows": NumberText.grouped(table.rows.count - rows),
            "columns": String(table.columns.count - place.columns.count),
          ]))
    }
    guard rows > 0 else {
      try paragraph(style.texts("workbook.no_rows"))
      return 0
    }
    header = header == nil && blocks.count == 1 ? (row, place.nameColumns) : nil
    try TableWriter(place, rows: rows, top: row, sheet: sheet, file: file).write()
    row += rows + 1
    top += place.height(rows: rows)
    lastColumn = max(lastColumn, place.columns.count - 1)
    return place.columns.count
  }

  /// A line that runs over the cells beside it.
  private func line(_ text: String, _ look: CellLook) throws(WorkbookError) {
    let height = look.height
    try WorkbookFile.check(worksheet_set_row(sheet, UInt32(row), height, nil))
    try file.write(text, look, to: sheet, row: row, column: 0)
    row += 1
    top += height
  }

  /// Leaves rows empty.
  private func skip(to next: Int) {
    top += SheetTable.lineHeight * Double(max(next - row, 0))
    row = max(row, next)
  }

  /// Text that is wrapped over several columns.
  private func paragraph(_ text: String) throws(WorkbookError) {
    guard !text.isEmpty else { return }
    var (width, last) = (widths.first ?? Self.usualWidth, 0)
    while width < Self.lineWidth {
      last += 1
      width += last < widths.count ? widths[last] : Self.usualWidth
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
      $0 + max(1, (TextTable.width(String($1)) + width - 1) / width)
    }
    let height = SheetTable.lineHeight * Double(lines) + 2
    try WorkbookFile.check(worksheet_set_row(sheet, UInt32(row), height, nil))
    try WorkbookFile.check(
      worksheet_merge_range(
        sheet, UInt32(row), 0, UInt32(row), UInt16(last), "", file.format(.note)))
    try file.write(text, .note, to: sheet, row: row, column: 0)
    row += 1
    top += height
    lastColumn = max(lastColumn, last)
  }
}

extension Workbook.Block {
  fileprivate var table: Table? {
    switch self {
    case .paragraph: nil
    case .table(let table): table
    case .figure(let figure): figure.table
    }
  }
}
