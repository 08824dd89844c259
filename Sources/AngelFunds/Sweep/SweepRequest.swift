internal import Foundation
import Stochastics

/// Simulates the cells of a sweep into a store, and goes on where it was stopped.
public struct SweepRequest: Sendable {
  /// What to simulate.
  public let plan: SweepPlan
  /// How; the same random numbers for every cell.
  public let settings: SimulationSettings
  /// Whether every figure of every scope is kept, or the mother fund's headlines.
  public let hasAllMetrics: Bool
  /// Which share of the cells; nil for all.
  public let shard: Shard?

  /// Makes a request.
  public init(
    _ plan: SweepPlan, settings: SimulationSettings, hasAllMetrics: Bool = false,
    shard: Shard? = nil
  ) {
    (self.plan, self.settings) = (plan, settings)
    (self.hasAllMetrics, self.shard) = (hasAllMetrics, shard)
  }

  /// What a sweep tells while it runs.
  public struct Progress: Sendable {
    /// The cell that has just ended; nil for what was done before.
    public let cell: (id: String, status: CellResult.Status, message: String, seconds: Double)?
    /// Cells that need nothing more.
    public let done: Int
    /// Cells of this shard that are to be simulated.
    public let total: Int
  }

  /// The store's provenance.
  var provenance: SweepProvenance {
    SweepProvenance(
      name: plan.name, title: plan.title, source: plan.source, baseName: plan.base.name,
      baseResolved: plan.base.resolved, design: plan.design, columns: plan.columns,
      seed: settings.seed, generator: settings.generator.name, paths: settings.paths,
      hasAllMetrics: hasAllMetrics, programVersion: programVersion,
      gslVersion: Generator.gslVersion, shard: shard)
  }

  /// Simulates every cell of the shard that `files` do not have yet.
  ///
  /// - Parameters:
  ///   - resuming: Whether to go on with what is there.
  ///   - report: Told after each cell.
  /// - Returns: What became of every cell of the plan.
  /// - Throws: `RunStoreError`, `SweepError`, or `CancellationError` if the task is cancelled. What
  ///   was finished before stays in the working file.
  public func run(
    _ files: SweepFiles, resuming: Bool, report: @escaping @Sendable (Progress) -> Void
  ) async throws -> [CellResult] {
    let simulator = CellSimulator(
      settings: settings, hasAllMetrics: hasAllMetrics, scratch: files.scratch)
    return try await run(files, resuming: resuming, report: report) { [plan] cell in
      if let base = plan.reference {
        try await simulator.setReference(plan.base.variant(base.settings.map(\.change)))
      }
      return try await simulator.outcome(of: plan.base.variant(cell.settings.map(\.change)))
    }
  }

  /// The same with another way to simulate a cell.
  func run(
    _ files: SweepFiles, resuming: Bool, report: @escaping @Sendable (Progress) -> Void,
    simulating outcome: (SweepCell) async throws -> CellOutcome
  ) async throws -> [CellResult] {
    let cells = plan.cells.enumerated().map { StoredCell($1, position: $0) }
    let store = try files.open(provenance, cells: cells, resuming: resuming)
    do {
      try await simulate(cells, into: store, report: report, simulating: outcome)
      try store.removeStrangers()
      let results = try store.cells().map { try store.result(of: $0) }
      try store.finish()
      try files.finish()
      return results
    } catch {
      try? store.close()
      throw error
    }
  }

  private func simulate(
    _ cells: [StoredCell], into store: SweepStore,
    report: @escaping @Sendable (Progress) -> Void,
    simulating outcome: (SweepCell) async throws -> CellOutcome
  ) async throws {
    let reference = plan.reference?.contentText ?? ""
    let known = try store.doneContents()
    let own = cells.filter { $0.legality == .legal && shard?.holds($0.position) ?? true }
    var isDone = Set(known.filter { $0.value == reference }.keys)
    let equals = own.reduce(into: [:]) { $0[$1.content, default: 0] += 1 }
    var done = own.count { isDone.contains($0.content) }
    report(Progress(cell: nil, done: done, total: own.count))
    for cell in own where isDone.insert(cell.content).inserted {
      try Task.checkCancellation()
      let start = ContinuousClock.now
      var (status, problem) = (CellResult.Status.done, "")
      do {
        let outcome = try await outcome(plan.cells[cell.position])
        try store.add(
          outcome, content: cell.content, reference: reference, seconds: Self.seconds(start))
      } catch let error where Self.concernsOneCell(error) {
        (status, problem) = (.failed, "\(error)")
        try store.add(failure: problem, content: cell.content, seconds: Self.seconds(start))
      }
      done += equals[cell.content] ?? 1
      report(
        Progress(
          cell: (cell.id, status, problem, Self.seconds(start)), done: done, total: own.count))
    }
  }

  private static func seconds(_ start: ContinuousClock.Instant) -> Double {
    let duration = (ContinuousClock.now - start).components
    return Double(duration.seconds) + Double(duration.attoseconds) * 1e-18
  }

  /// Whether an error is about the cell at hand, so that others can go on.
  private static func concernsOneCell(_ error: any Error) -> Bool {
    !(error is CancellationError) && !(error is RunStoreError)
  }
}
