internal import Foundation

/// Text as workbooks can hold it.
enum WorkbookText {
  private static let mostInCell = 32_767
  private static let mostInHeader = 255

  /// A cell's text, without what XML cannot hold, and not taken for an escape sequence.
  static func cell(_ text: String) -> String {
    cut(escaped(clean(text)), to: mostInCell)
  }

  /// The title of a column.
  static func header(_ text: String) -> String {
    cut(escaped(TextTable.printable(clean(text))), to: mostInHeader - 10)
  }

  /// A name in a chart, which starts like no formula.
  static func label(_ text: String) -> String {
    let text = cut(TextTable.printable(clean(text)), to: mostInHeader)
    return text.hasPrefix("=") ? " \(text)" : text
  }

  /// Text for the margin of printed pages, where `&` starts a code.
  static func margin(_ text: String) -> String {
    cut(TextTable.printable(clean(text)), to: 90).replacing("&", with: "&&")
  }

  /// Without characters that XML does not allow.
  private static func clean(_ text: String) -> String {
    let isDirty = text.unicodeScalars.contains { !isAllowed($0) }
    guard isDirty else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter(isAllowed)))
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA: true
    case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF: false
    // Around names in sentences; cells keep to themselves.
    case 0x2068, 0x2069: false
    default: true
    }
  }

  /// With `_x005F_` for the first underscore of `_x0041_`, which spreadsheets read as a letter.
  private static func escaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    return text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
  }

  /// At most `length` units of UTF-16, which is how spreadsheets count.
  static func cut(_ text: String, to length: Int) -> String {
    guard text.utf16.count > length else { return text }
    var (result, room) = ("", length - 1)
    for character in text {
      room -= character.utf16.count
      guard room >= 0 else { break }
      result.append(character)
    }
    return result + "…"
  }
}

/// Names of a workbook's sheets, no two of which are the same.
struct SheetNames {
  private static let most = 31
  private var used: Set<String> = []

  /// A name like `wanted` that spreadsheets take and no other sheet has.
  mutating func add(_ wanted: String) -> String {
    var name = String(
      TextTable.printable(wanted).map { "[]:*?/\\'".contains($0) ? " " : $0 })
    name = name.trimmingCharacters(in: .whitespaces)
    if name.isEmpty || name.lowercased() == "history" { name = "Sheet" }
    var (candidate, number) = (WorkbookText.cut(name, to: Self.most), 2)
    while !used.insert(candidate.lowercased()).inserted {
      candidate = WorkbookText.cut(name, to: Self.most - 4) + " \(number)"
      number += 1
    }
    return candidate
  }
}
