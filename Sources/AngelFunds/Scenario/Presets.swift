/// Puts presets of outcomes and of rules in the place of their names.
///
/// `outcomes: cn_angel_neutral` and `outcomes: {preset: cn_angel_neutral, tail_index: 1.2}` become
/// the mappings that they stand for. Such a mapping replaces all outcomes known before, where an
/// ordinary one is joined with them key by key; keys that are the scenario's own matter stay.
struct Presets {
  static let requirement =
    "a preset of this program, or the path of a preset's file (with '/' or ending in .yaml)"
  /// A regular expression of the names that are paths.
  static let pathPattern = "/|\\.ya?ml[ \\t]*$"

  let load: (String) throws -> [UInt8]
  /// What is wrong with names and files of presets.
  private(set) var issues: [InvalidScenario.Issue] = []
  /// The text of each preset that was read, after a comment with its name.
  private(set) var source = ""
  private var known: Set<String> = []

  init(load: @escaping (String) throws -> [UInt8]) { self.load = load }

  /// Presets where there are no files to look into.
  static var withoutFiles: Self {
    Self { throw InvalidScenario(file: $0, "cannot be read") }
  }

  /// The value of an entry of a scenario, a change or a cell, with its preset put in.
  ///
  /// - Parameter path: The key path of the entry.
  mutating func expanded(_ entry: ScenarioTree.Entry, at path: String) -> ScenarioTree {
    PresetSection(naming: path) == nil ? entry.value : expanded(entry.value, at: path, entry.place)
  }

  /// `value` with its preset put in, if it names one.
  mutating func expanded(
    _ value: ScenarioTree, at path: String, _ place: ScenarioTree.Place
  ) -> ScenarioTree {
    guard let section = PresetSection(naming: path) else { return value }
    var naming = Naming(name: value, section: section, path: path, place: place)
    if let entry = value.entry("preset") {
      naming = Naming(
        name: entry.value, section: section, path: "\(path).preset", place: entry.place)
    } else if value.text == nil || value.isEmpty {
      return value
    }
    let own = value.entries == nil ? Self.nothing(at: place) : value.removing("preset")
    var whole = own.merged(over: content(naming, chain: []))
    whole.place = place
    whole.preset = .init(text: value.written, keptKeys: section.keptKeys(under: naming.name.text))
    return whole
  }

  /// Where a preset is named.
  private struct Naming {
    let name: ScenarioTree
    let section: PresetSection
    let path: String
    let place: ScenarioTree.Place
  }

  /// The keys of the preset that is named; none after a report.
  private mutating func content(_ naming: Naming, chain: [String]) -> ScenarioTree {
    guard let name = naming.name.text.map({ trimmed($0) }), !naming.name.isEmpty else {
      return refused(naming, "must be \(Self.requirement), not \(naming.name.shownContent)")
    }
    if let preset = naming.section.bytes(of: name) {
      return tree(preset, file: name, naming, chain: chain).placed(at: naming.place)
    }
    guard name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") else {
      let hint = ScenarioReader.suggestion(for: name, among: naming.section.names)
      return refused(naming, "must be \(Self.requirement), not \(clipped(name))\(hint)")
    }
    let file = ScenarioPath.joined(name, to: naming.place.file)
    do {
      return tree(try load(file), file: file, naming, chain: chain)
    } catch {
      let start = naming.place.line == nil ? "the folder of the command" : "this file"
      return refused(
        naming,
        "names \(file), which cannot be read\(InputError.reason(error)); its path is relative to "
          + start)
    }
  }

  private mutating func tree(
    _ bytes: [UInt8], file: String, _ naming: Naming, chain: [String]
  ) -> ScenarioTree {
    let name = ScenarioPath.normalized(file)
    guard !chain.contains(name) else {
      let circle = (chain.drop { $0 != name } + [name]).joined(separator: " → ")
      return refused(naming, "goes round in a circle: \(circle)")
    }
    do {
      let text = try ScenarioText(bytes, file: file)
      let own = try ScenarioTree(
        text, as: .preset(naming.section), origin: .preset(ScenarioPath.fileName(file)))
      if known.insert("\(naming.section) \(name)").inserted {
        source += "\n# preset: \(file)\n" + text.text
      }
      guard let entry = own.entry("preset") else { return own }
      let inner = Naming(
        name: entry.value, section: naming.section, path: "preset", place: entry.place)
      return own.removing("preset").merged(over: content(inner, chain: chain + [name]))
    } catch {
      if let problem = error.problem(ofWhole: file) {
        return refused(naming, "names \(file), which \(problem)")
      }
      issues += error.issues
      return Self.nothing(at: naming.place)
    }
  }

  private mutating func refused(_ naming: Naming, _ problem: String) -> ScenarioTree {
    issues.append(
      .init(
        file: naming.place.file, line: naming.place.line, path: naming.path, problem: problem))
    return Self.nothing(at: naming.place)
  }

  private static func nothing(at place: ScenarioTree.Place) -> ScenarioTree {
    ScenarioTree(place: place, content: .mapping([]))
  }
}

extension ScenarioReader {
  /// Notes the key that names a preset; it is gone from the tree by now.
  mutating func notePreset(of section: PresetSection) {
    note("preset") {
      KeyRecord(
        path: $0.patternPath("preset"), kind: .value(.preset(section)), fallback: nil,
        inheritsFrom: nil, isRequired: false, requirement: Presets.requirement, help: section.help)
    }
  }
}
