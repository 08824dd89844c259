extension ValueForm<Int> {
  /// A span in whole quarters.
  static func span(in range: ClosedRange<Int>) -> Self {
    Self(
      requirement: "a span from \(SpanText.short(range.lowerBound)) to "
        + "\(SpanText.short(range.upperBound)) in whole quarters, such as 5y, 18m or 6q",
      shape: .number(
        .init(
          range: Double(range.lowerBound)...Double(range.upperBound), isWholeQuarters: true,
          units: SpanText.units(yearsPerUnit: 0.25, isWholeQuarters: true))),
      parse: { text in
        SpanText.quarters(text).flatMap { quarters in
          guard quarters == quarters.rounded(), abs(quarters) < 1e6 else { return nil }
          return range.contains(Int(quarters)) ? Int(quarters) : nil
        }
      },
      write: { "\($0)q" },
      hint: SpanText.hint)
  }
}

extension ValueForm<Double> {
  /// A time in years that need not be whole quarters; above 0.
  static var years: Self { Made.years }

  /// A time in years that need not be whole quarters; from 0.
  static var yearsOrNone: Self { Made.yearsOrNone }

  fileprivate static var newYears: Self {
    years("a time above 0 and up to 40y, such as 6.5y or 18m", isAboveZero: true)
  }

  fileprivate static var newYearsOrNone: Self {
    years("a time from 0y to 40y, such as 0y, 6.5y or 18m", isAboveZero: false)
  }

  private static func years(_ requirement: String, isAboveZero: Bool) -> Self {
    let shape = NumberShape(
      range: 0...40, isAboveLow: isAboveZero,
      units: SpanText.units(yearsPerUnit: 1, isWholeQuarters: false))
    return Self(
      requirement: requirement,
      shape: .number(shape),
      parse: { text in
        SpanText.quarters(text).map { $0 / 4 }.flatMap { shape.contains($0) ? $0 : nil }
      },
      write: { NumberSpelling.plain($0) + "y" },
      hint: SpanText.hint)
  }
}

/// Forms of times, made once.
private enum Made {
  static let years = ValueForm<Double>.newYears
  static let yearsOrNone = ValueForm<Double>.newYearsOrNone
}

extension ValueForm<CalendarQuarter> {
  /// A quarter of a year of this century.
  static var quarter: Self {
    Self(
      requirement: "a quarter from 2000Q1 to 2100Q4 such as 2026Q1, or its first month as 2026-01",
      shape: .quarter(
        years: 2000...2100, pattern: "^(20[0-9][0-9]|2100)([qQ][1-4]|-(01|04|07|10))?$"),
      parse: CalendarQuarter.init(text:),
      write: \.description)
  }
}

extension CalendarQuarter {
  fileprivate init?(text: String) {
    guard let year = Int(text.prefix(4)), (2000...2100).contains(year) else { return nil }
    let quarters = ["": 1, "Q1": 1, "Q2": 2, "Q3": 3, "Q4": 4, "-01": 1, "-04": 2, "-07": 3]
      .merging(["-10": 4]) { first, _ in first }
    guard let quarter = quarters[text.dropFirst(4).uppercased()] else { return nil }
    self.init(year: year, quarter: quarter)
  }
}

/// Reading and writing spans of time.
enum SpanText {
  /// The units of spans, as schemas know them.
  ///
  /// - Parameter yearsPerUnit: How many years make one of the unit of the bounds.
  static func units(yearsPerUnit: Double, isWholeQuarters: Bool) -> [NumberShape.Unit] {
    [("(y|年)", 1.0, "([05]0*|[27]50*)"), ("(q|个?季度|季)", 4, "0+"), ("(m|个?月)", 12, "0+")].map {
      NumberShape.Unit(
        spelling: $0.0, perUnit: $0.1 * yearsPerUnit,
        decimals: isWholeQuarters ? $0.2 : "[0-9]+")
    }
  }

  private static let units: [(name: String, quarters: Double, months: Double)] = [
    ("个季度", 1, 0), ("季度", 1, 0), ("个月", 0, 1), ("年", 4, 0), ("月", 0, 1), ("季", 1, 0),
    ("y", 4, 0), ("q", 1, 0), ("m", 0, 1),
  ]

  /// The number of quarters that `text` means, or nil without a number and a unit.
  static func quarters(_ text: String) -> Double? {
    guard let unit = units.first(where: { text.hasSuffix($0.name) }),
      let number = NumberSpelling.numberBeforeUnit(trimmed(text.dropLast(unit.name.count)))
    else { return nil }
    return unit.months > 0 ? number / 3 : number * unit.quarters
  }

  /// How many of a unit make a quarter; nil for what is no unit of time.
  static func unitsAQuarter(_ unit: String) -> Double? {
    guard let unit = units.first(where: { $0.name == unit }) else { return nil }
    return unit.months > 0 ? 3 : 1 / unit.quarters
  }

  /// `15y`, or `6q` where the quarters are not whole years.
  static func short(_ quarters: Int) -> String {
    quarters > 0 && quarters.isMultiple(of: 4) ? "\(quarters / 4)y" : "\(quarters)q"
  }

  /// What the author of a refused span probably meant.
  @Sendable static func hint(_ text: String) -> String {
    if let number = NumberSpelling.number(text), number >= 0 {
      return "; add a unit: \(text)y, \(text)q or \(text)m"
    }
    guard let quarters = quarters(text), quarters != quarters.rounded(), (0..<1000) ~= quarters
    else { return "" }
    let (low, high) = (Int(quarters.rounded(.down)) * 3, Int(quarters.rounded(.up)) * 3)
    return "; a quarter has 3 months, so write \(low)m or \(high)m"
  }
}
