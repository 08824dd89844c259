import AngelFunds
import Foundation

/// Scenario files from the disk.
enum ScenarioFile {
  /// Scenario files are text of at most this size; the reader tells larger ones by it.
  private static let readLimit = 4 << 20

  /// Loads scenarios, with the overrides of the command line, and hands each to `body`.
  ///
  /// - Throws: `CommandProblems` with the problems of all files, after the last.
  static func loadAll(
    _ paths: [String], set overrides: [String],
    _ body: (_ path: String, LoadedScenario) async throws -> Void
  ) async throws {
    var problems = CommandProblems()
    let overrides = try overrides.map(override)
    for path in paths {
      do {
        try Task.checkCancellation()
        try await body(path, try load(path, overrides))
      } catch let error where CommandProblems.endsAll(error) || error is OutputError {
        throw error
      } catch {
        problems.add(error)
      }
    }
    try problems.throwAny()
  }

  /// Loads a sweep with its base.
  ///
  /// - Throws: `InvalidScenario`, `InputError`.
  static func loadSweep(_ path: String, set overrides: [String]) throws -> SweepPlan {
    try SweepPlan(path: path, overrides: overrides.map(override), load: read)
  }

  static func override(_ argument: String) throws -> KeyOverride {
    guard let override = KeyOverride(argument: argument) else {
      throw CommandProblem(
        failure: .usage,
        "--set takes key.path=value, such as --set terms.carry=15%, not \(argument)")
    }
    return override
  }

  static func load(_ path: String, _ overrides: [KeyOverride]) throws -> LoadedScenario {
    do {
      return try LoadedScenario(path: path, overrides: overrides, load: read)
    } catch let error as InvalidScenario {
      // An override may suit one file and not another.
      throw InvalidScenario(
        issues: error.issues.map { issue in
          guard issue.file == "--set" else { return issue }
          return .init(
            file: "\(path), --set", line: issue.line, path: issue.path, problem: issue.problem)
        })
    }
  }

  private static func read(_ path: String) throws -> [UInt8] {
    do {
      return try RegularFile.bytes(of: path, upTo: readLimit)
    } catch let refusal {
      throw InputError(path: path, reason: refusal.reason, isMissing: refusal.isMissing)
    }
  }
}
