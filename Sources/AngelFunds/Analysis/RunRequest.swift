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

  /// Simulates, and writes the store at `path`.
  ///
  /// - Parameter progress: Told the number of paths done so far, now and then.
  /// - Returns: The run's estimates, as the store has them too.
  /// - Throws: `RunStoreError` if the store cannot be written; `CancellationError` if the task is
  ///   cancelled. Then nothing is left at `path` that was not there before.
  public func run(
    writingTo path: String, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> Summary {
    let scenario = loaded.scenario
    let provenance = Provenance(
      scenarioName: loaded.name, scenarioSource: loaded.source,
      scenarioResolved: loaded.resolved, scenario: scenario, seed: settings.seed,
      generator: settings.generator.name, paths: settings.paths, programVersion: programVersion,
      gslVersion: Generator.gslVersion)
    let collector = try RunCollector(
      path: path, provenance: provenance, columns: scenario.metricColumns,
      plan: BlockPlan(paths: settings.paths), progress: progress)
    do {
      let simulator = Simulator(scenario: scenario, settings: settings, detail: .everything)
      let counts = try await simulator.run { try await collector.add($0) }
      let rows =
        withSensitivity
        ? try await InputSensitivity.run(loaded, settings: settings) { [settings] in
          progress(settings.paths + $0)
        } : []
      return try await collector.finish(histograms: counts, sensitivity: rows)
    } catch {
      await collector.discard()
      throw error
    }
  }
}
