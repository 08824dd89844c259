import AngelFunds
import ArgumentParser
import Foundation
import Reporting
import Stochastics

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads scenarios, tells every problem, and adds up the plan's budget.",
    discussion: """
      Exits with 65 if a scenario has problems; warns of what is valid, but does nothing,
      such as rules dated after the last sub-fund's start. Nothing is written.

      Examples:
        angelfof check Scenarios/dongguan_baseline.yaml
        angelfof check my_plan.yaml --set mother_fund.size=8亿
      """)

  @Argument(help: "Scenario files.", completion: .file(extensions: ["yaml", "yml"]))
  var scenarios: [String]

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("Replaces a key of the scenario.", valueName: "key.path=value"))
  var overrides: [String] = []

  @OptionGroup var style: StyleOptions

  /// Futures that tell the expected fees.
  private static let paths = 1000

  func run() async throws {
    try await reportingFailures {
      try await ScenarioFile.loadAll(scenarios, set: overrides) { _, loaded in
        for warning in loaded.warnings { StandardError.show("warning: \(warning)") }
        let budget = try await PlanBudget(loaded.scenario, paths: Self.paths)
        try StandardOutput.show(
          TerminalInk.ofStandardOutput.titled(
            PlanBudgetTable.text(
              budget, scenario: loaded.scenario,
              style: style.style(asking: loaded.scenario.language))))
      }
    }
  }
}
