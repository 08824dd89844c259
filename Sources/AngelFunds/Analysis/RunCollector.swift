import Stochastics

/// Takes blocks as they are finished, streams their figures to the store in the order of blocks,
/// whatever the number of workers, and reduces the rest.
actor RunCollector {
  private let writer: RunStoreWriter
  private let plan: BlockPlan
  private let progress: @Sendable (Int) -> Void
  private var series = TreeReducer<VectorMoments> { $0.merged(with: $1) }
  private var netFlows = TreeReducer<CovarianceMoments> { $0.merged(with: $1) }
  private var done = 0
  private var order: BlockOrder

  init(
    path: String, provenance: Provenance, columns: [MetricColumn], plan: BlockPlan,
    progress: @escaping @Sendable (Int) -> Void
  ) throws {
    writer = try RunStoreWriter(at: path, provenance: provenance, columns: columns)
    self.plan = plan
    order = BlockOrder(first: provenance.blocks.lowerBound)
    self.progress = progress
  }

  /// Takes a block, and waits while there are too many that an earlier one holds up.
  ///
  /// - Throws: `RunStoreError` if the store cannot be written; `CancellationError`.
  func add(_ result: BlockResult) async throws {
    while !order.hasRoom(for: result.block) {
      try Task.checkCancellation()
      await withTaskCancellationHandler {
        await withCheckedContinuation { order.keep($0) }
      } onCancel: {
        Task { await self.wake() }
      }
    }
    order.add(result)
    while let next = order.removeNext() { try write(next) }
    wake()
  }

  private func wake() { order.wake() }

  private func write(_ result: BlockResult) throws {
    try writer.add(result, plan: plan)
    if let moments = result.moments { series.add(moments, block: result.block) }
    if let moments = result.netFlows { netFlows.add(moments, block: result.block) }
    done += result.paths
    progress(done)
  }

  /// Takes partial sums of another store.
  func add(_ node: MomentNode, of kind: MomentKind) {
    switch kind {
    case .series:
      series.add(
        VectorMoments(count: node.paths, means: node.means, squares: node.squares),
        firstBlock: node.firstBlock, blockCount: node.blocks)
    case .netFlows:
      netFlows.add(
        CovarianceMoments(count: node.paths, means: node.means, comoments: node.squares),
        firstBlock: node.firstBlock, blockCount: node.blocks)
    }
  }

  /// Writes what is complete after the last block.
  func complete(histograms: QuarterCounts?, sensitivity: [SensitivityRow]) throws {
    for node in series.nodes() {
      try writer.addMoments(
        .series, firstBlock: node.firstBlock, blocks: node.blockCount, paths: node.value.count,
        means: node.value.means, squares: node.value.squares)
    }
    for node in netFlows.nodes() {
      try writer.addMoments(
        .netFlows, firstBlock: node.firstBlock, blocks: node.blockCount, paths: node.value.count,
        means: node.value.means, squares: node.value.comoments)
    }
    if let histograms { try writer.addHistograms(histograms) }
    try writer.add(sensitivity)
    try writer.addIndex()
  }

  /// Estimates, and moves the store to its target.
  ///
  /// - Parameter jobs: How many workers estimate side by side; changes no result.
  func finish(jobs: Int) async throws -> Summary {
    let store = try writer.reader()
    let summary = try await Summary(estimating: store, jobs: jobs)
    try writer.add(summary)
    try writer.add(await BudgetEstimates(estimating: store, jobs: jobs))
    try writer.finish()
    return summary
  }

  /// Moves the store of a shard, which has no estimates, to its target.
  func finishShard() throws { try writer.finish() }

  func discard() { writer.discard() }
}
