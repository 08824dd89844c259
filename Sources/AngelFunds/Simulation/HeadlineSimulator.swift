import Stochastics
import Synchronization

/// Simulates scenario after scenario on the same paths, for the mother fund's headline figures.
///
/// Vehicles' flows before the waterfall are kept by path. A scenario that changes only how much
/// goes where, or only hurdle, catch-up, carry or the mother fund's own terms, finds most of them.
final class HeadlineSimulator: Sendable {
  /// What flows may take, in bytes, beside those of the scenario at hand.
  static let defaultCapacity = 1 << 30

  private let settings: SimulationSettings
  private let plan: BlockPlan
  private let caches: [BlockCache]
  private let numbers = Mutex<[FlowKey: Int]>([:])

  init(settings: SimulationSettings, capacity: Int = HeadlineSimulator.defaultCapacity) {
    self.settings = settings
    plan = BlockPlan(paths: settings.paths)
    let share = capacity / max(plan.count, 1)
    caches = (0..<plan.count).map { _ in BlockCache(capacity: share) }
  }

  /// The figures of every path: a column for each of `HeadlineWorker.metrics`, NaN where a path, or
  /// the whole scenario, has none.
  ///
  /// - Throws: `CancellationError` if the task is cancelled.
  func figures(of scenario: Scenario) async throws -> [[Double]] {
    let model = CompiledModel(scenario)
    let keys = numbers(of: FlowKey.all(of: scenario))
    let queue = BlockQueue(0..<plan.count)
    let blocks = try await withThrowingTaskGroup(of: [(Int, [Double])].self) { group in
      for _ in 0..<max(1, min(settings.jobs, plan.count)) {
        group.addTask { [self] in
          try scenario.needsWholePaths
            ? wholePaths(of: scenario, model: model, queue: queue)
            : fromFlows(model, keys: keys, queue: queue)
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    return columns(blocks)
  }

  /// Figures of some blocks, from vehicles' flows.
  private func fromFlows(
    _ model: CompiledModel, keys: [Int], queue: BlockQueue
  ) throws -> [(Int, [Double])] {
    let worker = try HeadlineWorker(model, keys: keys, settings: settings)
    var results: [(Int, [Double])] = []
    while let block = queue.next() {
      let figures = try worker.run(
        paths: plan.paths(of: block), cache: caches[block].flows,
        isCancelled: { Task.isCancelled })
      results.append((block, figures))
    }
    return results
  }

  /// Figures of some blocks, from whole paths.
  private func wholePaths(
    of scenario: Scenario, model: CompiledModel, queue: BlockQueue
  ) throws -> [(Int, [Double])] {
    let worker = try PathWorker(
      scenario, model: model, seed: settings.seed, generator: settings.generator,
      detail: .motherFundFigures)
    let columns = scenario.metricColumns
    let wanted = HeadlineWorker.metrics.map { metric in
      columns.firstIndex { $0.owner.scope == .motherFund && $0.figure == .metric(metric) }
    }
    var results: [(Int, [Double])] = []
    while let block = queue.next() {
      let result = try worker.run(block: block, of: plan, isCancelled: { Task.isCancelled })
      results.append(
        (
          block,
          wanted.flatMap { column in
            column.map { Array(result.figures[($0 * result.paths)..<(($0 + 1) * result.paths)]) }
              ?? [Double](repeating: .nan, count: result.paths)
          }
        ))
    }
    return results
  }

  private func columns(_ blocks: [(Int, [Double])]) -> [[Double]] {
    let sorted = blocks.sorted { $0.0 < $1.0 }
    return HeadlineWorker.metrics.indices.map { column in
      sorted.flatMap { block, figures in
        let count = plan.paths(of: block).count
        return figures[(column * count)..<((column + 1) * count)]
      }
    }
  }

  /// A small number for each key, the same for equal ones.
  private func numbers(of keys: [FlowKey]) -> [Int] {
    numbers.withLock { numbers in
      keys.map { key in
        if let known = numbers[key] { return known }
        numbers[key] = numbers.count
        return numbers.count - 1
      }
    }
  }
}

/// The cache of one block.
private final class BlockCache: @unchecked Sendable {
  // @unchecked: the queue hands each block to one worker, and scenarios follow one another.
  let flows: FlowCache

  init(capacity: Int) { flows = FlowCache(capacity: capacity) }
}
