extension ValueForm<Int> {
  /// A whole number.
  static func count(in range: ClosedRange<Int>) -> Self {
    let number = ValueForm<UInt64>.wholeNumber(
      in: UInt64(range.lowerBound)...UInt64(range.upperBound))
    return Self(
      requirement: number.requirement, shape: number.shape,
      parse: { number.parse($0).map { Int($0) } }, write: { "\($0)" })
  }
}

extension ValueForm<Bool> {
  /// Yes or no.
  static var flag: Self {
    Self(
      requirement: "yes or no",
      shape: .flag,
      parse: { ["yes": true, "true": true, "no": false, "false": false][$0.lowercased()] },
      write: { $0 ? "yes" : "no" })
  }
}

extension ValueForm {
  /// The same, or the word `none`.
  var orNone: ValueForm<Value?> {
    ValueForm<Value?>(
      requirement: "\(requirement), or none",
      shape: .either(word: "none", shape),
      parse: { text in text == "none" ? .some(nil) : parse(text).map { .some($0) } },
      write: { $0.map(write) ?? "none" },
      hint: hint)
  }
}

extension ValueForm<Double?> {
  /// A number of things a year, or the word `unlimited`.
  static var countOrUnlimited: Self {
    let shape = NumberShape(range: 0...100_000, isAboveLow: true)
    return Self(
      requirement: "a number above 0 and up to 100000, or unlimited",
      shape: .either(word: "unlimited", .number(shape)),
      parse: { text in
        if text == "unlimited" { return .some(nil) }
        return NumberSpelling.number(text).flatMap { shape.contains($0) ? .some($0) : nil }
      },
      write: { $0.map(NumberSpelling.plain) ?? "unlimited" })
  }
}

extension ValueForm<UInt64> {
  /// A whole number, with or without commas between groups of three digits; `2e4` is one too.
  static func wholeNumber(in range: ClosedRange<UInt64>) -> Self {
    Self(
      requirement:
        "a whole number from \(grouped(range.lowerBound)) to \(grouped(range.upperBound))",
      shape: .number(
        .init(range: Double(range.lowerBound)...Double(range.upperBound), isWhole: true)),
      parse: { text in
        guard let number = NumberSpelling.number(text) else { return nil }
        return (UInt64(text.filter { $0 != "," }) ?? UInt64(exactly: number))
          .flatMap { range.contains($0) ? $0 : nil }
      },
      write: { "\($0)" })
  }

  private static func grouped(_ value: UInt64) -> String {
    value < 1000 ? "\(value)" : grouped(value / 1000) + "," + "\(1000 + value % 1000)".dropFirst()
  }
}

extension ValueForm where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One of the cases of an enumeration.
  static var choice: Self {
    Self(
      requirement: (names.count > 1 ? "one of " : "") + names.joined(separator: ", "),
      shape: .choice(names),
      parse: { Value(rawValue: $0) },
      // No key path: one with generic parts is made anew every time.
      write: { $0.rawValue },
      hint: { text in nearestName(to: text, in: names).map { "; did you mean \($0)?" } ?? "" })
  }

  private static var names: [String] { Value.allCases.map(\.rawValue) }
}

extension ValueForm<String> {
  /// The name of a thing of the scenario.
  static var name: Self {
    Self(
      requirement: EntryName.requirement,
      shape: .text(pattern: EntryName.pattern),
      parse: { EntryName.isValid($0) ? $0 : nil },
      write: { $0 },
      hint: EntryName.hint)
  }

  /// Text for people.
  static var freeText: Self {
    Self(
      requirement: "a text of 1 to 500 characters on one line",
      shape: .label,
      parse: { text in
        let isPlain = text.unicodeScalars.allSatisfy {
          $0.properties.generalCategory != .control && !(0x2028...0x2029).contains($0.value)
        }
        return isPlain && (1...500).contains(text.unicodeScalars.count) ? text : nil
      },
      write: { $0 })
  }
}

/// What things of a scenario may be called.
enum EntryName {
  static let pattern = "^[a-z][a-z0-9_]{0,63}$"
  static let requirement =
    "a name of small letters, digits and '_' that starts with a letter and has at most 64 of "
    + "them, such as songshan_lake"

  static func isValid(_ name: String) -> Bool {
    guard let first = name.utf8.first, (97...122).contains(first), name.utf8.count <= 64 else {
      return false
    }
    return name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
  }

  /// What the author of a refused name should do.
  @Sendable static func hint(_ name: String) -> String {
    if !name.utf8.allSatisfy({ $0 < 128 }) {
      return "; put \(clipped(name)) into its label"
    }
    let plain = String(name.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
    return isValid(plain) && plain != name ? "; did you mean \(plain)?" : ""
  }
}
