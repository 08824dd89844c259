import AngelFunds
import ArgumentParser
import Reporting

struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of scenario files, for editors.",
    discussion: """
      Example:
        angelfof schema > Scenarios/scenario.schema.json
        angelfof schema --keys > Docs/Keys.md
      """)

  @Flag(help: "Print every key with its legal values for people instead, in Markdown.")
  var keys = false

  func run() async throws {
    try await reportingFailures {
      try StandardOutput.show(keys ? KeysMarkdown.text : ScenarioSchema.schema())
    }
  }
}
