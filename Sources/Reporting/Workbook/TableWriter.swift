internal import CXLSXWriter

/// A table while it is written into a sheet.
struct TableWriter {
  private struct Key: Hashable {
    let format: NumberFormat
    let column: Int
    let decimals: Int?
    let isSigned: Bool
  }

  private let table: SheetTable
  private let rows: Int
  private let top: Int
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let file: WorkbookFile

  /// - Parameters:
  ///   - rows: How many of its rows are written, at least 1.
  ///   - top: The row of titles.
  init(
    _ table: SheetTable, rows: Int, top: Int, sheet: UnsafeMutablePointer<lxw_worksheet>,
    file: WorkbookFile
  ) {
    (self.table, self.rows, self.top, self.sheet, self.file) = (table, rows, top, sheet, file)
  }

  func write() throws(WorkbookError) {
    try addTable()
    var formats: [Key: UnsafeMutablePointer<lxw_format>?] = [:]
    for (index, row) in table.table.rows.prefix(rows).enumerated() {
      try setHeight(of: row, index)
      for column in table.columns.indices {
        let cell = row[column]
        switch cell.content {
        case .text(let text):
          if cell.isWrittenValue, let number = PlainNumber(text) {
            try write(number.value, file.format(.number(number.code)), index, column)
          } else {
            try write(text, .text, index, column)
          }
        case .absent(let sign): try write(sign, .absent, index, column)
        case .number(let value, let format):
          let key = key(format, row, column)
          if formats[key] == nil { formats[key] = file.format(look(of: key)) }
          try write(file.style.told(value, format), formats[key] ?? nil, index, column)
        }
      }
    }
  }

  /// Spreadsheets do not all find out by themselves how many lines a text takes.
  private func setHeight(of row: [Cell], _ index: Int) throws(WorkbookError) {
    let lines = table.lines(of: row)
    guard lines > 1 else { return }
    let height = SheetTable.lineHeight * Double(min(lines, 25)) + 2
    try WorkbookFile.check(worksheet_set_row(sheet, UInt32(top + 1 + index), height, nil))
  }

  /// An error has the decimals of what it belongs to.
  private func key(_ format: NumberFormat, _ row: [Cell], _ column: Int) -> Key {
    let isError = table.table.columns[column].role == .error && column > 0
    let decimals = isError ? row[column - 1].decimals : row[column].decimals
    return Key(
      format: format, column: column, decimals: decimals, isSigned: row[column].isChange)
  }

  private func look(of key: Key) -> CellLook {
    let column = table.columns[key.column]
    let usual: Int? =
      switch key.format {
      case .multiple: 2
      case .percent, .years, .count: 1
      case .money, .whole, .year, .plain: nil
      }
    return .number(
      file.style.code(
        key.format, hasUnit: column.hasUnit,
        decimals: key.decimals ?? usual.map { column.isWithError ? $0 + 1 : $0 },
        isSigned: key.isSigned))
  }

  private func write(
    _ text: String, _ look: CellLook, _ row: Int, _ column: Int
  ) throws(WorkbookError) {
    try file.write(text, look, to: sheet, row: top + 1 + row, column: column)
  }

  private func write(
    _ value: Double, _ format: UnsafeMutablePointer<lxw_format>?, _ row: Int, _ column: Int
  ) throws(WorkbookError) {
    guard value.isFinite else { return }
    file.size += 60
    try WorkbookFile.check(
      worksheet_write_number(sheet, UInt32(top + 1 + row), UInt16(column), value, format))
  }

  /// Makes a range a table with filters, and writes its titles.
  private func addTable() throws(WorkbookError) {
    let head = file.format(.header)
    let entries = table.columns.map { column in
      var entry = lxw_table_column()
      entry.header = file.string(column.title)
      entry.header_format = head
      return entry
    }
    let columns = UnsafeMutableBufferPointer<lxw_table_column>.allocate(capacity: entries.count)
    defer { columns.deallocate() }
    _ = columns.initialize(from: entries)
    var pointers: [UnsafeMutablePointer<lxw_table_column>?] = columns.indices.map {
      columns.baseAddress?.advanced(by: $0)
    }
    pointers.append(nil)
    var options = lxw_table_options()
    options.name = file.string(file.tableName(table.table.id))
    options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
    options.style_type_number = 9
    let code = pointers.withUnsafeMutableBufferPointer { pointers in
      options.columns = pointers.baseAddress
      return worksheet_add_table(
        sheet, UInt32(top), 0, UInt32(top + rows), UInt16(table.columns.count - 1), &options)
    }
    try WorkbookFile.check(code)
    try WorkbookFile.check(worksheet_set_row(sheet, UInt32(top), table.headerHeight, nil))
  }
}
