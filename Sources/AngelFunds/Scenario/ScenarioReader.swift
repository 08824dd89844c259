import Stochastics

/// Reads one mapping of a scenario, noting problems instead of stopping at the first.
///
/// Every read names its key, its form, its default and its meaning once. Keys that nothing asked
/// for are problems too. While recording, the reader walks an empty tree and notes every key:
/// the schema and the table of defaults come from the very calls that read files.
struct ScenarioReader {
  /// What is read; nil where the file leaves the mapping out.
  let tree: ScenarioTree?
  /// Where a missing key belongs.
  let place: ScenarioTree.Place
  /// Key path of this mapping, empty at the root, and the same with `*` for names.
  let path: String
  let pattern: String
  /// Of the path, with the full stop behind it.
  let pathHash: StableHash
  let isRecording: Bool
  var log = ReadingLog()
  var knownKeys: [String] = []

  /// What holds where a key is absent.
  enum Fallback<Value> {
    /// A default, as it would be written.
    case text(String)
    /// A value found elsewhere.
    case inherited(Value, from: String)
    /// Nothing: the key has to be there.
    case required
  }

  /// A reader of the root mapping.
  init(root: ScenarioTree, isRecording: Bool) {
    (tree, place, path, pattern) = (root, root.place, "", "")
    pathHash = StableHash()
    self.isRecording = isRecording
  }

  private init(_ tree: ScenarioTree?, of parent: Self, key: String, pattern: String) {
    self.tree = tree
    self.place = parent.tree?.entry(key)?.place ?? parent.place
    self.path = parent.keyPath(key)
    self.pattern = parent.isRecording ? parent.patternPath(pattern) : ""
    var hash = parent.pathHash
    hash.combine(key)
    hash.combine(".")
    pathHash = hash
    self.isRecording = parent.isRecording
  }

  /// Reads the value at `key`.
  mutating func value<Value>(
    _ key: String, _ form: ValueForm<Value>, default fallback: Fallback<Value>, _ help: String
  ) -> Value? {
    note(key) { fallback.record(form, path: $0.patternPath(key), help: help) }
    guard let entry = tree?.entry(key) else { return absent(key, form, fallback) }
    guard let text = text(of: entry, requirement: form.requirement) else { return nil }
    guard let value = form.parse(text) else {
      report(key, form.refusal(of: text))
      return nil
    }
    resolve(key, form.write(value), isDefault: fallback.value(form).map(form.write))
    return value
  }

  /// The text of a single value, or nil after a report.
  mutating func text(of entry: ScenarioTree.Entry, requirement: String) -> String? {
    if entry.value.isEmpty {
      report(entry.key, "is empty; it must be \(requirement)")
      return nil
    }
    guard let text = entry.value.text else {
      report(entry.key, "must be \(requirement), not \(entry.value.shownContent)")
      return nil
    }
    return trimmed(text)
  }

  /// Reads the mapping at `key` with `body`, with every default where it is absent.
  mutating func section<Value>(
    _ key: String, _ help: String, _ body: (inout Self) -> Value
  ) -> Value {
    note(key) { .section($0.patternPath(key), help) }
    return reading(mapping(key), key, pattern: key, body)
  }

  /// Reads the mapping at `key` with `body` if it is there.
  mutating func optionalSection<Value>(
    _ key: String, _ help: String, _ body: (inout Self) -> Value?
  ) -> Value? {
    note(key) { .section($0.patternPath(key), help) }
    guard isRecording || tree?.entry(key) != nil else { return nil }
    return reading(mapping(key), key, pattern: key, body)
  }

  /// Reads one entry of this mapping whose key is a name, with `body`.
  mutating func entry<Value>(
    _ name: String, pattern: String, _ body: (inout Self) -> Value
  ) -> Value {
    knownKeys.append(name)
    return reading(mapping(name), name, pattern: pattern, body)
  }

  /// Reads the mapping at `key`, noted before, with `body`.
  mutating func entered<Value>(_ key: String, _ body: (inout Self) -> Value) -> Value {
    reading(mapping(key), key, pattern: key, body)
  }

  private mutating func reading<Value>(
    _ tree: ScenarioTree?, _ key: String, pattern: String, _ body: (inout Self) -> Value
  ) -> Value {
    var inner = Self(tree, of: self, key: key, pattern: pattern)
    swap(&inner.log, &log)
    let value = body(&inner)
    inner.reportUnknownKeys()
    swap(&inner.log, &log)
    return value
  }

  /// The mapping at `key`, or nil after a report if something else stands there.
  private mutating func mapping(_ key: String) -> ScenarioTree? {
    guard let found = tree?[key] else { return nil }
    if found.entries != nil { return found }
    report(
      key,
      found.isEmpty
        ? "is empty; write its keys below it, indented"
        : "must be a mapping of keys to values, not \(found.shownContent)")
    return nil
  }

  private mutating func absent<Value>(
    _ key: String, _ form: ValueForm<Value>, _ fallback: Fallback<Value>
  ) -> Value? {
    guard let value = fallback.value(form) else {
      report(key, "is missing; it must be \(form.requirement)")
      return nil
    }
    let text = form.write(value)
    resolve(key, text, isDefault: text)
    return value
  }
}
