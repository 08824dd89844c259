public import AngelFunds

/// What the screen says when a share of a run is done.
public enum ShardNote {
  /// The note.
  ///
  /// - Parameters:
  ///   - title: What reports call the scenario.
  ///   - paths: Number of paths of the whole run.
  ///   - seed: The run's seed.
  ///   - file: Where the shard is.
  ///   - command: What makes the run of all shards, once they are in the same folder.
  public static func text(
    _ shard: Shard, title: Label, paths: Int, seed: UInt64, file: String, command: String,
    language: Language
  ) -> String {
    let own = NumberText.grouped(shard.pathCount(of: paths))
    let run = Phrases(language: language).paths(paths, seed: seed)
    let texts = Texts(language: language)
    let share = texts(
      "terminal.shard",
      ["number": "\(shard.number)", "count": "\(shard.count)", "own": own, "run": run])
    let next = texts(
      shard.count == 1 ? "terminal.shard.merge_one" : "terminal.shard.merge",
      ["count": "\(shard.count)"])
    var table = TextTable([(80, .left)])
    table.add([title.text(language)])
    return "\(table.lines.joined())\n\(share)\n\n\(file)\n\n\(next)\n  \(command)\n"
  }
}
