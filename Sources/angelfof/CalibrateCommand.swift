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

  @Option(
    help: "Number of paths, of a hundred companies each.", transform: RunNumber.pathsOption)
  var paths = 10_000

  @Option(help: "Every seed gives another, equally valid, run.", transform: RunNumber.seedOption)
  var seed: UInt64 = 1

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Replaces a key of the outcomes or the scenario.", valueName: "key.path=value"))
  var overrides: [String] = []

  @Flag(help: "Tables in Markdown, with sources, as in Docs/Calibration.md.")
  var markdown = false

  @OptionGroup var style: StyleOptions

  func run() async throws {
    try await reportingFailures {
      let changes = try overrides.map(ScenarioFile.override)
      var batch = Batch()
      for name in outcomes.isEmpty ? OutcomePreset.names : outcomes {
        try await batch.attempt(name) {
          try await show(
            OutcomePreset.names.contains(name)
              ? OutcomePreset.scenario(named: name, changes: changes)
              : ScenarioFile.load(name, changes), as: name)
        }
      }
      try batch.end()
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
