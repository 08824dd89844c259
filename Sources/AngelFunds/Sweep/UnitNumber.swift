/// A number as planners write it, with the unit behind it: `6%`, `8000万`, `3y`, `1.4`.
struct UnitNumber {
  let value: Double
  /// What stands behind the digits; empty for a plain number.
  let unit: String

  /// Reads a text; nil if it does not start with a decimal number.
  init?(_ text: String) {
    let plain = trimmed(text)
    let isDigit: (Character) -> Bool = { $0.isASCII && ($0.isNumber || ".,+-".contains($0)) }
    // An exponent belongs to the number: 2e8, but not 2y.
    let end = plain.lastIndex { isDigit($0) }.map { plain.index(after: $0) } ?? plain.startIndex
    guard let value = NumberSpelling.number(plain[..<end]) else { return nil }
    self.value = value
    unit = trimmed(plain[end...])
  }

  private init(_ value: Double, _ unit: String) { (self.value, self.unit) = (value, unit) }

  /// The same unit with another number; whole where the unit is quarters or months.
  func with(_ value: Double) -> UnitNumber {
    UnitNumber(["q", "m"].contains(unit) ? value.rounded() : value, unit)
  }

  /// As it would be written.
  var text: String { NumberSpelling.plain(value) + unit }
}
