import AngelFunds
import Foundation

/// The scenarios of a comparison, all run on the seed and the number of paths of the first.
struct ComparisonRuns {
  /// By which tables tell them apart.
  let names: [String]
  /// Names of the stores, as `--save-runs` keeps them.
  let fileNames: [String]
  /// The first scenario's name.
  let scenario: String
  private let requests: [RunRequest]

  /// Loads every scenario before the first is simulated, and tells the problems of all.
  init(_ paths: [String], options: SimulationOptions) async throws {
    var loaded: [LoadedScenario] = []
    try await ScenarioFile.loadAll(paths, set: options.overrides) { path, scenario in
      try options.checkSize(
        scenario, of: path, settings: options.settings(loaded.first ?? scenario))
      loaded.append(scenario)
    }
    let settings = options.settings(loaded[0])
    names = ComparedRun.distinctNames(loaded.map(\.name))
    fileNames = Self.fileNames(names)
    scenario = names[0]
    requests = loaded.map { RunRequest($0, settings: settings, withSensitivity: false) }
  }

  /// Loads a scenario under each value of a key, named by the value.
  init(_ path: String, each: KeyValues, options: SimulationOptions) async throws {
    var loaded: [LoadedScenario] = []
    try await ScenarioFile.loadEach(each, of: path, set: options.overrides) { value, scenario in
      try options.checkSize(
        scenario, of: "\(path) with \(each.key)=\(value)",
        settings: options.settings(loaded.first ?? scenario))
      loaded.append(scenario)
    }
    let settings = options.settings(loaded[0])
    names = ComparedRun.distinctNames(each.values)
    fileNames = Self.fileNames(names)
    scenario = loaded[0].name
    requests = loaded.map { RunRequest($0, settings: settings, withSensitivity: false) }
  }

  private static func fileNames(_ names: [String]) -> [String] {
    OutputName.fileNames(for: names).map { "\($0).sqlite" }
  }

  /// Simulates into stores that wait in a folder until it is committed.
  func simulate(into folder: OutputFolder) async throws -> [ComparedRun] {
    let progress = ProgressLine(total: requests.reduce(0) { $0 + $1.pathCount })
    defer { progress.clear() }
    var runs: [ComparedRun] = []
    var done = 0
    for (index, request) in requests.enumerated() {
      let path = folder.staged(fileNames[index])
      do {
        _ = try await request.run(writingTo: path) { [done] in progress.show(done + $0) }
      } catch RunStoreError.cannotWrite(_, let reason), RunStoreError.cannotCreate(_, let reason) {
        throw folder.unwritable(fileNames[index], reason)
      }
      done += request.pathCount
      runs.append(ComparedRun(name: names[index], store: try RunStore(path: path)))
    }
    return runs
  }

  /// Removes the stores' files; runs that are open stay readable until they are closed.
  func removeStores(from folder: OutputFolder) {
    for index in requests.indices {
      try? FileManager.default.removeItem(atPath: folder.staged(fileNames[index]))
    }
  }
}
