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
  /// The tree of `key.path: value` lines; nil if a line is none.
  fileprivate init?(resolved: String) {
    let place = Place(file: "", line: nil)
    var tree = ScenarioTree(place: place, content: .mapping([]))
    for line in resolved.split(separator: "\n") {
      guard let colon = line.firstRange(of: ": ") else { return nil }
      // Ranges say nothing of the scenario itself.
      guard !line[..<colon.lowerBound].contains(".ranges.") else { continue }
      let path = line[..<colon.lowerBound].split(separator: ".").map(String.init)
      let text = String(line[colon.upperBound...])
      guard let value = Self.value(text, of: path, at: place) else { return nil }
      tree = tree.setting(path[...], to: value)
    }
    self = tree
  }

  private static func value(_ text: String, of path: [String], at place: Place) -> ScenarioTree? {
    let isList = text.hasPrefix("[") && !["en", "zh"].contains(path.last)
    guard isList else { return ScenarioTree(place: place, content: .text(text, isQuoted: true)) }
    let source = try? ScenarioText(Array(text.utf8), file: "")
    return source.flatMap { try? value($0, origin: .scenario) }?.placed(at: place)
  }
}
