extension ScenarioTextScan {
  /// Notes a key, and that it was named before.
  mutating func enterKey(_ key: String, at column: Int) {
    if !isInBrackets {
      while let last = levels.last?.column, last > column { levels.removeLast() }
      if let last = levels.last, last.column == column, last.isList { levels.removeLast() }
      if levels.last?.column ?? -1 < column { open(at: column, isList: false) }
    }
    guard let top = levels.indices.last, !levels[top].isList else { return }
    levels[top].key = key
    if let first = levels[top].lines[key] {
      report("is named twice; it stands on line \(first) already", path: currentPath)
    } else {
      levels[top].lines[key] = line
    }
  }

  /// Notes a dash.
  mutating func enterList(at column: Int) {
    while let last = levels.last?.column, last > column { levels.removeLast() }
    if let last = levels.last, last.column == column, last.isList { return }
    open(at: column, isList: true)
  }

  /// Reports what stands where a key belongs and looks like a slip.
  mutating func reportBadKey(_ text: String, at column: Int) {
    if isInBrackets, levels.last?.isList == false, text.allSatisfy(\.isASCII),
      text.allSatisfy(\.isNumber)
    {
      return report(
        "has a comma inside a number; between '{' and '}' write it without", path: currentPath)
    }
    reportBadColon(in: text, at: column)
  }

  /// Reports a key whose colon is full-width, or has no blank after it.
  private mutating func reportBadColon(in text: String, at column: Int) {
    let word = text.prefix { $0 != "：" && $0 != ":" }
    guard !word.isEmpty, !word.contains(" "), let colon = text.dropFirst(word.count).first else {
      return
    }
    if colon == "：" {
      report(
        "uses the full-width colon '：'; type ':' and a space", path: path(beside: word, at: column))
    } else {
      report("needs a space after ':'", path: path(beside: word, at: column))
    }
  }

  /// The keys from the root to the place reached.
  private var currentPath: String { path(levels) }

  private func path(beside word: Substring, at column: Int) -> String {
    let parents = isInBrackets ? levels.dropLast() : levels.filter { $0.column ?? -1 < column }[...]
    let prefix = path(Array(parents))
    return prefix.isEmpty ? String(word) : "\(prefix).\(word)"
  }

  private func path(_ levels: [Level]) -> String {
    levels.map(\.key).filter { !$0.isEmpty }.joined(separator: ".")
  }
}
