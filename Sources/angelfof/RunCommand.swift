import AngelFunds
import ArgumentParser
import Foundation

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Simulates scenarios and writes their reports.",
    discussion: """
      Writes <output>/<scenario>/report.html (a page) and report.xlsx (a workbook) for people,
      summary.csv, cashflows.csv, budget.csv, sensitivity.csv and notes.csv for machines, and
      run.sqlite, and prints a summary; evaluation.csv too where the scenario asks for it
      (rules.evaluation).

      Examples:
        angelfof run Scenarios/dongguan_baseline.yaml
        angelfof run Scenarios/*.yaml --output Reports --lang zh --excel
        angelfof run Scenarios/minimal.yaml --paths 1000000 --shard 2/8
        angelfof run Scenarios/minimal.yaml --set sub_funds.towns_1.carry=15% --seed 7
      """)

  @Argument(help: "Scenario files.", completion: .file(extensions: ["yaml", "yml"]))
  var scenarios: [String]

  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var report: ReportOptions

  @Option(
    name: .shortAndLong, help: "The folder that gets a folder of reports for each scenario.",
    completion: .directory)
  var output = "Reports"

  @Flag(inversion: .prefixedNo, help: "Run the ends of the uncertain inputs' ranges too.")
  var ranges = true

  @Option(
    help: ArgumentHelp(
      "Simulate only the I-th of N shares of the paths, for angelfof merge.",
      discussion: """
        Writes shard_I_of_N.sqlite and no reports. The shares may run on different machines; \
        merged, they are the same run, to the last bit. The first also runs the ends of ranges.
        """, valueName: "I/N"),
    transform: RunCommand.shard)
  var shard: Shard?

  func validate() throws {
    guard !output.isEmpty else { throw ValidationError("--output names no folder.") }
  }

  func run() async throws {
    try await reportingFailures {
      var batch = Batch()
      for scenario in try await load() {
        try await batch.attempt(scenario.name) { try await run(scenario) }
      }
      try batch.end()
    }
  }

  /// Loads every scenario before the first is simulated, and tells the problems of all.
  private func load() async throws -> [LoadedScenario] {
    var loaded: [LoadedScenario] = []
    try await ScenarioFile.loadAll(scenarios, set: simulation.overrides) { path, scenario in
      try simulation.checkSize(scenario, of: path)
      try checkShard(scenario, of: path)
      _ = try OutputName.checked(scenario.name, of: path)
      guard !loaded.contains(where: { $0.name == scenario.name }) else {
        throw CommandProblem(
          failure: .usage,
          "\(path): two scenarios are named \(scenario.name) and would share a folder; rename "
            + "one, or run them one by one with different --output")
      }
      loaded.append(scenario)
    }
    return loaded
  }

  private func run(_ loaded: LoadedScenario) async throws {
    let request = RunRequest(
      loaded, settings: simulation.settings(loaded), withSensitivity: ranges)
    let folder = try OutputFolder(
      "\(output)/\(loaded.name)", part: shard?.fileName, shelf: output)
    defer { folder.discard() }
    try folder.expect(shard.map { [$0.fileName] } ?? RunReports.fileNames)
    if let shard { return try await run(shard, of: request, in: folder) }
    let summary = try await folder.writeStore(RunStore.fileName, paths: request.pathCount) {
      try await request.run(writingTo: $0, progress: $1)
    }
    try RunReports.complete(folder, summary: summary, options: report)
  }
}
