/// The stores of all shards of one run.
struct ShardSet: Sendable {
  /// One shard's file.
  struct Part: Sendable {
    let path: String
    let shard: Shard
    let provenance: Provenance
  }

  /// In the order of their numbers.
  let parts: [Part]

  /// The whole run's provenance: the text of the scenario as the first shard has it.
  let provenance: Provenance

  /// Looks into every file and makes sure that together they are one run.
  ///
  /// - Precondition: There is at least one path.
  /// - Throws: `RunStoreError` if one cannot be read; `MergeError`.
  init(_ paths: [String]) throws {
    precondition(!paths.isEmpty)
    let parts = try paths.map(Part.init)
    for part in parts { try part.checkSameRun(as: parts[0]) }
    let byNumber = Dictionary(grouping: parts) { $0.shard.number }
    for (_, same) in byNumber.sorted(by: { $0.key < $1.key }) where same.count > 1 {
      throw MergeError.doubled(same[0].shard, paths: same.map(\.path))
    }
    let count = parts[0].shard.count
    let missing = (1...count).filter { byNumber[$0] == nil }
    guard missing.isEmpty else { throw MergeError.missing(numbers: missing, count: count) }
    self.parts = parts.sorted { $0.shard.number < $1.shard.number }
    var provenance = self.parts[0].provenance
    provenance.shard = nil
    self.provenance = provenance
  }
}

extension ShardSet.Part {
  init(path: String) throws {
    let store = try RunStore(anyShare: path)
    guard let shard = store.provenance.shard else { throw MergeError.isWhole(path: path) }
    guard store.provenance.programVersion == programVersion else {
      throw MergeError.otherVersion(path: path, simulated: store.provenance.programVersion)
    }
    self.init(path: path, shard: shard, provenance: store.provenance)
  }

  fileprivate func checkSameRun(as base: Self) throws {
    guard let difference = difference(from: base) else { return }
    throw MergeError.otherRun(path: path, base: base.path, difference: difference)
  }

  /// What this shard's run has and that of `base` has not; nil if it is the same run.
  private func difference(from base: Self) -> String? {
    let (own, other) = (provenance, base.provenance)
    let pairs = [
      ("number of shards", "\(shard.count)", "\(base.shard.count)"),
      ("scenario", own.scenarioName, other.scenarioName),
      ("seed", "\(own.seed)", "\(other.seed)"),
      ("number of paths", "\(own.paths)", "\(other.paths)"),
      ("generator", own.generator, other.generator),
      ("version of GSL", own.gslVersion, other.gslVersion),
    ]
    for (name, own, other) in pairs where own != other {
      return "its \(name) is \(own), not \(other)"
    }
    if let key = Self.differingKey(own.scenarioResolved, other.scenarioResolved) { return key }
    return own.scenario == other.scenario ? nil : "its scenario is another one"
  }

  /// The first key that differs between two scenarios, as `LoadedScenario.resolved` tells them.
  private static func differingKey(_ own: String, _ other: String) -> String? {
    guard own != other else { return nil }
    let (own, other) = (values(own), values(other))
    let keys = Set(own.keys).union(other.keys).sorted()
    guard let key = keys.first(where: { own[$0] != other[$0] }) else { return nil }
    guard let value = own[key] else { return "its scenario has no \(key)" }
    guard let otherValue = other[key] else { return "its scenario has \(key), \(value)" }
    return "its \(key) is \(value), not \(otherValue)"
  }

  private static func values(_ resolved: String) -> [Substring: String] {
    resolved.split(separator: "\n").reduce(into: [:]) { values, line in
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { values[parts[0]] = parts[1].trimmingPrefix(" ").description }
    }
  }
}
