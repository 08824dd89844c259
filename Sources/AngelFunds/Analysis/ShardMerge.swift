/// Makes one run of its shards: the same, to the last bit, as if it had not been split.
public struct ShardMerge: Sendable {
  private let shards: ShardSet

  /// Looks into the stores of shards, in any order.
  ///
  /// - Parameter paths: The files, at least one.
  /// - Throws: `RunStoreError` if one cannot be read; `MergeError` if they are not all shards of
  ///   one run, each once.
  public init(_ paths: [String]) throws { shards = try ShardSet(paths) }

  /// Number of paths of the run.
  public var pathCount: Int { shards.provenance.paths }

  /// Writes the run's store at `path`, with its estimates.
  ///
  /// Copies block by block, so that memory does not grow with the number of blocks.
  ///
  /// - Parameters:
  ///   - jobs: How many workers estimate side by side; changes no result.
  ///   - progress: Told the number of paths copied so far.
  /// - Returns: The run's estimates.
  /// - Throws: `RunStoreError` if a shard is damaged or the store cannot be written;
  ///   `CancellationError` if the task is cancelled. Then nothing is left at `path` that was not
  ///   there before.
  public func write(
    to path: String, jobs: Int = 1, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> Summary {
    let run = shards.provenance
    let collector = try RunCollector(
      path: path, provenance: run, columns: run.scenario.metricColumns, plan: run.plan,
      progress: progress)
    do {
      var counts = QuarterCounts(quarters: run.scenario.seriesLayout.quarters)
      var sensitivity: [SensitivityRow] = []
      for part in shards.parts {
        let store = try RunStore(anyShare: part.path)
        guard store.provenance == part.provenance else {
          throw RunStoreError.damaged(path: part.path, what: "its provenance has just changed")
        }
        try await Self.copy(store, to: collector)
        try store.addHistograms(to: &counts)
        if part.shard.hasSensitivity { sensitivity = try store.sensitivity() }
      }
      try await collector.complete(histograms: counts, sensitivity: sensitivity)
      return try await collector.finish(jobs: jobs)
    } catch {
      await collector.discard()
      throw error
    }
  }

  private static func copy(_ store: RunStore, to collector: RunCollector) async throws {
    for block in store.provenance.blocks {
      try Task.checkCancellation()
      try await collector.add(store.figures(ofBlock: block))
    }
    for kind in [MomentKind.series, .netFlows] {
      for node in try store.momentNodes(kind) { await collector.add(node, of: kind) }
    }
  }
}
