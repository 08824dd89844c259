/// A sweep file as it stands, before its factors are tried on the base.
struct SweepFile {
  let name: String
  /// The text, as read.
  private(set) var source: String
  let file: String
  let title: Label
  /// The base's path, as the program can open it.
  let base: String
  let design: SweepDesign
  /// Number of cells of a design that chooses them.
  let points: Int
  let paths: Int
  let seed: UInt64?
  private(set) var set: ScenarioTree.Entry?
  private(set) var factors: [ScenarioTree.Entry]
  private(set) var cells: [ScenarioTree.Entry]
  /// The places of keys that a design may miss, and of `base`.
  let (place, basePlace): (ScenarioTree.Place, ScenarioTree.Place)

  /// The keys of a file, by which it is known.
  static let keys = [
    "format", "title", "base", "design", "points", "paths", "seed", "set", "factors", "cells",
  ]

  /// Reads a file.
  ///
  /// - Throws: `InvalidScenario` with every problem of form.
  init(_ bytes: [UInt8], file: String) throws(InvalidScenario) {
    let text = try ScenarioText(bytes, file: file)
    let tree = try ScenarioTree(text, as: .sweep, origin: .sweep)
    var reader = ScenarioReader(root: tree, isRecording: false)
    reader.readFormat()
    let name = ScenarioPath.scenarioName(file)
    let title = reader.label(
      "title", default: Label(plain: name), from: "the file's name", "what reports call the sweep")
    let base = reader.value("base", .freeText, default: .required, "the base scenario's file")
    let design = reader.value(
      "design", ValueForm<SweepDesign>.choice, default: .text("grid"), "how cells are chosen")
    let points = reader.value(
      "points", .count(in: 1...SweepPlan.mostCells), default: .text("64"), "number of cells")
    let paths = reader.value(
      "paths", .count(in: RunNumber.pathBounds), default: .text("5000"), "futures of every cell")
    let seed = reader.value(
      "seed", .wholeNumber(in: RunNumber.seedBounds), default: .text("1"), "as in a scenario")
    reader.knownKeys += ["set", "factors", "cells"]
    let factors = reader.entries("factors")
    let cells = reader.entries("cells")
    reader.reportUnknownKeys()
    guard reader.log.issues.isEmpty, let title, let base, let design, let points, let paths else {
      throw InvalidScenario(issues: reader.log.issues)
    }
    (self.name, self.file, self.source, self.title) = (name, file, text.text, title)
    (self.design, self.points) = (design, points)
    self.base = ScenarioPath.joined(base, to: file)
    self.paths = paths
    self.seed = tree.entry("seed") == nil ? nil : seed
    (self.set, self.factors, self.cells, place) = (tree.entry("set"), factors, cells, tree.place)
    basePlace = tree.entry("base")?.place ?? tree.place
    try checkShape(tree)
  }

  /// Puts in the presets that changes, factors and cells name.
  ///
  /// - Throws: `InvalidScenario` with every name that stands for none.
  mutating func expand(_ presets: inout Presets) throws(InvalidScenario) {
    set?.value.expandEntries(&presets)
    for index in cells.indices { cells[index].value.expandEntries(&presets) }
    for index in factors.indices where PresetSection(naming: factors[index].key) != nil {
      guard case .list(let items) = factors[index].value.content else { continue }
      factors[index].value.content = .list(
        items.map { presets.expanded($0, at: factors[index].key, $0.place) })
    }
    guard presets.issues.isEmpty else { throw InvalidScenario(issues: presets.issues) }
    source += presets.source
  }

  /// Tells where factors and cells do not go with the design.
  private func checkShape(_ tree: ScenarioTree) throws(InvalidScenario) {
    func refused(_ key: String, _ problem: String) -> InvalidScenario {
      InvalidScenario(
        file: file, problem, line: (tree.entry(key)?.place ?? place).line, path: key)
    }
    if design == .list {
      guard !cells.isEmpty else {
        throw refused("cells", "is empty; name cells with key paths and values below it")
      }
      guard factors.isEmpty else {
        throw refused("factors", "do not go with design: list; use cells")
      }
    } else {
      guard !factors.isEmpty else {
        throw refused("factors", "is empty; give it key paths with the values to try")
      }
      guard cells.isEmpty else { throw refused("cells", "go with design: list only") }
    }
    if !design.hasPoints, tree.entry("points") != nil {
      throw refused("points", "goes with design: sobol or latin_hypercube only")
    }
    if let set, set.value.entries == nil {
      throw refused("set", "must be a mapping of key paths to values")
    }
  }
}

extension ScenarioTree {
  /// Puts the presets in that this mapping of key paths to values names.
  fileprivate mutating func expandEntries(_ presets: inout Presets) {
    guard let entries else { return }
    content = .mapping(
      entries.map {
        Entry(key: $0.key, place: $0.place, value: presets.expanded($0, at: $0.key))
      })
  }
}

extension ScenarioReader {
  /// The entries of the mapping at `key`; none where it is absent, or after a report.
  fileprivate mutating func entries(_ key: String) -> [ScenarioTree.Entry] {
    guard let value = tree?[key], !value.isEmpty else { return [] }
    guard let entries = value.entries else {
      report(key, "must be a mapping, not \(value.shownContent)")
      return []
    }
    return entries
  }
}
