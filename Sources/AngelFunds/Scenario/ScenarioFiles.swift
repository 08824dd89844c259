/// Reads a scenario file and the files that it is a variant of.
struct ScenarioFiles {
  /// The longest chain of bases.
  static let maximumBases = 8

  let load: (String) throws -> [UInt8]
  /// The presets that the files name.
  private(set) var presets: Presets
  /// What is wrong with changes, noted while going on.
  private(set) var issues: [InvalidScenario.Issue] = []
  /// The texts read, from the variant to its last base.
  private(set) var sources: [(file: String, text: String)] = []

  init(load: @escaping (String) throws -> [UInt8]) {
    self.load = load
    presets = Presets(load: load)
  }

  /// The texts of all files, each base after a comment with its path.
  var source: String {
    sources.enumerated()
      .map { $0 == 0 ? $1.text : "\n# base: \($1.file)\n" + $1.text }
      .joined()
  }

  /// The tree of a file, laid over its base, with its changes made.
  mutating func tree(of file: String) throws -> ScenarioTree {
    try tree(ScenarioText(load(file), file: file), chain: [ScenarioPath.normalized(file)])
  }

  private mutating func tree(_ source: ScenarioText, chain: [String]) throws -> ScenarioTree {
    sources.append((source.file, source.text))
    let own = try ScenarioTree(
      source, origin: chain.count == 1 ? .scenario : .base(ScenarioPath.fileName(source.file)))
    var reader = ScenarioReader(root: own, isRecording: false)
    reader.readFormat()
    guard reader.log.issues.isEmpty else { throw InvalidScenario(issues: reader.log.issues) }
    var tree = own.removing("base").removing("set")
    for section in PresetSection.allCases.map(\.rawValue) {
      let value = own.entry(section).map { presets.expanded($0, at: section) }
      if let value, value.preset != nil { tree = tree.setting([section], to: value) }
    }
    if let base = own.entry("base") {
      tree = tree.merged(
        over: try self.base(base, chain: chain).removing("format").removing("title"))
    }
    if let changes = own.entry("set") { tree = changed(tree, by: changes) }
    return tree
  }

  private mutating func base(
    _ entry: ScenarioTree.Entry, chain: [String]
  ) throws -> ScenarioTree {
    func refused(_ problem: String) -> InvalidScenario {
      InvalidScenario(
        file: entry.place.file, problem, line: entry.place.line, path: "base")
    }
    guard let name = entry.value.text, !entry.value.isEmpty, !trimmed(name).isEmpty else {
      throw refused("must be the path of another scenario file, seen from this one")
    }
    let file = ScenarioPath.joined(trimmed(name), to: entry.place.file)
    let path = ScenarioPath.normalized(file)
    if let start = chain.firstIndex(of: path) {
      throw refused(
        "goes round in a circle: \((chain[start...] + [path]).joined(separator: " → "))")
    }
    guard chain.count <= Self.maximumBases else {
      throw refused("makes a chain of more than \(Self.maximumBases) bases")
    }
    let bytes: [UInt8]
    do {
      bytes = try load(file)
    } catch {
      throw refused(
        "names \(file), which cannot be read\(InputError.reason(error)); its path is relative to "
          + "this file")
    }
    do {
      return try tree(ScenarioText(bytes, file: file), chain: chain + [path])
    } catch let error as InvalidScenario {
      guard let problem = error.problem(ofWhole: file) else { throw error }
      throw refused("names \(file), which \(problem)")
    }
  }

  private mutating func changed(
    _ tree: ScenarioTree, by set: ScenarioTree.Entry
  ) -> ScenarioTree {
    guard let entries = set.value.entries else {
      let problem =
        set.value.isEmpty
        ? "is empty; give it key paths with values, or leave it out"
        : "must be a mapping of key paths to values, not \(set.value.shownContent)"
      issues.append(
        .init(file: set.place.file, line: set.place.line, path: "set", problem: problem))
      return tree
    }
    return entries.sorted { $0.key < $1.key }.reduce(tree) { tree, entry in
      let value = presets.expanded(entry, at: entry.key)
      let change = KeyChange(path: entry.key, value: value, place: entry.place)
      return change.made(in: tree, issues: &issues)
    }
  }
}

/// Paths of files, as text.
enum ScenarioPath {
  /// `name` as seen from `file`.
  static func joined(_ name: String, to file: String) -> String {
    guard !name.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return name }
    return normalized(file[...slash] + name)
  }

  /// `path` without `.` and without `..` where something stands before it.
  static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// The last part of `path`.
  static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The last part of `path`, without `.yaml` or `.yml`.
  static func scenarioName(_ path: String) -> String {
    let name = fileName(path)
    for ending in [".yaml", ".yml"] where name.lowercased().hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }
}
