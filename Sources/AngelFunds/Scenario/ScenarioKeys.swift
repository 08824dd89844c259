/// Every key that a scenario may have.
public enum ScenarioKeys {
  /// A key that a scenario may have.
  public struct Key: Hashable, Sendable {
    /// Where it stands, with `*` for names: `sub_funds.*.carry`.
    public let path: String
    /// What holds where it is absent, as it would be written; nil if nothing fixed does.
    public let `default`: String?
    /// Where the default comes from, if it is no fixed text: `terms.carry`.
    public let inheritsFrom: String?
    /// Whether it has to be there.
    public let isRequired: Bool
    /// What a valid value is, after "must be".
    public let requirement: String
    /// What it means.
    public let help: String
  }

  /// All keys that have a value, in the order in which the reader reads them.
  public static let all: [Key] = records.compactMap { record in
    guard case .value = record.kind else { return nil }
    return Key(
      path: record.path, default: record.fallback, inheritsFrom: record.inheritsFrom,
      isRequired: record.isRequired, requirement: record.requirement, help: record.help)
  }

  /// All keys, with the mappings that they stand in.
  static let records: [KeyRecord] = Scenario.recordedKeys()

  /// The keys as a tree.
  static let tree = KeyTree(records)

  /// Which numbers a key takes.
  enum Grain {
    case any
    case wholeNumbers
    /// Spans of time in whole quarters.
    case wholeQuarters
  }

  /// Which numbers the key at a path takes.
  static func grain(of path: String) -> Grain {
    let found = path.split(separator: ".").reduce(Optional(tree)) { tree, key in
      key == "*" ? nil : tree?[String(key)] ?? tree?.names
    }
    guard case .value(let shape)? = found?.record?.kind else { return .any }
    return grain(of: shape)
  }

  private static func grain(of shape: ValueShape) -> Grain {
    switch shape {
    case .number(let shape):
      shape.isWhole ? .wholeNumbers : shape.isWholeQuarters ? .wholeQuarters : .any
    case .either(_, let shape): grain(of: shape)
    case .quarter, .flag, .choice, .preset, .text, .label, .list, .range, .anyMapping: .any
    }
  }

  /// The path of a key with this name in some mapping of known keys, rules last; nil for keys of
  /// the file itself.
  static func path(endingIn key: String) -> String? {
    let paths = records.map(\.path)
    guard !paths.contains(key) else { return nil }
    let found = paths.filter { !$0.contains("*") && $0.hasSuffix("." + key) }
    return found.first { !$0.hasPrefix("rules.") } ?? found.first
  }
}

/// The known keys as a tree, with one branch for all names of a kind.
struct KeyTree: Sendable {
  /// What stands here; nil at the root.
  private(set) var record: KeyRecord?
  /// Keys in the order of the reader, with what follows each.
  private(set) var children: [(key: String, tree: KeyTree)] = []
  /// What follows any name.
  var names: KeyTree? { self["*"] }

  /// Sorts records into a tree; mappings come before what stands in them.
  init(_ records: [KeyRecord]) {
    for record in records { insert(record, at: record.path.split(separator: ".")[...]) }
  }

  private init() {}

  /// The record at a key path from here.
  func record(at path: String) -> KeyRecord? {
    path.split(separator: ".").reduce(Optional(self)) { $0?[String($1)] }?.record
  }

  /// What follows `key`.
  subscript(key: String) -> KeyTree? { children.first { $0.key == key }?.tree }

  private mutating func insert(_ record: KeyRecord, at path: ArraySlice<Substring>) {
    guard let first = path.first else {
      self.record = self.record ?? record
      return
    }
    let index = children.firstIndex { $0.key == first } ?? children.count
    if index == children.count { children.append((String(first), KeyTree())) }
    children[index].tree.insert(record, at: path.dropFirst())
  }
}
