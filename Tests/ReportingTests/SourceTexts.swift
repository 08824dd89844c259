import Foundation

/// Files of the repository that texts are checked against.
enum SourceTexts {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: repository.appending(path: path), encoding: .utf8)
  }

  /// String literals of all Swift files of some folders.
  static func literals(in folders: [String]) throws -> [Literal] {
    try folders.flatMap { folder in
      let names = try FileManager.default.subpathsOfDirectory(
        atPath: repository.appending(path: folder).path)
      return try names.filter { $0.hasSuffix(".swift") }.flatMap {
        literals(of: try text("\(folder)/\($0)"))
      }
    }
  }

  /// A string literal on one line, with what stands for each interpolation.
  struct Literal: Hashable {
    static let anything: Character = "\u{0}"
    let text: String
    /// Whether it is what a `texts(` begins with, or an alternative there.
    let isKey: Bool

    /// Whether a key is one of the texts that the literal can be.
    func matches(_ key: String) -> Bool {
      let pieces = text.split(separator: Self.anything, omittingEmptySubsequences: false)
      guard pieces.count > 1 else { return text == key }
      guard !pieces.allSatisfy(\.isEmpty), key.hasPrefix(pieces[0]) else { return false }
      var rest = key.dropFirst(pieces[0].count)
      for (index, piece) in pieces.enumerated().dropFirst() {
        if index == pieces.count - 1, piece.isEmpty { return !rest.isEmpty }
        guard let found = rest.dropFirst().firstRange(of: piece) else { return false }
        rest = rest[found.upperBound...]
      }
      return rest.isEmpty
    }
  }

  private static func literals(of source: String) -> [Literal] {
    var literals: [Literal] = []
    // Parentheses since "texts(", until its first argument ends; nil outside.
    var depth: Int?
    var rest = source[...]
    while let sign = rest.first {
      if rest.hasPrefix("//") {
        rest = rest.drop { !$0.isNewline }
      } else if rest.hasPrefix("texts(") || rest.hasPrefix("self(\"") {
        rest = rest.dropFirst(rest.hasPrefix("t") ? 6 : 5)
        depth = 1
      } else if rest.hasPrefix("\"\"\"") {
        rest = rest.dropFirst(3)
        rest = rest.firstRange(of: "\"\"\"").map { rest[$0.upperBound...] } ?? ""
      } else if sign == "\"" {
        literals.append(Literal(text: literal(&rest), isKey: depth == 1))
      } else {
        if let level = depth {
          if "([".contains(sign) { depth = level + 1 }
          if ")]".contains(sign) { depth = level > 1 ? level - 1 : nil }
          if sign == ",", level == 1 { depth = nil }
        }
        rest.removeFirst()
      }
    }
    return literals
  }

  /// Takes a literal off the front.
  private static func literal(_ rest: inout Substring) -> String {
    var text = ""
    rest.removeFirst()
    while let sign = rest.first, sign != "\"", !sign.isNewline {
      rest.removeFirst()
      guard sign == "\\", let next = rest.first else {
        text.append(sign)
        continue
      }
      rest.removeFirst()
      guard next == "(" else {
        text.append(next)
        continue
      }
      skipInterpolation(&rest)
      text.append(Literal.anything)
    }
    rest = rest.dropFirst()
    return text
  }

  private static func skipInterpolation(_ rest: inout Substring) {
    var depth = 1
    while depth > 0, let sign = rest.popFirst() {
      if sign == "\"" {
        while let inner = rest.popFirst(), inner != "\"" {}
      }
      depth += sign == "(" ? 1 : sign == ")" ? -1 : 0
    }
  }
}
