import AngelFunds

extension ScenarioFile {
  /// Loads a scenario under each value of a key, after the other overrides, and hands each to
  /// `body`.
  ///
  /// - Throws: `InvalidScenario` with the problems under all values; those that are the same under
  ///   each are told once.
  static func loadEach(
    _ each: KeyValues, of path: String, set overrides: [String],
    _ body: (_ value: String, LoadedScenario) async throws -> Void
  ) async throws {
    let overrides = try overrides.map(override)
    var found: [(value: String, issues: [InvalidScenario.Issue])] = []
    for value in each.values {
      try Task.checkCancellation()
      do {
        let last = KeyOverride(path: each.key, value: value)
        try await body(value, try load(path, overrides + [last]))
      } catch let error as InvalidScenario {
        found.append((value, error.issues))
      }
    }
    guard !found.isEmpty else { return }
    let common = each.values.count == found.count ? common(found.map(\.issues)) : []
    let own = found.flatMap { found in
      found.issues.filter { !common.contains($0) }.map { named($0, each.key, found.value) }
    }
    throw InvalidScenario(issues: common + own)
  }

  private static func common(_ all: [[InvalidScenario.Issue]]) -> [InvalidScenario.Issue] {
    (all.first ?? []).filter { issue in all.allSatisfy { $0.contains(issue) } }
  }

  /// A problem, with the value of the key under which it arises.
  private static func named(
    _ issue: InvalidScenario.Issue, _ key: String, _ value: String
  ) -> InvalidScenario.Issue {
    InvalidScenario.Issue(
      file: issue.file, line: issue.line, path: issue.path,
      problem: "\(issue.problem) (with \(key)=\(value))", breaksLimit: issue.breaksLimit)
  }
}
