/// Text of a comma-separated table as RFC 4180 has it: CRLF, quotes where needed.
public struct CSVText: Sendable {
  private var bytes: [UInt8] = []

  /// The rows so far.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Starts a table.
  ///
  /// - Parameter forExcel: Whether to begin with the byte-order mark by which Excel in Chinese
  ///   locales recognises UTF-8.
  public init(header: [String], forExcel: Bool = false) {
    if forExcel { bytes += "\u{FEFF}".utf8 }
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
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .text(let value): bytes += Self.quoted(Self.neutralised(value)).utf8
      case .number(let value, let decimals):
        NumberText.write(value, decimals: decimals, to: &bytes)
      case .integer(let value): bytes += String(value).utf8
      }
    }
    bytes += "\r\n".utf8
  }

  /// What a formula can start with; spreadsheets in Chinese locales take full-width signs too.
  private static let formulaStarts = Array("=+-@＝＋－＠\t\r\n".unicodeScalars)

  /// A text that no spreadsheet takes for a formula: one that starts like it gets an apostrophe.
  static func neutralised(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, formulaStarts.contains(first) else {
      return text
    }
    return "'" + text
  }

  static func quoted(_ text: String) -> String {
    // "\r\n", or a quotation mark with an accent, is one Character that equals none of its parts,
    // hence bytes and scalars.
    let needsQuotes = text.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\r")
        || $0 == UInt8(ascii: "\n")
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
