/// A scenario with where it comes from, so that variants can be made of it.
public struct LoadedScenario: Sendable {
  /// The file's name without `.yaml` or `.yml`.
  public let name: String
  /// What is simulated.
  public let scenario: Scenario
  /// Every key with its value, defaults included: one `key.path: value` a line, sorted by path.
  ///
  /// Amounts are in yuan, rates and shares are fractions, spans are quarters (`60q`), so that two
  /// files that mean the same have the same text, however they are written.
  public let resolved: String
  /// The text of the file, and then of its bases, as read.
  public let source: String
  /// Changes that were made to the file on the command line.
  public let changes: [KeyOverride]
  /// What is valid, but does nothing: rules that are dated after every sub-fund's start.
  public let warnings: [InvalidScenario.Issue]
  let tree: ScenarioTree

  /// Reads a scenario file, with its bases.
  ///
  /// - Parameters:
  ///   - path: The file, as messages should name it.
  ///   - overrides: Changes of keys, made one after the other when the file has been read.
  ///   - load: Reads a file; bases are looked for beside the file that names them.
  /// - Throws: `InvalidScenario` with every problem, or what `load` throws for `path` itself.
  public init(
    path: String, overrides: [KeyOverride] = [], load: (String) throws -> [UInt8]
  ) throws {
    self = try withoutActuallyEscaping(load) { load in
      var files = ScenarioFiles(load: load)
      let tree = try files.tree(of: path)
      return try Self(
        name: ScenarioPath.scenarioName(path), source: files.source, tree: tree,
        overrides: overrides, presets: files.presets, issues: files.issues)
    }
  }

  /// The same scenario with some keys changed, checked anew.
  ///
  /// Presets may be named, but not their files.
  ///
  /// - Throws: `InvalidScenario` with every problem; changes are named `--set` there.
  public func applying(
    _ overrides: [KeyOverride]
  ) throws(InvalidScenario) -> LoadedScenario {
    try LoadedScenario(
      name: name, source: source, tree: tree, overrides: overrides, presets: .withoutFiles,
      issues: [])
  }

  /// The same scenario with changes made that another file asks for.
  ///
  /// - Throws: `InvalidScenario` with every problem.
  func changed(_ changes: [KeyChange]) throws(InvalidScenario) -> LoadedScenario {
    var (tree, issues) = (tree, [InvalidScenario.Issue]())
    for change in changes { tree = change.made(in: tree, issues: &issues) }
    return try LoadedScenario(
      name: name, source: source, tree: tree, overrides: [], presets: .withoutFiles,
      issues: issues)
  }

  private init(
    name: String, source: String, tree: ScenarioTree, overrides: [KeyOverride],
    presets: Presets, issues: [InvalidScenario.Issue]
  ) throws(InvalidScenario) {
    var (tree, presets, issues) = (tree, presets, issues)
    for override in overrides {
      do {
        var change = try KeyChange(override)
        change.expand(&presets)
        tree = change.made(in: tree, issues: &issues)
      } catch {
        issues += error.issues
      }
    }
    let reading = Scenario.reading(tree, name: name)
    let ranges = RangeCheck(tree: tree, name: name, reading: reading.log)
    issues += presets.issues + reading.log.issues + ranges.issues
    guard let scenario = reading.scenario, issues.isEmpty else {
      throw InvalidScenario(issues: issues)
    }
    self.name = name
    self.scenario = scenario.with(ranges: ranges.ranges)
    self.resolved = Self.text(reading.log.resolved.merging(ranges.resolved) { $1 })
    self.source = source + presets.source
    self.changes = overrides
    warnings = reading.log.warnings
    self.tree = tree
  }

  /// A scenario that has been read already.
  init(
    name: String, scenario: Scenario, resolved: String, source: String, tree: ScenarioTree
  ) {
    (self.name, self.scenario, self.resolved) = (name, scenario, resolved)
    (self.source, self.tree, changes, warnings) = (source, tree, [], [])
  }

  /// The canonical text of the value at a key path; nil where there is none.
  func resolvedText(of path: String) -> String? {
    resolved.split(separator: "\n").first { $0.hasPrefix("\(path): ") }
      .map { String($0.dropFirst(path.count + 2)) }
  }

  /// One `key.path: value` a line, sorted by path.
  static func text(_ resolved: [String: String]) -> String {
    resolved.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }.joined()
  }
}
