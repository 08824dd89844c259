extension ScenarioReader {
  /// The key path of `key` in this mapping.
  func keyPath(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// The key path with `*` for names.
  func patternPath(_ key: String) -> String { pattern.isEmpty ? key : "\(pattern).\(key)" }

  /// Reports a problem of `key` at the line where its value stands or belongs.
  mutating func report(_ key: String, _ problem: String) {
    report(path: keyPath(key), problem, at: tree?.entry(key)?.problemPlace ?? place)
  }

  /// Reports a problem of this mapping as a whole.
  mutating func report(_ problem: String) {
    report(path: path, problem, at: place)
  }

  /// Reports a problem of a key anywhere.
  mutating func report(
    path: String, _ problem: String, at place: ScenarioTree.Place, breaksLimit: Bool = false
  ) {
    log.issues.append(
      .init(
        file: place.file, line: place.line, path: path, problem: problem, breaksLimit: breaksLimit))
  }

  /// Notes what is valid, but does nothing; `path` is seen from the root.
  mutating func warn(at path: [String], _ remark: String) {
    let place = tree?.place(of: path[...]) ?? place
    log.warnings.append(
      .init(
        file: place.file, line: place.line, path: path.joined(separator: "."), problem: remark))
  }

  /// Notes the canonical text of a value.
  mutating func resolve(
    _ key: String, _ text: String, isDefault fallback: @autoclosure () -> String? = nil
  ) {
    guard log.trial == nil else {
      log.trial?.content &+= ScenarioContent.hash(key, text, after: pathHash)
      return
    }
    let path = keyPath(key)
    log.resolved[path] = text
    if text == fallback() { log.defaults.insert(path) }
  }

  /// Notes that `key` is known here.
  mutating func note(_ key: String, _ record: (Self) -> KeyRecord) {
    knownKeys.append(key)
    if isRecording { log.keys.append(record(self)) }
  }

  /// Reports the keys that nothing has read; call it after the last read.
  mutating func reportUnknownKeys() {
    guard let entries = tree?.entries, !entries.isEmpty else { return }
    // A set is worth making only where there is much to look up.
    let known = entries.count > 8 ? Set(knownKeys) : []
    let unknown = entries.filter { entry in
      entries.count > 8 ? !known.contains(entry.key) : !knownKeys.contains(entry.key)
    }
    guard !unknown.isEmpty else { return }
    for entry in unknown.prefix(50) {
      report(path: keyPath(entry.key), problem(ofUnknown: entry.key), at: entry.place)
    }
    if unknown.count > 50 { report("has \(unknown.count - 50) more unknown keys") }
  }

  private func problem(ofUnknown key: String) -> String {
    let problem = "is not a known key"
    if let near = nearestName(to: halfWidth(key), in: knownKeys) {
      return "\(problem); did you mean \(near)?"
    }
    if let elsewhere = ScenarioKeys.path(endingIn: key) {
      return "\(problem) here; did you mean \(elsewhere)?"
    }
    return "\(problem); the keys here are \(knownKeys.joined(separator: ", "))"
  }
}

extension ScenarioReader.Fallback where Value: Sendable {
  /// The default value, if there is one.
  func value(_ form: ValueForm<Value>) -> Value? {
    switch self {
    case .text(let text): form.parse(text)
    case .inherited(let value, _): value
    case .required: nil
    }
  }

  /// What a recording reader notes.
  func record(_ form: ValueForm<Value>, path: String, help: String) -> KeyRecord {
    var (text, source, isRequired): (String?, String?, Bool) = (nil, nil, false)
    switch self {
    case .text(let written): text = written
    case .inherited(_, let place): source = place
    case .required: isRequired = true
    }
    return KeyRecord(
      path: path, kind: .value(form.shape), fallback: text, inheritsFrom: source,
      isRequired: isRequired, requirement: form.requirement, help: help)
  }
}

extension KeyRecord {
  /// The record of a mapping of known keys.
  static func section(_ path: String, _ help: String) -> Self {
    Self(
      path: path, kind: .section, fallback: nil, inheritsFrom: nil, isRequired: false,
      requirement: "a mapping of keys to values", help: help)
  }
}
