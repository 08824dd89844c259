/// Everything that is wrong with a scenario, sorted by file and line.
///
/// One reading reports every problem, so that an author repairs a file in one pass.
public struct InvalidScenario: Error, Equatable, Sendable {
  /// One problem, and what its author needs to repair it.
  public struct Issue: Hashable, Sendable {
    /// The file as it was named, or `--set` for an override.
    public let file: String
    /// Line of the file, from 1; nil where the problem is the file's as a whole.
    public let line: Int?
    /// The key path as it stands in the file, `terms.carry`; may be empty.
    public let path: String
    /// A sentence without its subject: "must be a share from 0% to 100%, not 120%".
    public let problem: String
    /// Whether each value is valid, but together they break a size or a cap.
    public let breaksLimit: Bool

    /// Makes an issue; what it quotes is escaped.
    public init(
      file: String, line: Int?, path: String, problem: String, breaksLimit: Bool = false
    ) {
      self.breaksLimit = breaksLimit
      self.file = shown(file)
      self.line = line
      self.path = shown(path)
      self.problem = shown(problem)
    }
  }

  /// At least one.
  public let issues: [Issue]

  /// Sorts `issues` by file and line, and drops repetitions.
  public init(issues: [Issue]) {
    var seen: Set<Issue> = []
    self.issues = issues.filter { seen.insert($0).inserted }.sorted { $0.precedes($1) }
  }
}

extension InvalidScenario {
  /// What is wrong with a file as a whole, if that is all: whoever names the file is to blame.
  func problem(ofWhole file: String) -> String? {
    guard issues.count == 1, let only = issues.first, only.file == shown(file), only.line == nil,
      only.path.isEmpty
    else { return nil }
    return only.problem
  }
}

extension InvalidScenario: CustomStringConvertible {
  /// One line an issue, in the `file:line: message` form that editors turn into links.
  public var description: String {
    issues.map(\.description).joined(separator: "\n")
  }
}

extension InvalidScenario.Issue: CustomStringConvertible {
  /// As in `base.yaml:2: terms.carry must be …`.
  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return path.isEmpty ? "\(place): \(problem)" : "\(place): \(path) \(problem)"
  }

  fileprivate func precedes(_ other: Self) -> Bool {
    (file, line ?? 0, path, problem) < (other.file, other.line ?? 0, other.path, other.problem)
  }
}
