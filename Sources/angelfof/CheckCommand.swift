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
      Exits with 65 if a scenario has problems. Nothing is written.

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

  @Option(name: .customLong("lang"), help: "Language of the table: en or zh.")
  var language = Language.english

  /// Futures that tell the expected fees.
  private static let paths = 1000

  func run() async throws {
    try await reportingFailures {
      var problems: [any Error] = []
      for path in scenarios {
        do {
          let loaded = try ScenarioFile.load(path, set: overrides)
          let budget = try await interruptible {
            try await PlanBudget(loaded.scenario, paths: Self.paths)
          }
          print(PlanBudgetTable.text(budget, scenario: loaded.scenario, language: language))
        } catch let error as InvalidScenario {
          problems.append(error)
        } catch let error as InputError {
          problems.append(error)
        }
      }
      guard !problems.isEmpty else { return }
      let code: Failure = problems.allSatisfy { $0 is InputError } ? .noInput : .badData
      throw code.exit(problems.map { "\($0)" }.joined(separator: "\n"))
    }
  }
}
