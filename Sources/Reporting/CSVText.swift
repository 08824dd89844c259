/// Text of a comma-separated table as RFC 4180 has it: CRLF, quotes where needed.
public struct CSVText: Sendable {
  /// The rows so far.
  public private(set) var text: String

  /// Starts a table.
  ///
  /// - Parameter forExcel: Whether to begin with the byte-order mark by which Excel in Chinese
  ///   locales recognises UTF-8.
  public init(header: [String], forExcel: Bool = false) {
    text = forExcel ? "\u{FEFF}" : ""
    add(header.map { .text($0) })
  }

  /// One cell of a table.
  public enum Cell: Sendable {
    /// Text that a person may have written; neutralised so that no spreadsheet runs it.
    case text(String)
    /// A number with at most this many decimals; empty where it is absent or not finite.
    case number(Double?, decimals: Int)
    /// A whole number.
    case integer(Int)
  }

  /// Adds a row.
  public mutating func add(_ cells: [Cell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += "," }
      switch cell {
      case .text(let value): text += Self.quoted(Self.neutralised(value))
      case .number(let value, let decimals): text += NumberText.plain(value, decimals: decimals)
      case .integer(let value): text += String(value)
      }
    }
    text += "\r\n"
  }

  /// What a formula can start with; spreadsheets in Chinese locales take full-width signs too.
  private static let formulaStarts = "=+-@＝＋－＠\t\r\n".unicodeScalars

  /// A text that no spreadsheet takes for a formula: one that starts like it gets an apostrophe.
  static func neutralised(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, formulaStarts.contains(first) else {
      return text
    }
    return "'" + text
  }

  static func quoted(_ text: String) -> String {
    // "\r\n", or a quotation mark with an accent, is one Character that equals none of its parts,
    // hence scalars.
    let needsQuotes = text.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n"
    }
    guard needsQuotes else { return text }
    var result = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result.append(scalar) }
      result.append(scalar)
    }
    return String(result) + "\""
  }
}
