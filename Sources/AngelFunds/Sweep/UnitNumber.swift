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

  /// The same unit with another number, rounded to what a key takes.
  func with(_ value: Double, for grain: ScenarioKeys.Grain = .any) -> UnitNumber {
    let unitsAQuarter = SpanText.unitsAQuarter(unit)
    switch grain {
    case .wholeQuarters:
      let size = unitsAQuarter ?? 1
      return UnitNumber((value / size).rounded() * size, unit)
    case .wholeNumbers where unit.isEmpty: return UnitNumber(value.rounded(), unit)
    case .wholeNumbers, .any:
      // Times that may be any part of a year are whole in quarters and months all the same.
      return UnitNumber(unitsAQuarter.map { $0 >= 1 } ?? false ? value.rounded() : value, unit)
    }
  }

  /// As it would be written.
  var text: String { NumberSpelling.plain(value) + unit }
}
