import AngelFunds
import ArgumentParser
import Reporting

struct DictionaryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dictionary",
    abstract: "Tells what the figures of reports mean and how they are computed.",
    discussion: """
      Lists all figures; with names, says what these mean, how they are computed and
      where their definitions come from.

      Examples:
        angelfof dictionary
        angelfof dictionary tvpi loss_beyond_tolerance
        angelfof dictionary irr --lang zh
        angelfof dictionary --markdown > Docs/Metrics.md
      """)

  @Argument(
    help: ArgumentHelp(
      "Figures by their names in summary.csv, cashflows.csv or budget.csv; a list of all unless some are given.",
      valueName: "name"))
  var names: [String] = []

  @Flag(help: "All figures in Markdown, in both languages, as in Docs/Metrics.md.")
  var markdown = false

  @Option(name: .customLong("lang"), help: "Language on the screen: en or zh; else the locale's.")
  var language: Language?

  func validate() throws {
    let unknown = DictionaryText.unknown(in: names)
    guard unknown.isEmpty else {
      let told = unknown.map { name, nearest in
        "No figure is named \(shown(name)); " + (nearest.map { "did you mean \($0)? " } ?? "")
          + "angelfof dictionary lists all."
      }
      throw ValidationError(told.joined(separator: "\n"))
    }
    if markdown, !names.isEmpty {
      throw ValidationError("--markdown tells all figures; leave the names out.")
    }
  }

  func run() async throws {
    try await reportingFailures {
      if markdown { return try StandardOutput.show(DictionaryMarkdown.text) }
      let text = DictionaryText(language: language ?? .ofLocale)
      try StandardOutput.show(names.isEmpty ? text.overview : text.details(of: names))
    }
  }
}
