import AngelFunds
import ArgumentParser
import Foundation
import Reporting
import Stochastics

struct CalibrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Puts what outcomes imply for companies beside published figures.",
    discussion: """
      Simulates companies alone, without a fund, twice: with what their fates have in common, and
      independent of each other. Nothing is written.

      Examples:
        angelfof calibrate
        angelfof calibrate cn_angel_neutral --paths 40000
        angelfof calibrate my_plan.yaml --set outcomes.engine=rounds
      """)

  @Argument(
    help: "Presets by name, or scenario files; all presets unless some are given.",
    completion: .file(extensions: ["yaml", "yml"]))
  var outcomes: [String] = []

  @Option(help: "Number of paths, of a hundred companies each.")
  var paths = 10_000

  @Option(help: "Every seed gives another, equally valid, run.")
  var seed: UInt64 = 1

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Replaces a key of the outcomes or the scenario.", valueName: "key.path=value"))
  var overrides: [String] = []

  @Flag(help: "Tables in Markdown, with sources, as in Docs/Calibration.md.")
  var markdown = false

  @OptionGroup var style: StyleOptions

  func validate() throws {
    guard (2...1_000_000).contains(paths) else {
      throw ValidationError("--paths must be from 2 to 1000000, not \(paths).")
    }
  }

  func run() async throws {
    try await reportingFailures {
      for name in outcomes.isEmpty ? OutcomePreset.names : outcomes {
        let changes = try overrides.map(ScenarioFile.override)
        if OutcomePreset.names.contains(name) {
          try await show(preset(name, changes), as: name)
        } else {
          try await ScenarioFile.loadAll([name], set: overrides) { try await show($1, as: $0) }
        }
      }
    }
  }

  private func preset(_ name: String, _ changes: [KeyOverride]) throws -> LoadedScenario {
    do {
      return try OutcomePreset.scenario(named: name, changes: changes)
    } catch let error as InvalidScenario {
      throw Failure.badData.exit(lines: error.issues.map(\.description))
    }
  }

  private func show(_ loaded: LoadedScenario, as name: String) async throws {
    let scenario = loaded.scenario
    let jobs = SimulationOptions.allCores
    let study = try await OutcomeStudy(
      scenario.outcomes, dependence: scenario.dependence, paths: paths, seed: seed, jobs: jobs)
    let independent = try await OutcomeStudy(
      scenario.outcomes, dependence: nil, paths: paths, seed: seed, jobs: jobs)
    let table = CalibrationTable(name, study: study, independent: independent)
    try StandardOutput.show(
      markdown
        ? "### \(name)\n\n\(table.markdown)"
        : table.text(language: style.style(asking: scenario.language).language))
  }
}
