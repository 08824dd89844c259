/// Which numbers may stand at a key, and in which units they may be written.
///
/// The reader and the schema both take their bounds from here.
struct NumberShape: Hashable, Sendable {
  /// A unit that may follow a number.
  struct Unit: Hashable, Sendable {
    /// A regular expression of its spellings; empty where there is no unit.
    let spelling: String
    /// How many of it make one of the unit of the bounds.
    let perUnit: Double
    /// A regular expression of the digits that may follow the decimal point.
    var decimals = "[0-9]+"
    /// Whether the unit may be left out.
    var isOptional = false

    /// Nothing behind the number.
    static let none = Unit(spelling: "", perUnit: 1, isOptional: true)
  }

  let range: ClosedRange<Double>
  /// Whether the lower end itself is too low.
  var isAboveLow = false
  /// Whether the upper end itself is too high.
  var isBelowHigh = false
  var isWhole = false
  /// Whether it is a span of time in whole quarters.
  var isWholeQuarters = false
  var units: [Unit] = [.none]

  /// The same numbers in other units.
  func with(units: [Unit]) -> Self {
    var shape = self
    shape.units = units
    return shape
  }

  /// Whether `value` is within the bounds, in their unit.
  func contains(_ value: Double) -> Bool {
    range.contains(value) && !(isAboveLow && value == range.lowerBound)
      && !(isBelowHigh && value == range.upperBound)
  }

  /// A bound as it is written; whole numbers end at the largest of 64 bits.
  func text(_ bound: Double, in unit: Unit = .none) -> String {
    if isWhole { return "\(Int64(exactly: bound) ?? .max)" }
    return NumberSpelling.rounded(bound * unit.perUnit)
  }
}

extension NumberShape {
  /// A regular expression of the texts within the bounds; a number with an exponent, which
  /// has no unit, is only checked for its form.
  ///
  /// It looks ahead at the digits first, then takes sign, number and unit.
  var pattern: String {
    let (low, high) = (range.lowerBound, range.upperBound)
    let digits = "([0-9]+|[0-9]{1,3}(,[0-9]{3})+|(?=\\.[0-9]))"
    let plain = lookaheads(max(low, 0), high) + digits
    let ending = "(\(tails.joined(separator: "|")))$"
    guard low < 0 else { return "^(\\+|-(?=[0,.]*([^0-9,.]|$)))?\(plain)\(ending)" }
    return "^(\\+?\(plain)|-\(lookaheads(0, -low))\(digits))\(ending)"
  }

  private func lookaheads(_ low: Double, _ high: Double) -> String {
    func ahead(_ ways: (Unit) -> [String]) -> String {
      let all = units.map { "(\(ways($0).joined(separator: "|")))" + name($0) }
      return "(?=[0-9,.]*[eE]|[0,]*(\(all.joined(separator: "|")))$)"
    }
    let least = ahead {
      DecimalPattern(text(low, in: $0)).atLeast(orEqual: !(isAboveLow && low == range.lowerBound))
    }
    let most = ahead { DecimalPattern(text(high, in: $0)).atMost(orEqual: !isBelowHigh) }
    return low == 0 && !isAboveLow ? most : least + most
  }

  /// What follows the digits before the point, for each kind of decimals.
  private var tails: [String] {
    let exponent = "[eE][+-]?[0-9]{1,5}"
    let withExponent = "(\\.[0-9]*)?\(exponent)"
    if isWhole { return ["(\\.0*)?", withExponent] }
    guard Set(units.map(\.decimals)).count > 1 else {
      let names = units.map(name).filter { !$0.isEmpty }
      let name = names.isEmpty ? "" : "(\(names.joined(separator: "|")))?"
      return ["(\\.[0-9]*)?\(name)"] + (units.contains(where: \.isOptional) ? [withExponent] : [])
    }
    return units.map { "(\\.(\($0.decimals))?)?\(name($0))" }
  }

  private func name(_ unit: Unit) -> String {
    unit.spelling.isEmpty ? "" : "[ \\t]*\(unit.spelling)\(unit.isOptional ? "?" : "")"
  }
}
