import Foundation
import Stochastics

@testable import AngelFunds

/// A run in a folder of its own, removed with it.
final class TestRun {
  let summary: Summary
  let store: RunStore
  let folder: URL

  init(
    _ loaded: LoadedScenario, paths: Int, seed: UInt64 = 1, generator: Generator = .philox,
    jobs: Int = 2, withSensitivity: Bool = false
  ) async throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "angelfof-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let settings = SimulationSettings(
      paths: paths, seed: seed, generator: generator, jobs: jobs)
    let request = RunRequest(loaded, settings: settings, withSensitivity: withSensitivity)
    let path = folder.appending(path: RunStore.fileName).path
    summary = try await request.run(writingTo: path)
    store = try RunStore(path: folder.path)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A figure of every path; nil if the run has none.
  func figures(_ scope: Scope, _ id: String, _ metric: Metric) throws -> [Double]? {
    try store.figures(
      MetricColumn(owner: ScopeID(scope: scope, id: id), figure: .metric(metric)))
  }
}
