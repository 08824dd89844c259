/// A key of a scenario with its value, and where that comes from.
public struct Assumption: Codable, Hashable, Sendable {
  /// Where the key stands: `terms.carry`.
  public let path: String
  /// The value as it was written, or would be where it is a default: `20%`.
  public let written: String
  /// The value in canonical form, as in `LoadedScenario.resolved`: `0.2`.
  public let resolved: String
  /// Who says so.
  public let origin: Origin
  /// What stands behind it on the line on which it was written; nil where there is no comment.
  ///
  /// An inherited value has the evidence of the one that it takes over.
  public let evidence: Evidence?
  /// From where to where it is known, if the scenario says so.
  public let range: Range?

  /// Where a value comes from.
  public enum Origin: Codable, Hashable, Sendable {
    /// The scenario file itself.
    case scenario
    /// A file, by its name, of which the scenario is a variant.
    case base(String)
    /// A preset of outcomes or rules, by its name.
    case preset(String)
    /// Nobody wrote it: it is this program's default.
    case builtIn
    /// `--set` on the command line.
    case commandLine
    /// A sweep's factor or its change of the base.
    case sweep
    /// Nobody wrote it, and the key at this path has it: `terms.carry`.
    case inherited(String)
  }

  /// The ends between which an input is known.
  public struct Range: Codable, Hashable, Sendable {
    /// The low end, as written.
    public let low: String
    /// The high end, as written.
    public let high: String
    /// Who says so.
    public let origin: Origin
    /// What stands behind it on its line.
    public let evidence: Evidence?
  }

  /// What the key means, in English.
  public var help: String { ScenarioKeys.tree.record(matching: path)?.help ?? "" }
}

extension KeyTree {
  /// The record of a key path in which names stand for themselves: of the whole path, or of the key
  /// on it below which nothing is known, as of `title` for `title.en`.
  func record(matching path: String) -> KeyRecord? {
    var tree = self
    for part in path.split(separator: ".") {
      guard let next = tree[String(part)] ?? tree.names else { break }
      tree = next
    }
    return tree.record
  }
}
