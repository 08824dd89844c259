extension LoadedScenario {
  /// Every key with its value and where that comes from, sorted by path.
  ///
  /// Ranges stand with the keys that they are about.
  public var assumptions: [Assumption] {
    let values = Dictionary(
      resolved.split(separator: "\n").compactMap(Self.keyAndValue), uniquingKeysWith: { $1 })
    let book = AssumptionBook(
      tree: tree, values: values,
      ranges: Dictionary(scenario.ranges.map { ($0.path, $0) }, uniquingKeysWith: { $1 }))
    return values.keys.filter { !$0.contains(".ranges.") }.sorted().map(book.assumption)
  }

  private static func keyAndValue(_ line: Substring) -> (String, String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    return (String(line[..<colon]), trimmed(line[line.index(after: colon)...]))
  }
}

/// Looks up where the values of a scenario were written.
private struct AssumptionBook {
  let tree: ScenarioTree
  /// Canonical values by key path.
  let values: [String: String]
  let ranges: [String: InputRange]

  func assumption(_ path: String) -> Assumption {
    let source = source(of: path)
    let origin: Assumption.Origin =
      source.path == path ? source.mark?.origin ?? .builtIn : .inherited(source.path)
    return Assumption(
      path: path, written: source.written, resolved: values[path] ?? "", origin: origin,
      evidence: source.mark?.comment.map { Evidence(comment: $0, key: source.path) },
      range: range(of: path))
  }

  /// What says the value at a key path: what is written there, or at the key that it inherits from.
  private struct Source {
    let path: String
    let written: String
    let mark: ScenarioTree.Mark?
  }

  private func source(of path: String) -> Source {
    if let value = tree.leaf(at: path.split(separator: ".").map(String.init)[...]) {
      return Source(path: path, written: value.written, mark: value.mark)
    }
    let record = ScenarioKeys.tree.record(matching: path)
    if let above = record?.inheritsFrom.map({ Self.named($0, as: path) }), values[above] != nil {
      return source(of: above)
    }
    return Source(path: path, written: record?.fallback ?? values[path] ?? "", mark: nil)
  }

  /// `pattern` with the last names of `path` in the place of its stars.
  private static func named(_ pattern: String, as path: String) -> String {
    guard pattern.contains("*"), let last = path.split(separator: ".").dropLast().last else {
      return pattern
    }
    return pattern.split(separator: ".").map { $0 == "*" ? last : $0 }.joined(separator: ".")
  }

  private func range(of path: String) -> Assumption.Range? {
    guard let range = ranges[path] else { return nil }
    let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
    let mark = tree[parts[0]]?["ranges"]?.entry(parts[1])?.value.mark
    return Assumption.Range(
      low: range.low, high: range.high, origin: mark?.origin ?? .builtIn,
      evidence: mark?.comment.map { Evidence(comment: $0, key: path) })
  }
}

extension ScenarioTree {
  /// The value at a path, or the value above it that says all of what stands there.
  fileprivate func leaf(at path: ArraySlice<String>) -> ScenarioTree? {
    guard let entries else { return self }
    guard let key = path.first else { return nil }
    let languages = ["en", "zh"]
    let entry =
      entry(key)
      ?? (languages.contains(key) && path.count == 1
        ? entries.first { languages.contains($0.key) } : nil)
    return entry?.value.leaf(at: path.dropFirst())
  }
}
