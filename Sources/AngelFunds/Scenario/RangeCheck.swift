/// Tries both ends of every range of a scenario, by reading the scenario with them.
struct RangeCheck {
  /// The ranges, sorted by path.
  private(set) var ranges: [InputRange] = []
  /// Canonical texts by key path.
  private(set) var resolved: [String: String] = [:]
  private(set) var issues: [InvalidScenario.Issue] = []
  private let tree: ScenarioTree
  private let name: String
  private let known: Set<InvalidScenario.Issue>

  /// - Parameter reading: What was noted when `tree` was read as it is.
  init(tree: ScenarioTree, name: String, reading: ReadingLog) {
    self.tree = tree
    self.name = name
    known = Set(reading.issues)
    guard known.count < 100 else { return }
    for range in reading.ranges.sorted(by: { $0.path < $1.path }) { check(range) }
  }

  private mutating func check(_ range: StatedRange) {
    if let problem = ScenarioKeys.problem(ofRange: range.path) { return report(range, problem) }
    guard let low = canonical(range.low, in: range), let high = canonical(range.high, in: range),
      let lowest = Self.number(low), let highest = Self.number(high)
    else { return }
    guard lowest <= highest else {
      return report(
        range, "must go from the low end to the high one, not from \(range.low) to \(range.high)")
    }
    ranges.append(InputRange(path: range.path, low: range.low, high: range.high))
    resolved[range.rangePath] = "[\(low), \(high)]"
  }

  /// What reading the scenario with `end` makes of it, or nil after a report.
  private mutating func canonical(_ end: String, in range: StatedRange) -> String? {
    let value = ScenarioTree(place: range.place, content: .text(end, isQuoted: false))
    let path = range.path.split(separator: ".").map(String.init)
    let log = Scenario.reading(tree.setting(path[...], to: value), name: name).log
    let found = log.issues.filter { !known.contains($0) }
    guard let first = found.first else { return log.resolved[range.path] }
    let place = range.isBuiltIn ? "built in: \(range.low) to \(range.high)" : "end \(end)"
    let remedy = range.isBuiltIn ? "; state another range here, or none" : ""
    report(range, "(\(place)) does not fit: \(first.path) \(first.problem)\(remedy)")
    return nil
  }

  private mutating func report(_ range: StatedRange, _ problem: String) {
    issues.append(
      .init(
        file: range.place.file, line: range.place.line, path: range.rangePath, problem: problem))
  }

  /// The number that a canonical text stands for; nil where it is a word.
  static func number(_ canonical: String) -> Double? {
    Double(
      canonical.hasSuffix("q") || canonical.hasSuffix("y") ? canonical.dropLast() : canonical[...])
  }
}

extension ScenarioKeys {
  /// Why no range can be stated for the key path `path`, or nil if one can.
  static func problem(ofRange path: String) -> String? {
    let section = path.prefix { $0 != "." }
    let numbers = numbers(in: section).map { "\(section).\($0.key)" }
    if numbers.contains(path) { return nil }
    let near = nearestName(to: path, in: numbers).map { $0.dropFirst(section.count + 1) }
    return "is not the key path of a number in \(section)"
      + (near.map { "; did you mean \($0)?" } ?? "")
  }

  /// The single numbers, amounts, shares, rates and times of a section, by key path from there.
  static func numbers(in section: some StringProtocol) -> [(key: String, shape: NumberShape)] {
    let start = section + "."
    return records.compactMap { record in
      guard case .value(.number(let shape)) = record.kind, record.path.hasPrefix(start),
        !record.path.contains("*"), !record.path.contains(".ranges.")
      else { return nil }
      return (String(record.path.dropFirst(start.count)), shape)
    }
  }
}
