/// Sentences in lines that fit the screen.
enum TextWrap {
  /// Signs that no line begins with.
  private static let closing: Set<Character> = [
    "，", "。", "；", "：", "、", "）", "”", "！", "？", ",", ".", ";", ":", ")",
  ]
  /// Signs that no line ends with.
  private static let opening: Set<Character> = ["（", "“", "("]

  /// `text` in lines of at most `width` columns, broken at spaces or between Chinese characters.
  static func lines(_ text: String, width: Int = 80) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces(TextTable.printable(text)) {
      let trimmed = piece.hasSuffix(" ") ? String(piece.dropLast()) : piece
      if !line.isEmpty, TextTable.width(line + trimmed) > width {
        lines.append(line)
        line = ""
      }
      line += piece
    }
    lines.append(line)
    return lines.map { line in
      TextTable.cut(line.hasSuffix(" ") ? String(line.dropLast()) : line, to: width)
    }
  }

  /// What no line break divides: words with the space behind them, and single Chinese characters.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var last: Character?
    for character in text {
      if let last, !isBreak(between: last, and: character), !pieces.isEmpty {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
      last = character
    }
    return pieces
  }

  private static func isBreak(between last: Character, and next: Character) -> Bool {
    if closing.contains(next) || opening.contains(last) || next == " " { return false }
    return last == " " || isWide(last) || isWide(next)
  }

  private static func isWide(_ character: Character) -> Bool {
    TextTable.width(String(character)) > 1
  }
}
