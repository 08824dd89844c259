import AngelFunds
import ArgumentParser
import Foundation
import Stochastics

/// Finds the path that `trace` is asked for.
struct TracedInput {
  private let command: TraceCommand
  private let choice: PathChoice
  private let metric: Metric

  init(_ command: TraceCommand) {
    self.command = command
    choice = PathChoice(argument: command.path) ?? .number(0)
    metric = Metric(rawValue: command.by) ?? .tvpi
  }

  /// Simulates the path, and tells where the run says otherwise.
  func trace() async throws -> PathTrace {
    if InputKind(of: command.input) == .run {
      try StoreInput.prepare(command.input)
      return try trace(RunStore(path: command.input))
    }
    let loaded = try await load()
    let origin = command.origin
    switch choice {
    case .number(let path):
      try check(path, paths: loaded.scenario.paths)
      let settings = SimulationSettings(
        paths: loaded.scenario.paths, seed: origin.seed ?? loaded.scenario.seed,
        generator: origin.generator.flatMap { Generator(named: $0) } ?? .philox)
      return try PathTrace(loaded, settings: settings, path: path)
    case .place:
      return try trace(finishedRun(of: loaded))
    }
  }

  private func load() async throws -> LoadedScenario {
    var loaded: [LoadedScenario] = []
    try await ScenarioFile.loadAll([command.input], set: command.origin.overrides) {
      loaded.append($1)
    }
    return loaded[0]
  }

  /// The run in which a word is looked up: of the same scenario, seed and generator.
  private func finishedRun(of loaded: LoadedScenario) throws -> RunStore {
    let place = command.runFolder ?? "Reports/\(loaded.name)"
    let remedy = "run it first, with angelfof run \(command.input), or name its run with --run"
    guard FileManager.default.fileExists(atPath: place) else {
      throw Failure.noInput.exit(
        "\(place): there is no run of \(command.input) to find the \(command.path) path in; "
          + remedy)
    }
    try StoreInput.prepare(place)
    let store = try RunStore(path: place)
    let provenance = store.provenance
    guard provenance.scenarioResolved == loaded.resolved else {
      throw Failure.badData.exit(
        "\(place): is a run of another scenario than \(command.input) is now; \(remedy)")
    }
    let (seed, generator) = (command.origin.seed, command.origin.generator)
    guard seed ?? provenance.seed == provenance.seed,
      generator ?? provenance.generator == provenance.generator
    else {
      throw Failure.badData.exit(
        "\(place): is a run with seed \(provenance.seed) and generator \(provenance.generator); "
          + "leave --seed and --generator out, or \(remedy)")
    }
    return store
  }

  private func trace(_ store: RunStore) throws -> PathTrace {
    let provenance = store.provenance
    let path: Int
    switch choice {
    case .number(let number):
      try check(number, paths: provenance.paths)
      path = number
    case .place(let place): path = try store.path(at: place, by: metric)
    }
    guard let generator = Generator(named: provenance.generator) else {
      throw Failure.badData.exit(
        "\(command.input): was made with generator \(provenance.generator), which this program "
          + "does not have")
    }
    let settings = SimulationSettings(
      paths: provenance.paths, seed: provenance.seed, generator: generator)
    var trace = try PathTrace(
      provenance.scenario, name: provenance.scenarioName, changes: provenance.changes,
      settings: settings, path: path)
    if case .place(let place) = choice {
      trace.choice = PathTrace.Choice(place: place, metric: metric, paths: provenance.paths)
    }
    guard try store.confirms(trace) else {
      throw Failure.badData.exit(
        "\(command.input): has other figures of path \(path) than angelfof \(programVersion) "
          + "finds; it was made by \(provenance.programVersion): run it again")
    }
    return trace
  }

  private func check(_ path: Int, paths: Int) throws {
    guard path >= paths else { return }
    throw Failure.usage.exit(
      "--path \(path): paths are numbered from 0 to \(paths - 1) there; choose one of them")
  }
}
