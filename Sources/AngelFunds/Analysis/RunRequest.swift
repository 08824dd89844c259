import Stochastics

/// Simulates a scenario into a run store.
public struct RunRequest: Sendable {
  /// What to simulate.
  public let loaded: LoadedScenario
  /// How.
  public let settings: SimulationSettings
  /// Whether the ends of the inputs' ranges are run too.
  public let withSensitivity: Bool

  /// Makes a request.
  public init(_ loaded: LoadedScenario, settings: SimulationSettings, withSensitivity: Bool = true)
  {
    self.loaded = loaded
    self.settings = settings
    self.withSensitivity = withSensitivity
  }

  /// Number of paths that will be simulated in all.
  public var pathCount: Int {
    settings.paths
      + (withSensitivity
        ? InputSensitivity.pathCount(loaded.scenario, paths: settings.paths) : 0)
  }

  /// Number of paths that will be simulated for one shard.
  public func pathCount(of shard: Shard) -> Int {
    shard.pathCount(of: settings.paths)
      + (shard.hasSensitivity ? pathCount - settings.paths : 0)
  }

  /// Simulates, and writes the store at `path`.
  ///
  /// - Parameter progress: Told the number of paths done so far, now and then.
  /// - Returns: The run's estimates, as the store has them too.
  /// - Throws: `RunStoreError` if the store cannot be written; `CancellationError` if the task is
  ///   cancelled. Then nothing is left at `path` that was not there before.
  public func run(
    writingTo path: String, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> Summary {
    try await simulate(nil, path, progress) {
      try await $0.finish(jobs: settings.jobs)
    }
  }

  /// Simulates a share of the run, and writes its store, which has no estimates, at `path`.
  ///
  /// The ends of the inputs' ranges are run by the first shard only.
  ///
  /// - Precondition: The run has at least as many blocks as shards.
  /// - Throws: As for a whole run.
  public func run(
    _ shard: Shard, writingTo path: String,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws {
    precondition(shard.count <= Shard.largestCount(paths: settings.paths))
    try await simulate(shard, path, progress) { try await $0.finishShard() }
  }

  private func simulate<Result: Sendable>(
    _ shard: Shard?, _ path: String, _ progress: @escaping @Sendable (Int) -> Void,
    finish: (RunCollector) async throws -> Result
  ) async throws -> Result {
    let scenario = loaded.scenario
    let provenance = Provenance(
      scenarioName: loaded.name, scenarioSource: loaded.source,
      changes: loaded.changes.map(\.description),
      scenarioResolved: loaded.resolved, assumptions: loaded.assumptions, scenario: scenario,
      seed: settings.seed, generator: settings.generator.name, paths: settings.paths,
      programVersion: programVersion, gslVersion: Generator.gslVersion, shard: shard)
    let collector = try RunCollector(
      path: path, provenance: provenance, columns: scenario.metricColumns,
      plan: BlockPlan(paths: settings.paths), progress: progress)
    do {
      let simulator = Simulator(
        scenario: scenario, settings: settings, detail: .everything, shard: shard)
      let counts = try await simulator.run { try await collector.add($0) }
      let rows =
        withSensitivity && (shard?.hasSensitivity ?? true)
        ? try await InputSensitivity.run(loaded, settings: settings) {
          progress(provenance.storedPaths + $0)
        } : []
      try await collector.complete(histograms: counts, sensitivity: rows)
      return try await finish(collector)
    } catch {
      await collector.discard()
      throw error
    }
  }
}
