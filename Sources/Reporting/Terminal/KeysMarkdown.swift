import AngelFunds

/// Every key of a scenario with its legal values, as a document: `Docs/Keys.md`.
public enum KeysMarkdown {
  /// The document's text.
  public static var text: String {
    let paths = Set(ScenarioKeys.all.map(\.path))
    let own = ScenarioKeys.all.filter { !paths.contains($0.inheritsFrom ?? "") }
    let rows = own.map { "| `\($0.path)` | \(cell($0.requirement)) | \(cell(place(of: $0))) |" }
    return head + rows.joined(separator: "\n") + "\n"
  }

  private static let head = """
    # Keys and their legal values

    Written by `angelfof schema --keys`. `*` stands for a name. A key that is not here takes the default of another one, as section 15 of
    `Docs/Model.md` says, and the same values as that. What depends on several keys (sums, dates within a life) is told by `angelfof check`.

    | key | must be | where it is left out |
    | --- | --- | --- |

    """

  private static func place(of key: ScenarioKeys.Key) -> String {
    if key.isRequired { return "an error" }
    return key.inheritsFrom.map { "as \($0)" } ?? key.default.map { "`\($0)`" } ?? "nothing"
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
