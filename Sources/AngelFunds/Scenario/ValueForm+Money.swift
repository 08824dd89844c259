extension ValueForm<Double> {
  private static var decimal: String { "[0-9][0-9,]*(\\.[0-9]+)?([eE][+-]?[0-9]+)?" }

  /// The smallest amount: less is a number whose 万 or 亿 was forgotten.
  static var smallestAmount: Double { 10_000 }

  /// An amount in yuan.
  static var amount: Self {
    Self(
      requirement: "an amount from 1万 to 100,000亿, such as 10亿, 8000万 or 200000000",
      shape: .numberOrText(pattern: "^\(decimal) ?(亿|万)?元?$"),
      parse: { text in
        var number = text[...]
        if number.hasSuffix("元") { number = number.dropLast() }
        let exponent = number.hasSuffix("亿") ? 8 : number.hasSuffix("万") ? 4 : 0
        if exponent > 0 { number = number.dropLast() }
        return NumberSpelling.number(trimmed(number), exponent: exponent)
          .flatMap { (smallestAmount...1e13).contains($0) ? $0 : nil }
      },
      write: NumberSpelling.plain,
      hint: { text in
        guard let value = NumberSpelling.number(text), value > 0, value < smallestAmount else {
          return ""
        }
        return "; did you mean \(text)\(value < 100 ? "亿" : "万")?"
      })
  }

  /// A rate a year.
  static var rate: Self {
    proportion(in: 0...0.5, "a rate a year from 0% to 50%, such as 6% or 0.06")
  }

  /// A part of a whole.
  static var share: Self {
    proportion(in: 0...1, "a share from 0% to 100%, such as 40% or 0.4")
  }

  /// A part of a whole that is not nothing.
  static var positiveShare: Self {
    proportion(in: 0...1, "a share above 0% and up to 100%, such as 40% or 0.4") { $0 > 0 }
  }

  /// A part of a whole that leaves something.
  static var shareBelowOne: Self {
    proportion(in: 0...1, "a share from 0% to below 100%, such as 20% or 0.2") { $0 < 1 }
  }

  private static func proportion(
    in range: ClosedRange<Double>, _ requirement: String,
    where isValid: @escaping @Sendable (Double) -> Bool = { _ in true }
  ) -> Self {
    let accepts: @Sendable (Double) -> Bool = { range.contains($0) && isValid($0) }
    return Self(
      requirement: requirement,
      shape: .numberOrText(pattern: "^\(decimal) ?%?$"),
      parse: { proportion($0).flatMap { accepts($0) ? $0 : nil } },
      write: NumberSpelling.plain,
      hint: { text in
        let least = text.hasSuffix("%") ? 2.0 : 1
        guard let value = proportion(text), value >= least, accepts(value / 100) else { return "" }
        return "; did you mean \(NumberSpelling.percent(value / 100))?"
      })
  }

  /// `6%` or `0.06`, whatever the size.
  private static func proportion(_ text: String) -> Double? {
    guard text.hasSuffix("%") else { return NumberSpelling.number(text) }
    return NumberSpelling.number(trimmed(text.dropLast()), exponent: -2)
  }

  /// A number without a unit.
  static func number(in range: ClosedRange<Double>, above lower: Double? = nil) -> Self {
    let (low, high) = (
      NumberSpelling.plain(range.lowerBound), NumberSpelling.plain(range.upperBound)
    )
    return Self(
      requirement: lower == nil
        ? "a number from \(low) to \(high)" : "a number above \(low) and up to \(high)",
      shape: .number(range),
      parse: { text in
        NumberSpelling.number(text).flatMap { range.contains($0) && $0 != lower ? $0 : nil }
      },
      write: NumberSpelling.plain)
  }

  /// A weight in a sum of weights.
  static var weight: Self {
    Self(
      requirement: "a weight from 0 to 1,000,000, such as 2 or 40%",
      shape: .numberOrText(pattern: "^\(decimal) ?%?$"),
      parse: { proportion($0).flatMap { (0...1e6).contains($0) ? $0 : nil } },
      write: NumberSpelling.plain)
  }
}
