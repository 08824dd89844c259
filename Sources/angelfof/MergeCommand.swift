import AngelFunds
import ArgumentParser
import Foundation

struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Makes one run or sweep of the shards that --shard wrote.",
    discussion: """
      Takes all shards of one run or sweep, each once, in any order, and writes what it
      would have written in one go, byte for byte (but for the seconds that cells took, in
      cells.csv and sweep.sqlite). The shards stay where they are.

      Examples:
        angelfof merge Reports/dongguan_baseline
        angelfof merge from_a/shard_1_of_2.sqlite from_b/shard_2_of_2.sqlite
        angelfof merge Reports/platform_allocation
        angelfof merge shards/*.sqlite --output Reports/all --excel --save-paths
      """)

  @Argument(
    help: "The shards' files, or folders that hold them.",
    completion: .file(extensions: ["sqlite"]))
  var stores: [String]

  @OptionGroup var report: ReportOptions

  @Option(
    name: .shortAndLong,
    help: "The folder that gets the run; that of the first shard if not given.",
    completion: .directory)
  var output: String?

  func validate() throws {
    guard stores.allSatisfy({ !$0.isEmpty }) else {
      throw ValidationError("The name of a store is empty.")
    }
    guard output != "" else { throw ValidationError("--output names no folder.") }
  }

  func run() async throws {
    try await reportingFailures {
      var problems = CommandProblems()
      let files = try stores.flatMap { store -> [String] in
        try problems.collect {
          try StoreInput.prepare(store)
          return try Self.files(store)
        } ?? []
      }
      let kinds = try files.compactMap { file in
        try problems.collect { try StoreKind(path: file) }
      }
      try problems.throwAny()
      guard let first = files.first, let kind = kinds.first else { return }
      switch kind {
      case .shard: try await mergeShards(files, output: output ?? OutputFolder.holding(first))
      case .sweep: try await mergeSweep(files, output: output ?? OutputFolder.holding(first))
      case .run: throw MergeError.isWhole(path: first)
      }
    }
  }

  /// The stores that an argument stands for.
  private static func files(_ argument: String) throws -> [String] {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder)
    guard isFolder.boolValue else { return [argument] }
    let shards = Shard.files(in: argument)
    guard shards.isEmpty else { return shards }
    let run = "\(argument)/\(RunStore.fileName)"
    guard FileManager.default.fileExists(atPath: run) else {
      throw CommandProblem(
        failure: .noInput,
        "\(argument): holds no shards; name the folder in which --shard wrote "
          + "shard_1_of_N.sqlite, or the files")
    }
    return [run]
  }

  private func mergeSweep(_ files: [String], output: String) async throws {
    let merge = try SweepMerge(files)
    let folder = try OutputFolder(output)
    defer { folder.discard() }
    try folder.expect(SweepReports.fileNames)
    do {
      try merge.write(to: SweepFiles(folder: folder.stagedFolder, shard: nil))
    } catch RunStoreError.cannotWrite(_, let reason), RunStoreError.cannotCreate(_, let reason) {
      throw folder.unwritable(SweepFiles.fileName, reason)
    }
    try SweepReports.complete(
      folder.staged(SweepFiles.fileName), in: folder, options: report.texts)
  }

  private func mergeShards(_ files: [String], output: String) async throws {
    let merge = try ShardMerge(files)
    let folder = try OutputFolder(output)
    defer { folder.discard() }
    try folder.expect(RunReports.fileNames)
    let summary = try await folder.writeStore(RunStore.fileName, paths: merge.pathCount) {
      try await merge.write(to: $0, jobs: SimulationOptions.allCores, progress: $1)
    }
    try RunReports.complete(folder, summary: summary, options: report)
  }
}
