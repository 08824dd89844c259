/// What a comment says of how well a value is known.
public struct Evidence: Codable, Hashable, Sendable {
  /// How far a value can be trusted.
  public enum Grade: String, Codable, Hashable, Sendable, CaseIterable {
    /// The letter H.
    case high = "H"
    /// The letter M.
    case medium = "M"
    /// The letter L.
    case low = "L"
  }

  /// The comment, as written.
  public let comment: String
  /// The letter that it names; nil if it names none.
  public let grade: Grade?
  /// Whether it calls the value a judgement: nobody's figure.
  public let isJudgement: Bool
  /// Whether it calls the value a proxy: somebody else's figure in its place.
  public let isProxy: Bool
  /// The numbers of its sources: `S20`.
  public let sources: [String]

  /// Reads the comment behind a value.
  ///
  /// Where several keys stand on one line, a clause that starts with a key's name speaks of that
  /// key alone: `share S55 H; holding judgement L`.
  init(comment: String, key: String) {
    self.comment = comment
    let words = EvidenceWord.all(in: Self.clause(of: halfWidth(comment), about: key))
    grade = words.indices.lazy.compactMap { Self.grade(words, at: $0) }.first
    isJudgement = words.contains { $0.isJudgement }
    isProxy = words.contains { $0.isProxy }
    sources = words.filter(\.isSource).map(\.text).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  private static func clause(of comment: String, about key: String) -> String {
    let clauses = comment.split(separator: ";").map { trimmed($0) }
    let name = key.split(separator: ".").last.map(String.init) ?? key
    return clauses.first { $0 == name || $0.hasPrefix(name + " ") || $0.hasPrefix(name + ":") }
      ?? comment
  }

  /// The grade that a word is: H, M or L at the end of a clause, or after what it grades.
  private static func grade(_ words: [EvidenceWord], at index: Int) -> Grade? {
    guard let grade = Grade(rawValue: words[index].text), !words[index].isJoined else { return nil }
    let before = index > 0 ? words[index - 1] : nil
    if before?.isNumber ?? false { return nil }
    let isBehindMark = before.map { $0.isSource || $0.isJudgement || $0.isProxy } ?? false
    return isBehindMark || words[index].endsClause ? grade : nil
  }
}

/// A word of a comment, with what follows it.
private struct EvidenceWord {
  let text: String
  /// Whether a sign such as `&`, `-` or `/` ties it to a neighbour.
  let isJoined: Bool
  /// Whether punctuation or nothing follows.
  let endsClause: Bool

  var isJudgement: Bool {
    ["judgement", "judgment"].contains(text.lowercased()) || text.contains("判断")
  }
  var isProxy: Bool { text.lowercased() == "proxy" || text.contains("替代") }
  var isNumber: Bool { text.allSatisfy { $0.isNumber } }
  var isSource: Bool {
    text.first == "S" && text.count > 1 && text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
  }

  static func all(in comment: String) -> [EvidenceWord] {
    let ties: Set<Character> = ["&", "-", "/", "'", "_"]
    return comment.split { !$0.isLetter && !$0.isNumber }.map { word in
      let before = comment[..<word.startIndex].last
      let after = comment[word.endIndex...].first
      return EvidenceWord(
        text: String(word),
        isJoined: [before, after].contains { $0.map(ties.contains) ?? false },
        endsClause: after.map { $0 != " " && $0 != "\t" } ?? true)
    }
  }
}
