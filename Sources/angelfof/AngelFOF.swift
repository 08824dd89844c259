import AngelFunds
import ArgumentParser

@main
struct AngelFOF: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "angelfof",
    abstract: """
      Simulates an angel fund of funds: what an allocation could bring, and how sure that is.
      """,
    discussion: """
      A scenario file says how a mother fund splits its money over sub-funds and on
      what terms. The program runs many thousands of random futures and writes
      reports, every number with its error.

      Examples:
        angelfof check Scenarios/dongguan_baseline.yaml
        angelfof run Scenarios/dongguan_baseline.yaml
        angelfof run Scenarios/dongguan_baseline.yaml --set terms.carry=15%
        angelfof compare Scenarios/dongguan_*.yaml
        angelfof trace Reports/dongguan_baseline --path worst
        angelfof report Reports/dongguan_baseline --format csv --lang zh --excel
      """,
    version: programVersion,
    subcommands: [
      CheckCommand.self, RunCommand.self, CompareCommand.self, SweepCommand.self,
      TraceCommand.self, ReportCommand.self, MergeCommand.self, CalibrateCommand.self,
      DictionaryCommand.self,
      InitCommand.self, SchemaCommand.self,
    ])

  static func main() async {
    do {
      try CommandName.check(
        CommandLine.arguments.dropFirst(),
        known: configuration.subcommands.compactMap { $0.configuration.commandName })
      try await perform(parseAsRoot())
    } catch {
      end(with: error)
    }
  }

  private static func perform(_ command: any ParsableCommand) async throws {
    var command = command
    guard var own = command as? any AsyncParsableCommand else { return try command.run() }
    try await own.run()
  }

  /// Ends the program; help and the like are results, and are told if they cannot be written.
  private static func end(with error: any Error) -> Never {
    guard exitCode(for: error).isSuccess else {
      let text = fullMessage(for: error)
      if !text.isEmpty {
        let arguments = CommandLine.arguments.dropFirst()
        StandardError.show(lines: QuotedArguments.shown(in: text, arguments))
      }
      exit(withError: exitCode(for: error))
    }
    do {
      let text = fullMessage(for: error)
      if !text.isEmpty { try StandardOutput.show(text) }
      exit()
    } catch {
      let problem = CommandProblem(error)
      exit(withError: problem.failure.exit(problem.description))
    }
  }
}
