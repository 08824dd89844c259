extension ScenarioReader {
  /// Reads the ranges of inputs of this mapping; call it after the keys that they are about.
  ///
  /// - Parameter builtIn: Ranges that hold while their key has its default and the scenario
  ///   states no range for it.
  mutating func ranges(builtIn: [(key: String, low: String, high: String)] = []) {
    let help = "ranges of inputs that are known only as a range, by key path from here"
    note("ranges") { .names($0.patternPath("ranges"), pattern: nil, help) }
    if isRecording { recordRanges(builtIn) }
    let section = path
    var stated: Set<String> = []
    entered("ranges") { reader in
      for entry in reader.tree?.entries ?? [] {
        reader.knownKeys.append(entry.key)
        stated.insert(entry.key)
        reader.readRange(entry, in: section)
      }
    }
    for range in builtIn where !stated.contains(range.key) {
      let path = keyPath(range.key)
      guard log.defaults.contains(path) else { continue }
      log.ranges.append(
        StatedRange(
          path: path, rangePath: keyPath("ranges.\(range.key)"), low: range.low, high: range.high,
          place: tree?.entry(range.key)?.place ?? place, isBuiltIn: true))
    }
  }

  private mutating func readRange(_ entry: ScenarioTree.Entry, in section: String) {
    if entry.value.text == "none" {
      if let problem = ScenarioKeys.problem(ofRange: "\(section).\(entry.key)") {
        return report(entry.key, problem)
      }
      if log.trial == nil { resolve(entry.key, "none") }
      return
    }
    let requirement = "a list of the low and the high end, such as [10%, 20%], or none"
    guard case .list(let ends) = entry.value.content, ends.count == 2,
      let low = ends[0].text.map({ trimmed($0) }), let high = ends[1].text.map({ trimmed($0) })
    else {
      let found =
        if case .list(let items) = entry.value.content { "a list of \(items.count)" } else {
          entry.value.isEmpty ? "nothing" : entry.value.shownContent
        }
      return report(entry.key, "must be \(requirement), not \(found)")
    }
    log.ranges.append(
      StatedRange(
        path: "\(section).\(entry.key)", rangePath: keyPath(entry.key), low: low, high: high,
        place: entry.place, isBuiltIn: false))
  }

  private mutating func recordRanges(_ builtIn: [(key: String, low: String, high: String)]) {
    let requirement = "a list of the low and the high end, such as [10%, 20%], or none"
    let named = builtIn.map { ($0.key, "[\($0.low), \($0.high)]") as (String, String?) }
    for (key, text) in named + [("*", nil)] {
      log.keys.append(
        KeyRecord(
          path: patternPath("ranges.\(key)"), kind: .value(.range), fallback: text,
          inheritsFrom: nil, isRequired: false, requirement: requirement,
          help: text == nil
            ? "low and high end of an input of this section, by its key path from here"
            : "low and high end of \(key), used while \(key) has its default"))
    }
  }
}
