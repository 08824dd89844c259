/// One line of YAML text, read from left to right.
struct ScanLine {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = Array(bytes) }

  /// The byte at the place reached; only before the end.
  var current: UInt8 { bytes[position] }

  /// Whether only a comment or nothing follows.
  var isAtEnd: Bool { position >= bytes.count || bytes[position] == UInt8(ascii: "#") }

  /// The comment at the place reached; nil if there is none, or nothing in it.
  var comment: String? {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "#") else { return nil }
    let text = bytes[position...].drop { $0 == UInt8(ascii: "#") }
    let comment = trimmed(String(decoding: text, as: UTF8.self))
    return comment.isEmpty ? nil : comment
  }

  /// Whether the line ends or a blank stands after the byte at the place reached.
  var isBlankAfter: Bool { isBlank(position + 1) }

  /// Whether a quotation mark is reached.
  var isQuote: Bool { [UInt8(ascii: "'"), UInt8(ascii: "\"")].contains(current) }

  /// Whether what was just read is a key.
  var isBeforeColon: Bool {
    guard let next = bytes[position...].firstIndex(where: { !Self.isBlank($0) }) else {
      return false
    }
    return bytes[next] == UInt8(ascii: ":")
      && (isBlank(next + 1) || Self.brackets.contains(bytes[next + 1])
        || next == position && position > 0 && Self.quotes.contains(bytes[position - 1]))
  }

  /// Whether a tab stands before the first character.
  var hasTabInIndentation: Bool {
    guard let first = bytes.firstIndex(where: { !Self.isBlank($0) }) else { return false }
    return bytes[first] != UInt8(ascii: "#") && bytes[..<first].contains(9)
  }

  mutating func advance() { position += 1 }

  mutating func skipBlanks() {
    while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
  }

  /// Goes past `---` or `...` at the start of the line.
  mutating func skipDocumentMark() -> Bool {
    let isMark = bytes.starts(with: Array("---".utf8)) || bytes.starts(with: Array("...".utf8))
    guard position == 0, isMark, isBlank(3) else { return false }
    position = 3
    return true
  }

  /// Goes past `&name` or `*name`.
  mutating func skipName() {
    position += 1
    while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
  }

  /// Takes a text without quotation marks.
  mutating func takeText(inBrackets: Bool) -> String? {
    let start = position
    while position < bytes.count, !endsText(inBrackets: inBrackets) { position += 1 }
    var end = position
    while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Takes a text between quotation marks, or returns nil if the second one is missing.
  mutating func takeQuoted() -> String? {
    let mark = current
    let isDouble = mark == UInt8(ascii: "\"")
    var index = position + 1
    let start = index
    while index < bytes.count {
      if isDouble, bytes[index] == UInt8(ascii: "\\") {
        index += 2
      } else if bytes[index] != mark {
        index += 1
      } else if !isDouble, index + 1 < bytes.count, bytes[index + 1] == mark {
        index += 2
      } else {
        position = index + 1
        return String(decoding: bytes[start..<index], as: UTF8.self)
      }
    }
    return nil
  }

  private func endsText(inBrackets: Bool) -> Bool {
    switch bytes[position] {
    case UInt8(ascii: ":"):
      isBlank(position + 1) || inBrackets && Self.brackets.contains(bytes[position + 1])
    case UInt8(ascii: "#"): position > 0 && Self.isBlank(bytes[position - 1])
    case let byte: inBrackets && Self.brackets.contains(byte)
    }
  }

  private func isBlank(_ index: Int) -> Bool {
    index >= bytes.count || Self.isBlank(bytes[index])
  }

  private static let brackets = Set("[]{},".utf8)
  private static let quotes = Set("'\"".utf8)

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
