internal import CXLSXWriter

extension SheetWriter {
  /// Characters of leading columns that stay in sight at most.
  private static let mostFrozen = 70

  /// What stays in sight, and how the sheet is printed.
  func setPage(report: String) throws(WorkbookError) {
    worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    if let header {
      worksheet_freeze_panes(sheet, UInt32(header.row + 1), UInt16(frozenColumns(header.names)))
      try WorkbookFile.check(
        worksheet_repeat_rows(sheet, UInt32(header.row), UInt32(header.row)))
    } else {
      worksheet_freeze_panes(sheet, 1, 0)
    }
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)  // A4
    worksheet_set_margins(sheet, 0.5, 0.5, 0.7, 0.6)
    worksheet_fit_to_pages(sheet, 1, 0)
    try WorkbookFile.check(
      worksheet_print_area(sheet, 0, 0, UInt32(max(row - 1, 0)), UInt16(lastColumn)))
    try WorkbookFile.check(worksheet_set_header(sheet, "&L\(WorkbookText.margin(report))&R&A"))
    try WorkbookFile.check(worksheet_set_footer(sheet, "&C&P / &N"))
    let corner = "A1:\(Self.name(of: lastColumn))\(max(row, 1))"
    try WorkbookFile.check(
      worksheet_ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), corner))
  }

  private func frozenColumns(_ names: Int) -> Int {
    var (count, width) = (0, 0)
    while count < names, count < widths.count, width + widths[count] <= Self.mostFrozen {
      width += widths[count]
      count += 1
    }
    return count
  }

  /// The letters of a column.
  private static func name(of column: Int) -> String {
    var (rest, name) = (column, "")
    repeat {
      name = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + name
      rest = rest / 26 - 1
    } while rest >= 0
    return name
  }
}
