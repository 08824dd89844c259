import AngelFunds
import ArgumentParser
import Foundation

struct SweepCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Simulates many variants of a scenario on the same futures.",
    discussion: """
      A sweep file names a base scenario, factors with their values, and a design. Writes
      <output>/<sweep>/sweep.html, sweep.csv, cells.csv, for a one-at-a-time design
      tornado.csv, and sweep.sqlite. Every finished cell is kept: --resume goes on where a
      sweep was stopped.

      Exits with 65 if a cell is no valid scenario, with 75 if one went wrong and can be
      tried again; the other cells are simulated all the same.

      Examples:
        angelfof sweep Scenarios/sweeps/platform_allocation.yaml
        angelfof sweep Scenarios/sweeps/tornado.yaml --paths 2000 --lang zh
        angelfof sweep big.yaml --shard 2/3
        angelfof sweep Scenarios/sweeps/platform_allocation.yaml --resume
      """)

  @Argument(help: "The sweep file.", completion: .file(extensions: ["yaml", "yml"]))
  var sweep: String

  @OptionGroup var simulation: SimulationOptions

  @Option(
    name: .shortAndLong, help: "The folder that gets a folder for the sweep.",
    completion: .directory)
  var output = "Reports"

  @Flag(help: "Go on with an unfinished sweep; finished cells are not simulated again.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Simulate only the I-th of N shares of the cells, for angelfof merge.", valueName: "I/N"),
    transform: RunCommand.shard)
  var shard: Shard?

  @Flag(help: "Keep every figure of every scope, not only the mother fund's headlines.")
  var allMetrics = false

  @OptionGroup var texts: TextOptions

  func validate() throws {
    guard !output.isEmpty else { throw ValidationError("--output names no folder.") }
  }

  func run() async throws {
    try await reportingFailures {
      let plan = try ScenarioFile.loadSweep(sweep, set: simulation.overrides)
      try simulation.checkSize(plan, of: sweep)
      let request = SweepRequest(
        plan, settings: simulation.settings(plan), hasAllMetrics: allMetrics, shard: shard)
      let name = try OutputName.checked(plan.name, of: sweep)
      let folder = try OutputFolder(
        "\(output)/\(name)", part: shard?.fileName, shelf: output)
      defer { folder.discard() }
      try folder.expect(shard.map { [$0.fileName] } ?? SweepReports.fileNames)
      let files = SweepFiles(folder: folder.path, shard: shard, isMovedByCaller: true)
      try folder.expect([files.workingName])
      let results = try await simulate(request, files)
      try finish(files, in: folder)
      let statuses = Set(results.map(\.status))
      if statuses.contains(.failed) { throw Failure.tryAgain.exit(tally(results, .failed)) }
      if statuses.contains(.invalid) { throw Failure.badData.exit(tally(results, .invalid)) }
    }
  }

  private func simulate(
    _ request: SweepRequest, _ files: SweepFiles
  ) async throws -> [CellResult] {
    let progress = CellProgress(plan: request.plan, isResuming: resume)
    defer { progress.clear() }
    do {
      return try await request.run(files, resuming: resume) { progress.show($0) }
    } catch is CancellationError {
      progress.clear()
      throw Interruption.exit(
        "Interrupted; \(progress.done) of \(progress.total) cells are kept: go on with --resume.")
    } catch RunStoreError.cannotWrite(let path, let reason) {
      progress.clear()
      throw Failure.cannotWrite.exit(
        "\(path): cannot be written: \(reason); finished cells are kept: make room, and go on with "
          + "--resume")
    }
  }

  private func finish(_ files: SweepFiles, in folder: OutputFolder) throws {
    let name = shard?.fileName ?? SweepFiles.fileName
    let moves = [(from: files.workingName, to: name)]
    guard let shard else {
      return try SweepReports.complete(files.working, in: folder, moving: moves, options: texts)
    }
    try folder.commit(OutputSet(kind: .shard, subject: "", isWhole: false), moving: moves)
    try StandardOutput.show(
      "\(files.target)\nShard \(shard.number) of \(shard.count) is done. When all are, join them: "
        + "angelfof merge \(ShellWords.text([folder.path]))")
  }

  private func tally(_ results: [CellResult], _ status: CellResult.Status) -> String {
    let count = results.count { $0.status == status }
    let remedy =
      status == .failed
      ? "try them again with --resume" : "correct their values; the others are done"
    return "\(count) of \(results.count) cells \(status.rawValue); cells.csv tells why: \(remedy)"
  }
}
