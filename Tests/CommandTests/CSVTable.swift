import Testing

/// A comma-separated table as RFC 4180 has it, read strictly.
struct CSVTable {
  struct Malformed: Error {}

  let header: [String]
  let rows: [[String]]

  /// Reads a text, every line of which ends with CR and LF.
  init(_ text: String) throws {
    var records: [[String]] = [[]]
    var cell = ""
    var scalars = Array(text.unicodeScalars)[...]
    var isQuoted = false
    while let scalar = scalars.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true) where scalars.first == "\"":
        cell.unicodeScalars.append(scalar)
        scalars.removeFirst()
      case ("\"", true): isQuoted = false
      case ("\"", false) where cell.isEmpty: isQuoted = true
      case (",", false):
        records[records.count - 1].append(cell)
        cell = ""
      case ("\r", false):
        guard scalars.popFirst() == "\n" else { throw Malformed() }
        records[records.count - 1].append(cell)
        cell = ""
        records.append([])
      case ("\n", false), ("\"", false): throw Malformed()
      default: cell.unicodeScalars.append(scalar)
      }
    }
    guard records.removeLast().isEmpty, cell.isEmpty, !isQuoted, let header = records.first else {
      throw Malformed()
    }
    self.header = header
    rows = Array(records.dropFirst())
    guard rows.allSatisfy({ $0.count == header.count }) else { throw Malformed() }
  }

  /// The cells of a column.
  func column(_ name: String) throws -> [String] {
    let index = try #require(header.firstIndex(of: name))
    return rows.map { $0[index] }
  }
}
