extension ScenarioReader {
  /// Reads what people call a thing: one text, or one for each language.
  mutating func label(
    _ key: String = "label", default fallback: Label, from source: String, _ help: String
  ) -> Label? {
    let requirement = "a text of 1 to 500 characters on one line, or {en: …, zh: …}"
    note(key) {
      KeyRecord(
        path: $0.patternPath(key), kind: .value(.label), fallback: nil, inheritsFrom: source,
        isRequired: false, requirement: requirement, help: help)
    }
    let label = tree?.entry(key).map { written(label: $0, requirement) } ?? .some(fallback)
    guard let label else { return nil }
    resolve("\(key).en", label.english, isDefault: fallback.english)
    resolve("\(key).zh", label.chinese, isDefault: fallback.chinese)
    return label
  }

  private mutating func written(label entry: ScenarioTree.Entry, _ requirement: String) -> Label? {
    guard entry.value.entries != nil else {
      guard let text = text(of: entry, requirement: requirement) else { return nil }
      if let text = ValueForm.freeText.parse(text) { return Label(english: text, chinese: text) }
      report(entry.key, "must be \(requirement); it is empty, too long or has control characters")
      return nil
    }
    return languages(of: entry)
  }

  private mutating func languages(of entry: ScenarioTree.Entry) -> Label? {
    var texts: [String: String] = [:]
    var isSound = true
    for (language, found) in (entry.value.entries ?? []).map({ ($0.key, $0.value) }) {
      let place = entry.value.entry(language)?.place ?? entry.place
      let path = keyPath(entry.key) + "." + language
      if !["en", "zh"].contains(language) {
        report(path: path, "is not a known key; a label has the keys en and zh", at: place)
        isSound = false
      } else if let text = found.text.map({ trimmed($0) }), !found.isEmpty,
        let text = ValueForm.freeText.parse(text)
      {
        texts[language] = text
      } else {
        report(path: path, "must be \(ValueForm.freeText.requirement)", at: place)
        isSound = false
      }
    }
    guard isSound, let either = texts["en"] ?? texts["zh"] else {
      if isSound { report(entry.key, "is empty; give it the keys en and zh, or one text") }
      return nil
    }
    return Label(english: texts["en"] ?? either, chinese: texts["zh"] ?? either)
  }

  /// Reads shares that follow one another and add up to 1.
  mutating func shares(
    _ key: String, default fallback: [Double], from source: String?, _ help: String
  ) -> [Double]? {
    let form = ValueForm.positiveShare
    let requirement = "a list of 1 to 12 shares that add up to 100%, such as [40%, 30%, 30%]"
    let written = "[\(fallback.map(NumberSpelling.percent).joined(separator: ", "))]"
    note(key) {
      KeyRecord(
        path: $0.patternPath(key), kind: .value(form.shape.list(most: 12)),
        fallback: source == nil ? written : nil, inheritsFrom: source, isRequired: false,
        requirement: requirement, help: help)
    }
    let shares = tree?.entry(key).map { self.written(shares: $0, form, requirement) } ?? fallback
    guard let shares else { return nil }
    resolve(key, Self.list(shares), isDefault: Self.list(fallback))
    return shares
  }

  private mutating func written(
    shares entry: ScenarioTree.Entry, _ form: ValueForm<Double>, _ requirement: String
  ) -> [Double]? {
    guard case .list(let items) = entry.value.content, (1...12).contains(items.count) else {
      let found =
        if case .list(let items) = entry.value.content { "a list of \(items.count)" } else {
          entry.value.isEmpty ? "nothing" : entry.value.shownContent
        }
      report(entry.key, "must be \(requirement), not \(found)")
      return nil
    }
    var shares: [Double] = []
    for (number, item) in items.enumerated() {
      let text = item.text.map { trimmed($0) } ?? item.shownContent
      guard let share = form.parse(text) else {
        report(
          path: "\(keyPath(entry.key))[\(number + 1)]", form.refusal(of: text), at: item.place)
        continue
      }
      shares.append(share)
    }
    guard shares.count == items.count else { return nil }
    guard let problem = Self.problem(ofSum: shares) else { return shares }
    report(entry.key, "add up to \(problem)")
    return nil
  }

  /// `90% (50% + 40%); it must be 100%`, or nil if the shares add up to 1.
  static func problem(ofSum shares: [Double]) -> String? {
    let sum = shares.reduce(0, +)
    guard abs(sum - 1) > 1e-9 else { return nil }
    let terms = shares.map(NumberSpelling.percent).joined(separator: " + ")
    let difference = NumberSpelling.percent(abs(sum - 1))
    let remedy = sum > 1 ? "take away \(difference)" : "add \(difference)"
    return "\(NumberSpelling.percent(sum)) (\(terms)), which must be 100%: \(remedy)"
  }

  private static func list(_ values: [Double]) -> String {
    "[\(values.map(NumberSpelling.plain).joined(separator: ", "))]"
  }
}

extension ValueShape {
  /// The shape of a list of such values.
  fileprivate func list(most: Int) -> ValueShape {
    guard case .number(let shape) = self else { return self }
    return .list(shape, most: most)
  }
}
