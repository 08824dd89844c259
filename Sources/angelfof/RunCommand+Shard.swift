import AngelFunds
import ArgumentParser
import Reporting

extension RunCommand {
  /// Reads `--shard`.
  static func shard(_ text: String) throws -> Shard {
    guard let shard = Shard(text) else {
      throw ValidationError(
        "--shard takes I/N, such as 2/8, with N up to \(Shard.limit) and I from 1 to N.")
    }
    return shard
  }

  /// Makes sure that a scenario's run has as many blocks as shards.
  ///
  /// - Throws: `CommandProblem`.
  func checkShard(_ loaded: LoadedScenario, of path: String) throws {
    let paths = simulation.settings(loaded).paths
    let most = Shard.largestCount(paths: paths)
    guard let shard, shard.count > most else { return }
    throw CommandProblem(
      failure: .usage,
      "\(path): --shard \(shard): a run of \(NumberText.grouped(paths)) paths can be split into "
        + "\(most) at most; choose a smaller N")
  }

  /// Simulates a share of a run, and tells how to go on.
  func run(_ shard: Shard, of request: RunRequest, in folder: OutputFolder) async throws {
    try await folder.writeStore(shard.fileName, paths: request.pathCount(of: shard)) {
      try await request.run(shard, writingTo: $0, progress: $1)
    }
    let note = ShardNote.text(
      shard, title: request.loaded.scenario.title, paths: request.settings.paths,
      seed: request.settings.seed, file: "\(folder.path)/\(shard.fileName)",
      command: mergeCommand(folder.path),
      language: report.texts.style.style(asking: request.loaded.scenario.language).language)
    try folder.commit(OutputSet(kind: .shard, subject: "", isWhole: false))
    try StandardOutput.show(note)
  }

  /// The command that makes the run, with the reports that were asked for here.
  private func mergeCommand(_ folder: String) -> String {
    let isPlain = folder.allSatisfy { !$0.isWhitespace && !"'\"$&;()<>|*?`\\".contains($0) }
    let quoted = "'\(folder.replacing("'", with: "'\\''"))'"
    var words = ["angelfof", "merge", isPlain ? folder : quoted] + report.texts.style.words
    if report.excel { words.append("--excel") }
    if report.savePaths { words.append("--save-paths") }
    return words.joined(separator: " ")
  }
}
