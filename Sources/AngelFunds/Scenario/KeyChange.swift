/// A value that takes the place of what stands at a key path.
struct KeyChange {
  let path: String
  private(set) var value: ScenarioTree
  let place: ScenarioTree.Place

  init(path: String, value: ScenarioTree, place: ScenarioTree.Place) {
    self.path = path
    self.value = value
    self.place = place
  }

  /// Reads a change that was made on the command line.
  init(_ override: KeyOverride) throws(InvalidScenario) {
    let place = ScenarioTree.Place(file: "--set", line: nil)
    var value = ScenarioTree(
      place: place, content: .text(override.value, isQuoted: false),
      mark: .init(origin: .commandLine))
    if let first = override.value.first, "[{'\"".contains(first) {
      do {
        let text = try ScenarioText(Array(override.value.utf8), file: "--set")
        value = try ScenarioTree.value(text, origin: .commandLine)?.placed(at: place) ?? value
      } catch {
        throw InvalidScenario(
          issues: error.issues.map {
            .init(file: "--set", line: nil, path: override.path, problem: $0.problem)
          })
      }
    }
    self.init(path: override.path, value: value, place: place)
  }

  /// Puts in the preset that the change names, if it names one.
  mutating func expand(_ presets: inout Presets) {
    let entry = ScenarioTree.Entry(key: path, place: place, value: value)
    value = presets.expanded(entry, at: path)
  }

  /// `tree` with this change, or unchanged after a report if the path leads nowhere.
  func made(in tree: ScenarioTree, issues: inout [InvalidScenario.Issue]) -> ScenarioTree {
    guard let keys = keys(in: tree) else {
      let near = nearestPath(in: tree)
      let remedy = near.map { "; did you mean \($0)?" } ?? "; 'angelfof schema' lists all keys"
      issues.append(
        .init(
          file: place.file, line: place.line, path: path,
          problem: "is not a key path of this scenario\(remedy)"))
      return tree
    }
    if isGroup(keys, in: tree) {
      issues.append(
        .init(
          file: place.file, line: place.line, path: path,
          problem: "is a group of keys; change them one by one, as in \(example(of: keys))"))
      return tree
    }
    if keys.count == 2, value.text == "none", tree[keys[0]]?.entry(keys[1]) != nil {
      return tree.setting([keys[0]], to: (tree[keys[0]] ?? tree).removing(keys[1]))
    }
    var value = value
    value.place = place
    if value.preset != nil {
      let section = keys[0]
      return tree.setting([section], to: tree[section].map(value.merged) ?? value)
    }
    return withBothLanguages(withBuiltInContributors(tree, for: keys), for: keys)
      .setting(keys[...], to: value)
  }

  /// `tree` with one text for each language, if the change is about one language of a label that is
  /// the same in both.
  private func withBothLanguages(_ tree: ScenarioTree, for keys: [String]) -> ScenarioTree {
    let label = keys.dropLast()
    guard let last = keys.last, Self.languages.contains(last),
      let written = label.reduce(Optional(tree), { $0?[$1] }), written.text != nil, !written.isEmpty
    else { return tree }
    return Self.languages.reduce(tree) { $0.setting(label + [$1], to: written) }
  }

  private static let languages = ["en", "zh"]

  /// The path that was probably meant: one that ends in the same key, or looks like it; nil for
  /// keys of the file itself.
  private func nearestPath(in tree: ScenarioTree) -> String? {
    guard !ScenarioKeys.records.contains(where: { $0.path == path }) else { return nil }
    let paths = ScenarioKeys.paths(in: tree)
    let ending = paths.filter { $0.hasSuffix(".\(path)") }
    let shortest = ending.min { ($0.count { $0 == "." }, $0) < ($1.count { $0 == "." }, $1) }
    return shortest ?? nearestName(to: path, in: paths)
  }

  /// Whether the path leads to a group of known keys that stands there already, and whose other
  /// keys a new mapping would silently set back to their defaults.
  private func isGroup(_ keys: [String], in tree: ScenarioTree) -> Bool {
    guard value.entries != nil, value.preset == nil, !keys.contains("ranges") else { return false }
    var (known, found): (KeyTree, ScenarioTree?) = (ScenarioKeys.tree, tree)
    for key in keys {
      guard let next = known[key] ?? known.names else { return false }
      (known, found) = (next, found?[key])
    }
    guard case .section = known.record?.kind, known.names == nil else { return false }
    return found?.entries != nil && known.record?.path.hasSuffix("*") == false
  }

  private func example(of keys: [String]) -> String {
    let entry = value.entries?.first
    return "\(keys.joined(separator: ".")).\(entry?.key ?? "key"): \(entry?.value.text ?? "…")"
  }

  /// `tree` with the contributors that hold by default, if the change is about one of them.
  private func withBuiltInContributors(_ tree: ScenarioTree, for keys: [String]) -> ScenarioTree {
    guard keys.count > 1, keys[0] == "contributors", tree.entry(keys[0]) == nil else { return tree }
    let empty = ScenarioTree(place: place, content: .mapping([]))
    return Contributor.builtIn.keys.sorted().reduce(tree) {
      $0.setting([keys[0], $1], to: empty)
    }
  }

  /// The keys of the path, if each of them is known and every name but a new one exists.
  private func keys(in tree: ScenarioTree) -> [String]? {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard !["base", "set"].contains(parts.first) else { return nil }
    var (known, found): (KeyTree, ScenarioTree?) = (ScenarioKeys.tree, tree)
    for (index, part) in parts.enumerated() {
      if index > 0, parts[index - 1] == "ranges" {
        return Array(parts[..<index]) + [parts[index...].joined(separator: ".")]
      }
      let isLast = index == parts.count - 1
      if isLast, case .value(.label)? = known.record?.kind {
        return Self.languages.contains(part) ? parts : nil
      }
      if part != "*", let child = known[part] {
        known = child
      } else if let names = known.names,
        isName(part, in: found, names, isLast: isLast)
          || isBuiltIn(parts[...index], in: tree, names)
      {
        known = names
      } else {
        return nil
      }
      found = found?[part]
    }
    return parts
  }

  /// Whether the path leads to a sector or a contributor that is there though nothing names it.
  private func isBuiltIn(
    _ path: ArraySlice<String>, in tree: ScenarioTree, _ names: KeyTree
  ) -> Bool {
    guard let name = path.last, path.count == 2 else { return false }
    switch path.first {
    case "contributors": return tree["contributors"] == nil && Contributor.builtIn[name] != nil
    case "sectors": return Sector.builtIn[name] != nil
    default: return false
    }
  }

  private func isName(
    _ name: String, in tree: ScenarioTree?, _ names: KeyTree, isLast: Bool
  ) -> Bool {
    if tree?.entry(name) != nil { return true }
    return isLast && (names.children.isEmpty || value.entries != nil)
  }
}

extension ScenarioKeys {
  /// The key paths that can be changed in a scenario, with the names that it has.
  static func paths(in tree: ScenarioTree) -> [String] {
    paths(Self.tree, tree, path: []).filter { $0 != "base" && $0 != "set" }
  }

  private static func paths(
    _ known: KeyTree, _ tree: ScenarioTree?, path: [String]
  ) -> [String] {
    let own = path.isEmpty ? [] : [path.joined(separator: ".")]
    let fixed = known.children.filter { $0.key != "*" }
      .flatMap { paths($0.tree, tree?[$0.key], path: path + [$0.key]) }
    guard let names = known.names else { return own + fixed }
    let named = (tree?.entries?.map(\.key) ?? []).filter { known[$0] == nil }
      .flatMap { paths(names, tree?[$0], path: path + [$0]) }
    return own + fixed + named
  }
}
