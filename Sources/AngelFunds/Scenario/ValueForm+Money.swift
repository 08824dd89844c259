extension ValueForm<Double> {
  /// The smallest amount: less is a number whose 万 or 亿 was forgotten.
  static var smallestAmount: Double { 10_000 }

  fileprivate static var newAmount: Self {
    let shape = NumberShape(
      range: smallestAmount...1e13,
      units: [
        .init(spelling: "亿元?", perUnit: 1e-8), .init(spelling: "万元?", perUnit: 1e-4),
        .init(spelling: "元", perUnit: 1, isOptional: true),
      ])
    return Self(
      requirement: "an amount from 1万 to 100,000亿, such as 10亿, 8000万 or 200000000",
      shape: .number(shape),
      parse: { text in
        var number = text[...]
        if number.hasSuffix("元") { number = number.dropLast() }
        let exponent = number.hasSuffix("亿") ? 8 : number.hasSuffix("万") ? 4 : 0
        if exponent > 0 { number = number.dropLast() }
        let value =
          number.endIndex == text.endIndex
          ? NumberSpelling.number(number)
          : NumberSpelling.numberBeforeUnit(trimmed(number), exponent: exponent)
        return value.flatMap { shape.contains($0) ? $0 : nil }
      },
      write: NumberSpelling.plain,
      hint: { text in
        guard let value = NumberSpelling.number(text), value > 0, value < smallestAmount else {
          return ""
        }
        return "; did you mean \(text)\(value < 100 ? "亿" : "万")?"
      })
  }

  fileprivate static var newRate: Self {
    proportion(.init(range: 0...0.5), "a rate a year from 0% to 50%, such as 6% or 0.06")
  }

  fileprivate static var newShare: Self {
    proportion(.init(range: 0...1), "a share from 0% to 100%, such as 40% or 0.4")
  }

  fileprivate static var newShareUpToHalf: Self {
    proportion(.init(range: 0...0.5), "a share from 0% to 50%, such as 20% or 0.2")
  }

  fileprivate static var newPositiveShare: Self {
    proportion(
      .init(range: 0...1, isAboveLow: true),
      "a share above 0% and up to 100%, such as 40% or 0.4")
  }

  fileprivate static var newShareBelowOne: Self {
    proportion(
      .init(range: 0...1, isBelowHigh: true),
      "a share from 0% to below 100%, such as 20% or 0.2")
  }

  fileprivate static var newWeight: Self {
    proportion(
      .init(range: 0...1e6), "a weight from 0 to 1,000,000, such as 2 or 40%", hints: false)
  }

  fileprivate static var newMultiple: Self {
    proportion(.init(range: 0...10), "a multiple from 0 to 10, such as 1.5 or 150%", hints: false)
  }

  fileprivate static var newGrowth: Self {
    proportion(
      .init(range: 1...10), "a multiple from 100% to 1000%, such as 150% or 1.5", hints: false)
  }

  fileprivate static var newLoss: Self {
    proportion(.init(range: -1...0), "a change from -100% to 0%, such as -20% or -0.2")
  }

  private static func proportion(
    _ bounds: NumberShape, _ requirement: String, hints: Bool = true
  ) -> Self {
    Self(
      requirement: requirement,
      shape: .number(bounds.with(units: [.none, .init(spelling: "%", perUnit: 100)])),
      parse: { proportion($0).flatMap { bounds.contains($0) ? $0 : nil } },
      write: NumberSpelling.plain,
      hint: { text in
        let least = text.hasSuffix("%") ? 2.0 : 1
        guard hints, let value = proportion(text), value >= least, bounds.contains(value / 100)
        else { return "" }
        return "; did you mean \(NumberSpelling.percent(value / 100))?"
      })
  }

  /// `6%` or `0.06`, whatever the size.
  private static func proportion(_ text: String) -> Double? {
    guard text.hasSuffix("%") else { return NumberSpelling.number(text) }
    return NumberSpelling.numberBeforeUnit(trimmed(text.dropLast()), exponent: -2)
  }

  /// A number without a unit.
  static func number(in range: ClosedRange<Double>, isAboveLow: Bool = false) -> Self {
    let shape = NumberShape(range: range, isAboveLow: isAboveLow)
    return Self(
      requirement: (isAboveLow ? "a number above " : "a number from ")
        + NumberSpelling.plain(range.lowerBound) + (isAboveLow ? " and up to " : " to ")
        + NumberSpelling.plain(range.upperBound),
      shape: .number(shape),
      parse: { text in NumberSpelling.number(text).flatMap { shape.contains($0) ? $0 : nil } },
      write: NumberSpelling.plain)
  }
}

/// Forms of numbers, made once: planning a sweep asks for them millions of times.
private enum Made {
  static let amount = ValueForm<Double>.newAmount
  static let rate = ValueForm<Double>.newRate
  static let share = ValueForm<Double>.newShare
  static let shareUpToHalf = ValueForm<Double>.newShareUpToHalf
  static let positiveShare = ValueForm<Double>.newPositiveShare
  static let shareBelowOne = ValueForm<Double>.newShareBelowOne
  static let weight = ValueForm<Double>.newWeight
  static let multiple = ValueForm<Double>.newMultiple
  static let growth = ValueForm<Double>.newGrowth
  static let loss = ValueForm<Double>.newLoss
}

extension ValueForm<Double> {
  /// An amount in yuan.
  static var amount: Self { Made.amount }

  /// A rate a year.
  static var rate: Self { Made.rate }

  /// A part of a whole.
  static var share: Self { Made.share }

  /// A part of a whole that leaves at least as much.
  static var shareUpToHalf: Self { Made.shareUpToHalf }

  /// A part of a whole that is not nothing.
  static var positiveShare: Self { Made.positiveShare }

  /// A part of a whole that leaves something.
  static var shareBelowOne: Self { Made.shareBelowOne }

  /// A weight in a sum of weights.
  static var weight: Self { Made.weight }

  /// A multiple of something that may be nothing.
  static var multiple: Self { Made.multiple }

  /// A multiple that is no less than the whole.
  static var growth: Self { Made.growth }

  /// A change by a part of a whole, from losing all of it to none.
  static var loss: Self { Made.loss }
}
