extension ScenarioReader {
  /// Reads the mapping of names to things at `key`, sorted by name.
  ///
  /// - Parameters:
  ///   - reserved: Names that are the program's own.
  ///   - builtIn: The names that are there where the file leaves the mapping out.
  ///   - most: The largest number of names.
  ///   - order: What names are sorted by before they are sorted by name.
  /// - Returns: The things that could be read.
  mutating func named<Value>(
    _ key: String, most: Int, reserved: [String] = [], builtIn: [String] = [],
    orderedBy order: (String) -> Int = { _ in 0 }, _ help: String,
    _ body: (inout Self, _ name: String) -> Value?
  ) -> [Value] {
    note(key) {
      .names($0.patternPath(key), pattern: EntryName.pattern, reserved: reserved, help)
    }
    let written = tree?.entry(key) == nil ? [] : names(key, most: most, reserved: reserved)
    let all = Set(tree?.entry(key) == nil ? builtIn : written)
      .sorted { (order($0), $0) < (order($1), $1) }
    return section(named: key) { reader in
      if reader.isRecording { _ = reader.entry("*", pattern: "*") { body(&$0, "*") } }
      return all.compactMap { name in
        guard EntryName.isValid(name) else { return nil }
        let pattern = reader.isRecording ? name : "*"
        return reader.entry(name, pattern: pattern) { body(&$0, name) }
      }
    }
  }

  /// Reports a mapping of names at `key` that has none.
  mutating func refuseEmpty(_ key: String, _ remedy: String) {
    guard tree?[key]?.entries?.isEmpty == true else { return }
    report(key, "is empty; \(remedy), or leave it out")
  }

  /// Reads the sectors, which are labels by name: the built-in ones and those that a file adds.
  mutating func sectors() -> [Sector] {
    let key = "sectors"
    note(key) {
      .names(
        $0.patternPath(key), pattern: EntryName.pattern, reserved: ReservedNames.sectors,
        "sectors besides the built-in ones, by name")
    }
    let written =
      tree?.entry(key) == nil ? [] : names(key, most: 50, reserved: ReservedNames.sectors)
    let all = Set(Sector.builtIn.keys).union(written.filter(EntryName.isValid)).sorted()
    if all.count > 50 {
      report(key, "makes \(all.count) sectors with the built-in ones; the limit is 50")
    }
    return section(named: key) { reader in
      if reader.isRecording { _ = Sector.reading(&reader, name: "*") }
      return all.compactMap { Sector.reading(&reader, name: $0) }
    }
  }

  /// Reads the weights at `key`, scaled to a sum of 1, without those that are zero.
  ///
  /// - Parameter names: What may be weighed.
  mutating func weights(
    _ key: String, of names: [String], default fallback: [String], from source: String,
    _ help: String
  ) -> [SectorShare]? {
    note(key) { .names($0.patternPath(key), pattern: nil, help) }
    let written = tree?.entry(key) == nil ? nil : self.names(key, most: names.count)
    if written?.isEmpty == true { report(key, "is empty; give a sector a weight, or leave it out") }
    var weights: [(name: String, weight: Double)] = []
    section(named: key) { reader in
      let known = written ?? fallback
      guard !reader.isRecording else { return reader.recordWeight(from: source) }
      for name in known.sorted() where reader.isKnown(name, among: names) {
        let weight = reader.value(name, .weight, default: .text("1"), "")
        if let weight { weights.append((name, weight)) }
      }
      reader.resolveShares(weights)
    }
    let sum = weights.reduce(0) { $0 + $1.weight }
    if sum <= 0, !weights.isEmpty { report(key, "has only weights of 0; give a sector more") }
    guard sum > 0 else { return nil }
    return weights.filter { $0.weight > 0 }
      .map { SectorShare(sector: $0.name, share: $0.weight / sum) }
  }

  private mutating func recordWeight(from source: String) {
    let form = ValueForm.weight
    note("*") {
      KeyRecord(
        path: $0.patternPath("*"), kind: .value(form.shape), fallback: nil, inheritsFrom: source,
        isRequired: false, requirement: form.requirement,
        help: "weight of this sector among the companies seen")
    }
  }

  private mutating func resolveShares(_ weights: [(name: String, weight: Double)]) {
    let sum = weights.reduce(0) { $0 + $1.weight }
    for (name, weight) in weights where sum > 0 {
      let share = weight > 0 ? NumberSpelling.plain(weight / sum) : nil
      guard log.trial != nil else {
        log.resolved[keyPath(name)] = share
        continue
      }
      // In place of the weight as it was read.
      log.trial?.content &-= ScenarioContent.hash(
        name, ValueForm<Double>.weight.write(weight), after: pathHash)
      if let share { resolve(name, share) }
    }
  }

  private mutating func isKnown(_ name: String, among names: [String]) -> Bool {
    if names.contains(name) { return true }
    knownKeys.append(name)
    report(name, "is not a sector of this scenario\(Self.suggestion(for: name, among: names))")
    return false
  }

  /// `; did you mean x?`, or what there is to choose from.
  static func suggestion(for name: String, among names: [String]) -> String {
    if let near = nearestName(to: name, in: names) { return "; did you mean \(near)?" }
    guard !names.isEmpty else { return "; there is none" }
    let shown = names.sorted().prefix(10).joined(separator: ", ")
    return "; there are \(shown)\(names.count > 10 ? ", …" : "")"
  }

  /// The keys of the mapping at `key`, at most `most`, after reports of what is wrong with them.
  private mutating func names(
    _ key: String, most: Int, reserved: [String] = []
  ) -> [String] {
    guard let entries = tree?[key]?.entries else { return [] }
    if entries.count > most {
      report(key, "names \(entries.count) things; the limit is \(most)")
    }
    let first = entries.prefix(most)
    for entry in first where !EntryName.isValid(entry.key) {
      report(
        path: keyPath(key) + "." + clipped(entry.key),
        "must have \(EntryName.requirement)\(EntryName.hint(entry.key))", at: entry.place)
    }
    for entry in first where reserved.contains(entry.key) {
      report(
        path: "\(keyPath(key)).\(entry.key)",
        "must have another name; '\(entry.key)' is reserved", at: entry.place)
    }
    return first.map(\.key)
  }

  /// A section that was noted already, and whose keys beyond the limit are not reported again.
  private mutating func section<Value>(
    named key: String, _ body: (inout Self) -> Value
  ) -> Value {
    entered(key) { reader in
      let value = body(&reader)
      reader.knownKeys += reader.tree?.entries?.map(\.key) ?? []
      return value
    }
  }
}

extension KeyRecord {
  /// The record of a mapping of names.
  static func names(
    _ path: String, pattern: String?, reserved: [String] = [], _ help: String
  ) -> Self {
    Self(
      path: path, kind: .names(pattern: pattern, reserved: reserved), fallback: nil,
      inheritsFrom: nil,
      isRequired: false, requirement: "a mapping of names to what they are", help: help)
  }
}
