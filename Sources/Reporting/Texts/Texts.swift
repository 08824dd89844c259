/// The texts of reports in one language.
struct Texts: Sendable {
  let language: Language

  /// The text of a key, with what its `{names}` stand for.
  ///
  /// A key that the catalogue lacks is a mistake in the program, which a test looks for.
  func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
    guard let entry = Catalogue.labels[key] else { preconditionFailure("no label \(key)") }
    return Self.filled(text(entry), values)
  }

  /// What a figure is called; its name in `summary.csv` where the catalogue lacks it.
  func name(of metric: String) -> String {
    Catalogue.definition(of: metric).map { text($0.name) } ?? metric
  }

  /// The same where there is little room.
  func shortName(of metric: String) -> String {
    Catalogue.definition(of: metric).map { text($0.short) } ?? metric
  }

  /// What a figure means, in a sentence; nil where the catalogue lacks it.
  func meaning(of metric: String) -> String? {
    Catalogue.definition(of: metric).map { text($0.meaning) }
  }

  func text(_ entry: Catalogue.Entry) -> String {
    language == .english ? entry.english : entry.chinese
  }

  /// `text` with every `{name}` replaced once, so that no value is taken for a name.
  static func filled(_ text: String, _ values: [String: String]) -> String {
    guard !values.isEmpty else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      result += rest[..<open]
      result += values[name] ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
