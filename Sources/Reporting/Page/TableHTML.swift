/// A table as the page's template takes it.
struct TableHTML {
  private let table: Table
  private let cells: CellText
  private let isHeat: Bool
  private let isTitled: Bool
  /// Columns of amounts only, whose unit stands in their heads.
  private let moneyColumns: Set<Int>
  /// Columns that hold text, perhaps with a number among it.
  private let wordColumns: Set<Int>
  /// The lowest and the highest number, which colours go by.
  private let ends: (low: Double, high: Double)?

  init(_ table: Table, cells: CellText, isHeat: Bool = false, isTitled: Bool = true) {
    (self.table, self.cells, self.isHeat, self.isTitled) = (table, cells, isHeat, isTitled)
    moneyColumns = Set(
      table.columns.indices.filter { column in
        let numbers = table.rows.map { $0[column] }.filter { $0.format != nil }
        return !numbers.isEmpty && numbers.allSatisfy { $0.format == .money && !$0.isChange }
      })
    wordColumns = Set(
      table.columns.indices.filter { column in
        table.rows.contains { row in
          if case .text = row[column].content { true } else { false }
        }
      })
    let values = isHeat ? table.rows.flatMap { $0.compactMap(\.value) } : []
    ends = values.min().flatMap { low in values.max().map { (low, $0) } }
  }

  var content: [String: Any] {
    [
      "id": table.id, "heading": Self.told(isTitled ? table.title : nil),
      "note": Self.told(table.note), "isSortable": table.isSortable,
      "columns": shown.map(column),
      "rows": table.rows.map { row in ["cells": shown.map { cell(row, $0) }] },
    ]
  }

  private func column(_ index: Int) -> [String: Any] {
    let column = table.columns[index]
    return [
      "title": title(index), "help": Self.told(column.help), "isName": column.role == .name,
      "isWord": column.role != .name && wordColumns.contains(index),
    ]
  }

  /// With the unit where all numbers below are amounts, which then go without it.
  private func title(_ column: Int) -> String {
    let title = table.columns[column].title
    guard moneyColumns.contains(column) else { return title }
    return cells.style.texts(
      "column.with_unit", ["title": title, "unit": cells.style.unitName])
  }

  /// A text, or that there is none.
  private static func told(_ text: String?) -> Any {
    text.flatMap { $0.isEmpty ? nil : $0 } ?? (false as Any)
  }

  /// The columns but errors, which are written behind what they belong to.
  private var shown: [Int] { table.columns.indices.filter { table.columns[$0].role != .error } }

  private func cell(_ row: [Cell], _ column: Int) -> [String: Any] {
    let (value, isText): (Double?, Bool) =
      switch row[column].content {
      case .text: (nil, true)
      case .number(let value, _): (value, false)
      case .absent: (nil, false)
      }
    return [
      "text": text(row, column), "isText": isText, "origin": Self.told(row[column].origin),
      "unit": Self.told(moneyColumns.contains(column) ? cells.sign(.money) : nil),
      "value": Self.told(value.map { NumberText.plain($0, decimals: 9) }),
      "class": Self.told(styles(value, column)),
    ]
  }

  /// What the style sheet calls a cell.
  private func styles(_ value: Double?, _ column: Int) -> String? {
    if table.columns[column].role == .name { return value == nil ? "name" : "name whole" }
    if wordColumns.contains(column) { return "word" }
    return isHeat ? value.map { "heat\(heat($0))" } : nil
  }

  private func text(_ row: [Cell], _ column: Int) -> String {
    let next = column + 1
    guard
      next < table.columns.count, table.columns[next].role == .error,
      case .number(let value, let format) = row[column].content
    else { return alone(row[column], column) }
    if case .absent(let sign) = row[next].content, sign.isEmpty {
      return alone(row[column], column)
    }
    guard moneyColumns.contains(column) else {
      return cells.estimate(row[column], error: row[next])
    }
    return cells.estimate(value, row[next].value, format, isSigned: false)
  }

  private func alone(_ cell: Cell, _ column: Int) -> String {
    guard moneyColumns.contains(column), let value = cell.value else { return cells.text(cell) }
    return cells.number(value, .money, isWithError: false)
  }

  /// From 0 to 9, for the style sheet.
  private func heat(_ value: Double) -> Int {
    guard let ends, ends.high > ends.low else { return 0 }
    return min(9, Int(10 * (value - ends.low) / (ends.high - ends.low)))
  }
}
