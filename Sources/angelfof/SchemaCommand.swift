import AngelFunds
import ArgumentParser

struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of scenario files, for editors.",
    discussion: """
      Example:
        angelfof schema > Scenarios/scenario.schema.json
      """)

  func run() async throws {
    try await reportingFailures { try StandardOutput.show(ScenarioSchema.schema()) }
  }
}
