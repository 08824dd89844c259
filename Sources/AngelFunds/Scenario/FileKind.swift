/// What a file is read as.
///
/// A message quotes what is in a file only if the file is of its kind: `base: /etc/shadow` must not
/// print that file's lines. A file is known by a key of its root.
enum FileKind {
  case scenario
  case preset(PresetSection)
  case sweep

  /// What people call it.
  private var name: String {
    switch self {
    case .scenario: "scenario"
    case .preset(let section): "preset of \(section.rawValue)"
    case .sweep: "sweep"
    }
  }

  private var keys: [String] {
    switch self {
    case .scenario: ScenarioKeys.tree.children.map(\.key)
    case .preset(let section):
      ScenarioKeys.tree[section.rawValue]?.children.map(\.key).filter { $0 != "*" } ?? []
    case .sweep: SweepFile.keys
    }
  }

  private var examples: String {
    switch self {
    case .scenario: "anchors, sub_funds or terms"
    case .preset(.outcomes): "engine, buckets or rounds"
    case .preset(.rules): "concession, reinvestment or limits"
    case .sweep: "base, factors or cells"
    }
  }

  /// Why a file is not of this kind, as a sentence without its subject that quotes nothing.
  var refusal: String {
    "does not read as a \(name), which must be a mapping of keys to values with a key such as "
      + examples
  }

  /// Whether a mapping has one of the keys.
  func isRoot(of tree: ScenarioTree) -> Bool {
    let keys = Set(keys)
    return tree.entries?.contains { keys.contains($0.key) } ?? false
  }

  /// Whether a line of a text, or what follows a brace or a comma, starts with one of the keys: told
  /// where the text as a whole cannot be read.
  func isLikely(_ text: String) -> Bool {
    let keys = Set(keys)
    return text.split { "\n{,".contains($0) }.contains { part in
      let start = part.drop { " \t\"'".contains($0) }
      let word = start.prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
      let rest = start.dropFirst(word.count).drop { " \t\"'".contains($0) }
      return keys.contains(String(word)) && rest.first.map { ":：".contains($0) } ?? false
    }
  }
}
