import AngelFunds

/// The dictionary of figures on a screen of 80 columns.
public struct DictionaryText {
  private let texts: Texts

  /// Makes the texts in a language.
  public init(language: Language) { texts = Texts(language: language) }

  /// Every figure in a line: its name in reports, what people call it, its unit.
  public var overview: String {
    var lines: [String] = []
    for group in FigureDictionary.groups {
      var table = TextTable([(30, .left), (40, .left), (10, .right)])
      for entry in group.entries {
        table.add([entry.name, texts.text(entry.definition.name), entry.unit.rawValue])
      }
      lines += [texts("dictionary.group.\(group.id)"), ""] + table.lines + [""]
    }
    return (lines + TextWrap.lines(texts("dictionary.hint"))).joined(separator: "\n") + "\n"
  }

  /// What some figures mean, how they are computed and where their definitions come from.
  ///
  /// - Parameter names: Names in reports; `series.calls` or `budget.calls` for one of several.
  public func details(of names: [String]) -> String {
    let entries = names.flatMap { name in Self.entries(named: name) }
    return entries.map { lines(about: $0).joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  /// Those of some names that the dictionary lacks, each with the one that was probably meant.
  public static func unknown(in names: [String]) -> [(name: String, nearest: String?)] {
    let known = Set(FigureDictionary.groups.flatMap(\.entries).flatMap { [$0.key, $0.name] })
    return names.filter { !known.contains($0) }.map { ($0, nearestName(to: $0, in: Array(known))) }
  }

  private static func entries(named name: String) -> [FigureDictionary.Entry] {
    FigureDictionary.groups.flatMap(\.entries).filter { $0.key == name || $0.name == name }
  }

  private func lines(about entry: FigureDictionary.Entry) -> [String] {
    let definition = entry.definition
    let scopes = entry.scopes.map { texts("scope.\($0.rawValue)") }
    return ["\(entry.key) (\(entry.unit.rawValue))"]
      + [
        texts.text(definition.name), texts.text(definition.meaning),
        "= \(texts.text(definition.formula))",
        texts("dictionary.scopes", ["scopes": scopes.joined(separator: texts("dictionary.comma"))]),
        texts("dictionary.source", ["source": definition.source]),
      ].flatMap { TextWrap.lines($0, width: 78).map { "  \($0)" } }
  }
}
