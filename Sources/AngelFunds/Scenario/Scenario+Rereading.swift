internal import Foundation

extension Scenario {
  /// Whether this is the scenario that its resolved text says, with every check of a scenario file.
  ///
  /// A scenario from a store was never read: any number can stand in it. What the text says has
  /// passed the reader's checks, and numbers may differ from it by rounding only.
  ///
  /// - Parameter resolved: As `LoadedScenario.resolved` has it.
  func isSound(resolved: String, name: String) -> Bool {
    guard let tree = ScenarioTree(resolved: resolved),
      let read = Scenario.reading(tree, name: name).scenario
    else { return false }
    return JSONLikeness.holds(self, read.with(ranges: ranges))
  }
}

extension ScenarioTree {
  /// No key path of a scenario has more parts.
  private static let mostParts = 16

  /// The tree of `key.path: value` lines; nil if they make none.
  fileprivate init?(resolved: String) {
    var lines: [Line] = []
    for line in resolved.split(separator: "\n") {
      guard let line = Line(line), line.path.count <= Self.mostParts else { return nil }
      // Ranges say nothing of the scenario itself.
      if !line.path.contains("ranges") { lines.append(line) }
    }
    self.init(lines)
  }

  private init?(_ lines: [Line]) {
    let place = Place(file: "", line: nil)
    if lines.count == 1, lines[0].path.isEmpty {
      self.init(place: place, content: lines[0].content(at: place))
      return
    }
    guard lines.allSatisfy({ !$0.path.isEmpty }) else { return nil }
    var entries: [Entry] = []
    let groups = Dictionary(grouping: lines) { $0.path.first ?? "" }
    for (key, lines) in groups.sorted(by: { $0.key < $1.key }) {
      guard let value = Self(lines.map(\.withoutFirst)) else { return nil }
      entries.append(Entry(key: String(key), place: place, value: value))
    }
    self.init(place: place, content: .mapping(entries))
  }

  /// A key path with its value, as written.
  private struct Line {
    var path: ArraySlice<Substring>
    let text: Substring
    let isList: Bool

    init?(_ line: Substring) {
      guard let colon = line.firstRange(of: ": ") else { return nil }
      path = line[..<colon.lowerBound].split(separator: ".", omittingEmptySubsequences: false)[...]
      text = line[colon.upperBound...]
      // A label may begin as it likes.
      let isLabel = ["en", "zh"].contains(path.last)
      isList = text.hasPrefix("[") && text.hasSuffix("]") && !isLabel
    }

    var withoutFirst: Line {
      var line = self
      line.path = path.dropFirst()
      return line
    }

    func content(at place: Place) -> Content {
      guard isList else { return .text(String(text), isQuoted: true) }
      return .list(
        text.dropFirst().dropLast().split(separator: ", ").map {
          ScenarioTree(place: place, content: .text(String($0), isQuoted: true))
        })
    }
  }
}
