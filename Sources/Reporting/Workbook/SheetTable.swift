/// A table with what a sheet needs to know of its columns.
struct SheetTable {
  struct Column {
    let title: String
    /// In characters of the sheet's usual width.
    let width: Int
    /// Whether amounts carry their unit, since the title does not.
    let hasUnit: Bool
    /// Whether numbers have their error behind them, and so one decimal more.
    let isWithError: Bool
  }

  /// Of a line of text, in points.
  static let lineHeight = 15.0
  private static let widest = 48
  private static let narrowest = 8
  /// Rows that are looked at to find widths.
  private static let sample = 4000

  let table: Table
  let columns: [Column]

  init(_ table: Table, style: ReportStyle, limits: SheetLimits) {
    self.table = table
    var titles: Set<String> = []
    let shown = 0..<min(table.columns.count, limits.columns)
    columns = shown.map { index in
      let isMoney = Self.isMoneyOnly(table, index)
      let title = Self.title(table, index, isMoney: isMoney, style: style)
      let next = index + 1
      let isFollowed = next < table.columns.count && table.columns[next].role == .error
      return Column(
        title: Self.unique(title, among: &titles),
        width: Self.width(table, index, title: title, style: style), hasUnit: !isMoney,
        isWithError: isFollowed || table.columns[index].role == .error)
    }
  }

  /// Leading columns that tell rows apart.
  var nameColumns: Int {
    (table.columns.prefix(5).lastIndex { $0.role == .name } ?? -1) + 1
  }

  /// How many lines the longest text of a row takes.
  func lines(of row: [Cell]) -> Int {
    columns.indices.reduce(1) { most, index in
      guard case .text(let text) = row[index].content, text.utf8.count > 4 else { return most }
      let room = max(columns[index].width - 3, 1)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
        $0 + max(1, (TextTable.width(String($1)) + room - 1) / room)
      }
      return max(most, lines)
    }
  }

  var headerHeight: Double {
    let lines = columns.map { (TextTable.width($0.title) + $0.width - 4) / ($0.width - 3) }
    return Self.lineHeight * Double(min(max(lines.max() ?? 1, 1), 4)) + 4
  }

  /// How high `rows` of its rows are, with titles, in points.
  func height(rows: Int) -> Double {
    table.rows.prefix(rows).reduce(headerHeight) { $0 + Self.lineHeight * Double(lines(of: $1)) }
  }

  private static func isMoneyOnly(_ table: Table, _ index: Int) -> Bool {
    var hasMoney = false
    for row in table.rows {
      guard case .number(_, let format) = row[index].content else { continue }
      guard format == .money else { return false }
      hasMoney = true
    }
    return hasMoney
  }

  private static func title(
    _ table: Table, _ index: Int, isMoney: Bool, style: ReportStyle
  ) -> String {
    let column = table.columns[index]
    let isBare = column.role == .error && index > 0 && column.title == "±"
    let title = isBare ? "\(table.columns[index - 1].title) ±" : column.title
    let text =
      isMoney
      ? style.texts("workbook.with_unit", ["title": title, "unit": style.unitName]) : title
    return WorkbookText.header(text.isEmpty ? "–" : text)
  }

  /// Spreadsheets tell columns apart by their titles.
  private static func unique(_ title: String, among titles: inout Set<String>) -> String {
    var (candidate, number) = (title, 2)
    while !titles.insert(candidate.lowercased()).inserted {
      candidate = "\(title) \(number)"
      number += 1
    }
    return candidate
  }

  private static func width(
    _ table: Table, _ index: Int, title: String, style: ReportStyle
  ) -> Int {
    let text = CellText(style: style)
    // The title may take three lines, and has a button at its end.
    let head = (TextTable.width(title) + 2) / 3 + 4
    let word = title.split(separator: " ").map { TextTable.width(String($0)) }.max() ?? 0
    let body = table.rows.prefix(sample).map { row in
      TextTable.width(TextTable.printable(text.text(row[index]))) + 3
    }
    return min(widest, max(narrowest, head, min(word, 14) + 3, body.max() ?? 0))
  }
}
