public import Stochastics
import Synchronization

/// What to simulate, and how.
public struct SimulationSettings: Hashable, Sendable {
  /// Number of paths, at least 2.
  public var paths: Int
  /// Which of the equally valid sets of random numbers to use.
  public var seed: UInt64
  /// Where random numbers come from.
  public var generator: Generator
  /// How many workers run side by side; changes no result.
  public var jobs: Int

  /// Makes settings.
  public init(paths: Int, seed: UInt64, generator: Generator = .philox, jobs: Int = 1) {
    self.paths = paths
    self.seed = seed
    self.generator = generator
    self.jobs = jobs
  }
}

/// Runs blocks of paths on several workers and hands each to a receiver.
///
/// Blocks are of one size whatever the number of workers, and every path is a pure function of
/// scenario, seed and number; so no result depends on scheduling.
struct Simulator: Sendable {
  let scenario: Scenario
  let settings: SimulationSettings
  let detail: PathWorker.Detail
  /// The share of the run to simulate; nil for all of it.
  var shard: Shard?

  /// Simulates all blocks, or those of the shard.
  ///
  /// - Parameter receive: Takes each finished block, in any order, one or several at a time.
  /// - Returns: The mother fund's histograms by quarter.
  /// - Throws: `CancellationError` if the task is cancelled; the first error of `receive`.
  func run(
    _ receive: @escaping @Sendable (BlockResult) async throws -> Void
  ) async throws -> QuarterCounts? {
    let plan = BlockPlan(paths: settings.paths)
    let model = CompiledModel(scenario)
    let blocks = shard?.blocks(of: plan) ?? 0..<plan.count
    let queue = BlockQueue(blocks)
    return try await withThrowingTaskGroup(of: QuarterCounts.self) { group in
      for _ in 0..<max(1, min(settings.jobs, blocks.count)) {
        group.addTask {
          let worker = try PathWorker(
            scenario, model: model, seed: settings.seed, generator: settings.generator,
            detail: detail)
          while let block = queue.next() {
            try await receive(
              worker.run(block: block, of: plan, isCancelled: { Task.isCancelled }))
          }
          return worker.histograms.snapshot()
        }
      }
      var total: QuarterCounts?
      for try await counts in group {
        if total == nil { total = counts } else { total?.merge(counts) }
      }
      return total
    }
  }
}

/// Deals out block numbers.
final class BlockQueue: Sendable {
  private let end: Int
  private let taken: Atomic<Int>

  init(_ blocks: Range<Int>) {
    end = blocks.upperBound
    taken = Atomic(blocks.lowerBound)
  }

  func next() -> Int? {
    let block = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    return block < end ? block : nil
  }
}
