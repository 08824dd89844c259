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
    let (share, next) =
      switch language {
      case .english:
        (
          "Shard \(shard.number) of \(shard.count): \(own) of \(run)",
          shard.count == 1
            ? "Make the run of it with:"
            : "When all \(shard.count) shards are in one folder, make the run of them with:"
        )
      case .chinese:
        (
          "分片 \(shard.number)/\(shard.count)：\(own) 条，全部 \(run)",
          shard.count == 1 ? "合成完整结果：" : "\(shard.count) 个分片都放进同一目录后，合成完整结果："
        )
      }
    var table = TextTable([(80, .left)])
    table.add([title.text(language)])
    return "\(table.lines.joined())\n\(share)\n\n\(file)\n\n\(next)\n  \(command)\n"
  }
}
