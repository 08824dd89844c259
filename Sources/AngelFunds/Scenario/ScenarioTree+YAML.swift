internal import Yams

extension ScenarioTree {
  /// The most values of a file, and the most levels of mappings and lists inside one another.
  static let (maximumValues, maximumDepth) = (200_000, 64)

  /// Reads the YAML of a file whose root is a mapping.
  ///
  /// - Parameters:
  ///   - kind: What the file is read as.
  ///   - origin: Who its values come from.
  /// - Throws: `InvalidScenario` with the problems of form; what keys mean is not looked at.
  init(
    _ source: ScenarioText, as kind: FileKind = .scenario, origin: Assumption.Origin = .scenario
  ) throws(InvalidScenario) {
    let refusal = InvalidScenario(file: source.file, kind.refusal)
    let found: ScenarioTree?
    do {
      found = try Self.value(source, origin: origin)
    } catch {
      let isQuoting = error.issues.contains { !$0.path.isEmpty }
      throw isQuoting && !kind.isLikely(source.text) ? refusal : error
    }
    guard let root = found, !root.isEmpty else {
      throw InvalidScenario(
        file: source.file, "is empty; start from an example, which 'angelfof init' writes")
    }
    guard root.entries?.isEmpty == true || kind.isRoot(of: root) else { throw refusal }
    self = root
  }

  /// Reads any YAML value, or returns nil if there is none.
  static func value(
    _ source: ScenarioText, origin: Assumption.Origin
  ) throws(InvalidScenario) -> ScenarioTree? {
    var scan = ScenarioTextScan(source)
    scan.run()
    guard scan.issues.isEmpty else { throw InvalidScenario(issues: scan.issues) }
    guard let node = try node(source) else { return nil }
    var conversion = Conversion(file: source.file, origin: origin, comments: scan.comments)
    return try conversion.tree(node, depth: 0)
  }

  private static func node(_ source: ScenarioText) throws(InvalidScenario) -> Node? {
    do {
      return try compose(yaml: source.text, .basic)
    } catch let error as YamlError {
      throw InvalidScenario(issues: [error.issue(in: source)])
    } catch {
      throw InvalidScenario(file: source.file, "is not valid YAML: \(error)")
    }
  }

  /// Turns Yams' nodes into a tree, within a budget: aliases may stand for the same large node
  /// again and again.
  private struct Conversion {
    let file: String
    let origin: Assumption.Origin
    /// What stands behind values, by line.
    let comments: [Int: String]
    var values = 0

    /// - Parameter comment: What stands behind the key of `node`.
    mutating func tree(
      _ node: Node, depth: Int, comment: String? = nil
    ) throws(InvalidScenario) -> ScenarioTree {
      values += 1
      let line = node.mark?.line
      guard values <= ScenarioTree.maximumValues else {
        throw InvalidScenario(file: file, "expands to more than 200,000 values", line: line)
      }
      guard depth <= ScenarioTree.maximumDepth else {
        throw InvalidScenario(file: file, "nests deeper than 64 levels", line: line)
      }
      let mark = Mark(origin: origin, comment: comment ?? line.flatMap { comments[$0] })
      return ScenarioTree(
        place: Place(file: file, line: line), content: try content(node, depth: depth), mark: mark)
    }

    private mutating func content(_ node: Node, depth: Int) throws(InvalidScenario) -> Content {
      switch node {
      case .scalar(let scalar):
        return .text(scalar.string, isQuoted: scalar.style != .plain)
      case .sequence(let sequence):
        var items: [ScenarioTree] = []
        for item in sequence { items.append(try tree(item, depth: depth + 1)) }
        return .list(items)
      case .mapping(let mapping):
        var entries: [Entry] = []
        for (key, value) in mapping {
          let place = Place(file: file, line: key.mark?.line)
          entries.append(
            Entry(
              key: key.scalar?.string ?? "", place: place,
              value: try tree(
                value, depth: depth + 1, comment: place.line.flatMap { comments[$0] })))
        }
        return .mapping(entries)
      case .alias:
        return .text("", isQuoted: false)
      }
    }
  }
}

extension YamlError {
  /// The error as a problem of `source`, with a remedy where the line shows the cause.
  fileprivate func issue(in source: ScenarioText) -> InvalidScenario.Issue {
    let (problem, line) = problemAndLine
    let remedy =
      line.flatMap { Self.remedy(line: $0, in: source.text) } ?? Self.remedies[problem] ?? ""
    return .init(
      file: source.file, line: line, path: "", problem: "is not valid YAML: \(problem)\(remedy)")
  }

  private var problemAndLine: (String, Int?) {
    switch self {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (problem, mark.line)
    case .duplicatedKeysInMapping(let keys, let context):
      ("a key is named twice (\(keys.count) of them)", context.mark.line)
    case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem),
      .representer(let problem):
      (problem, nil)
    case .no, .memory, .dataCouldNotBeDecoded:
      ("it cannot be read", nil)
    }
  }

  /// What to look for where the line itself does not show the cause.
  private static let remedies = [
    "mapping values are not allowed in this context":
      "; a text with ': ' in it needs quotes, and the line above may lack its ':'",
    "could not find expected ':'": "; this line or the one above lacks ': ' after its key",
    "did not find expected key": "; its indentation does not fit the lines above",
    "found character that cannot start any token":
      "; put a text that starts with such a character into quotes",
    "did not find expected ',' or ']'": "; a bracket or a comma is missing",
    "did not find expected ',' or '}'": "; a bracket or a comma is missing",
    "did not find expected node content": "; a value is missing",
    "did not find expected <document start>": "; its indentation does not fit the lines above",
  ]

  private static func remedy(line: Int, in text: String) -> String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(line - 1) else { return nil }
    let nearby = lines[max(0, line - 2)...(line - 1)]
    if nearby.contains(where: { $0.contains("\t") }) {
      return "; there is a tab here: indent with spaces"
    }
    if nearby.contains(where: { $0.contains("：") }) {
      return "; there is a full-width colon '：' here: type ':' and a space"
    }
    if nearby.contains(where: { $0.contains("，") }) {
      return "; there is a full-width comma '，' here: type ','"
    }
    return nil
  }
}
