internal import CXLSXWriter

extension SheetWriter {
  /// Characters of leading columns that stay in sight at most.
  private static let mostFrozen = 70
  /// What a page of A4 holds between its margins, with some room: pixels across, points down.
  private static let pageWidth = 960.0
  private static let pageHeight = 470.0

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
    if starts.count > 1 { try breakPages() }
    try WorkbookFile.check(
      worksheet_print_area(sheet, 0, 0, UInt32(max(row - 1, 0)), UInt16(lastColumn)))
    try WorkbookFile.check(worksheet_set_header(sheet, "&L\(WorkbookText.margin(report))&R&A"))
    try WorkbookFile.check(worksheet_set_footer(sheet, "&C&P / &N"))
    let corner = "A1:\(Self.name(of: lastColumn))\(max(row, 1))"
    try WorkbookFile.check(
      worksheet_ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), corner))
  }

  /// Begins pages at blocks, so that no chart is cut in two.
  ///
  /// The scale is the one at which the sheet is as wide as a page.
  private func breakPages() throws(WorkbookError) {
    let pixels = (0...lastColumn).reduce(0) {
      $0 + 5 + 7 * ($1 < widths.count ? widths[$1] : Self.usualWidth)
    }
    let scale = min(1, Self.pageWidth / Double(pixels))
    var (breaks, pageTop) = ([UInt32](), 0.0)
    for (index, start) in starts.enumerated() where start.top > pageTop {
      let end = index + 1 < starts.count ? starts[index + 1].top : top
      guard end - pageTop > Self.pageHeight / scale else { continue }
      if index > 0 { breaks.append(UInt32(start.row)) }
      pageTop = start.top
    }
    guard !breaks.isEmpty else { return }
    breaks.append(0)
    try WorkbookFile.check(worksheet_set_h_pagebreaks(sheet, &breaks))
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
