/// How one kind of value is written in a scenario: what is accepted, and what it means.
struct ValueForm<Value: Sendable>: Sendable {
  /// What a valid text is, after "must be": "a share from 0% to 100%, such as 40% or 0.4".
  ///
  /// Made when it is asked for: forms are made for every value of every cell of a sweep.
  var requirement: String { makeRequirement() }
  /// What editors are told; made when it is asked for.
  var shape: ValueShape { makeShape() }
  /// The value of a text, or nil if the text does not meet `requirement`.
  let parse: @Sendable (String) -> Value?
  /// The one text of a value, whatever it was read from.
  let write: @Sendable (Value) -> String
  /// What the author of a refused text probably meant: "; did you mean 6%?".
  var hint: @Sendable (String) -> String
  private let makeRequirement: @Sendable () -> String
  private let makeShape: @Sendable () -> ValueShape

  init(
    requirement: @autoclosure @escaping @Sendable () -> String,
    shape: @autoclosure @escaping @Sendable () -> ValueShape,
    parse: @escaping @Sendable (String) -> Value?, write: @escaping @Sendable (Value) -> String,
    hint: @escaping @Sendable (String) -> String = { _ in "" }
  ) {
    (makeRequirement, makeShape) = (requirement, shape)
    (self.parse, self.write, self.hint) = (parse, write, hint)
  }

  /// Why `text` is refused, as a sentence without its subject.
  func refusal(of text: String) -> String {
    "must be \(requirement), not \(clipped(text))\(fullWidthHint(text) ?? hint(text))"
  }

  private func fullWidthHint(_ text: String) -> String? {
    guard let character = firstFullWidth(in: text) else { return nil }
    let plain = trimmed(halfWidth(text))
    return parse(plain) == nil
      ? "; it has the full-width '\(character)'" : "; type \(plain) with half-width characters"
  }
}

/// The kinds of values, as editors have to know them.
enum ValueShape: Hashable, Sendable {
  /// A number within bounds, with or without a unit.
  case number(NumberShape)
  /// A year, or a text that matches a regular expression.
  case quarter(years: ClosedRange<Int>, pattern: String)
  /// A value of another shape, or a word for none.
  indirect case either(word: String, ValueShape)
  /// Yes or no.
  case flag
  /// One of a few words.
  case choice([String])
  /// The name of a preset of a section, or the path of one.
  case preset(PresetSection)
  /// Any text that matches a regular expression.
  case text(pattern: String)
  /// A text, or one text for each language.
  case label
  /// A list of numbers.
  case list(NumberShape, most: Int)
  /// The two ends of a range of the number that the key names, or `none`.
  case range
  /// A mapping of key paths to values.
  case anyMapping
}
