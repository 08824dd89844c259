extension ScenarioTextScan {
  /// Notes a key, and that it was named before.
  mutating func enterKey(_ key: String, at column: Int) {
    if !isInBrackets {
      while let last = levels.last?.column, last > column { levels.removeLast() }
      if let last = levels.last, last.column == column, last.isList { levels.removeLast() }
      if levels.last?.column ?? -1 < column {
        reportKeysBelowValue()
        open(at: column, isList: false)
      }
    }
    guard let top = levels.indices.last, !levels[top].isList else { return }
    (levels[top].key, levels[top].valueLine) = (key, nil)
    if let first = levels[top].lines[key] {
      report("is named twice; it stands on line \(first) already", path: currentPath)
    } else {
      levels[top].lines[key] = line
    }
  }

  /// Notes that the key reached has a value on a line.
  mutating func noteValue(at line: Int? = nil) {
    guard let top = levels.indices.last, !levels[top].isList, levels[top].column != nil else {
      return
    }
    levels[top].valueLine = levels[top].valueLine ?? line ?? self.line
  }

  /// Reports a key that has a value and, on later lines, keys below it: the parser would blame the
  /// first of these.
  mutating func reportKeysBelowValue() {
    guard let last = levels.last, !last.isList, let line = last.valueLine, last.column != nil else {
      return
    }
    report(
      "has a value and, indented below it, keys; leave out one or the other", path: currentPath,
      line: line)
  }

  /// Notes a dash.
  mutating func enterList(at column: Int) {
    while let last = levels.last?.column, last > column { levels.removeLast() }
    if let last = levels.last, last.column == column, last.isList { return }
    open(at: column, isList: true)
  }

  /// Reports what stands where a key belongs and looks like a slip.
  mutating func reportBadKey(_ text: String, at column: Int) {
    if isInBrackets, isRestOfNumber(text) {
      let (open, close) = levels.last?.isList == true ? ("[", "]") : ("{", "}")
      return report(
        "has a comma inside a number; between '\(open)' and '\(close)' write it without",
        path: currentPath)
    }
    reportBadColon(in: text, at: column)
  }

  /// Whether `text` is what a comma between groups of three digits leaves of a number, such as the
  /// `000万` of `1,000万`.
  ///
  /// In a list the rest has to start with 0, as `[100, 200]` are two numbers.
  private func isRestOfNumber(_ text: String) -> Bool {
    let isInList = levels.last?.isList == true
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if !isInList, digits.count == text.count { return true }
    return digits.count == 3 && (!isInList || digits.hasPrefix("0"))
      && lastText.last.map { $0.isASCII && $0.isNumber } ?? false
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
  var currentPath: String { path(levels) }

  private func path(beside word: Substring, at column: Int) -> String {
    let parents = isInBrackets ? levels.dropLast() : levels.filter { $0.column ?? -1 < column }[...]
    let prefix = path(Array(parents))
    return prefix.isEmpty ? String(word) : "\(prefix).\(word)"
  }

  private func path(_ levels: [Level]) -> String {
    levels.map(\.key).filter { !$0.isEmpty }.joined(separator: ".")
  }
}
