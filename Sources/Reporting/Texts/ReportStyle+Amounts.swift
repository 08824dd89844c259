import AngelFunds

extension ReportStyle {
  /// An amount in the tables of a screen: a bare number in the unit that was asked for, else in 亿
  /// or 万, or in millions.
  func amount(_ yuan: Double) -> String {
    guard chosenUnit != nil else { return NumberText.amount(yuan, language: language) }
    return NumberText.grouped(yuan / unit.size, decimals: unit.decimals)
  }

  /// The same with a digit more where one company's money is told.
  func fineAmount(_ yuan: Double) -> String {
    switch (chosenUnit, language) {
    case (nil, .chinese): return NumberText.amount(yuan, language: language)
    case (nil, .english): return NumberText.fixed(yuan / 1e6, decimals: 2) + "m"
    case (.yuan, _): return NumberText.grouped(yuan, decimals: 0)
    case (.wan, _), (.million, _), (.yi, _):
      return NumberText.grouped(yuan / unit.size, decimals: unit.decimals + 1)
    }
  }

  /// An amount in a sentence, with the unit that was asked for.
  func amountInWords(_ yuan: Double) -> String {
    let unit = chosenUnit == nil ? "" : language == .chinese ? unitName : " \(unitName)"
    return amount(yuan) + unit
  }
}

extension ReportStyle {
  /// A figure on a screen with two or three digits that matter.
  func short(_ value: Double, unit: MetricUnit) -> String {
    unit == .yuan ? amount(value) : FigureText.short(value, unit: unit)
  }

  /// A figure with its standard error; `± ?` where that would mislead.
  func estimate(_ value: Double, _ error: Double?, unit: MetricUnit) -> String {
    let unreliable = texts("terminal.unreliable")
    guard unit == .yuan else {
      return FigureText.estimate(value, error, unit: unit, otherwise: unreliable)
    }
    return "\(amount(value)) \(error.map { "± \(amount($0))" } ?? unreliable)"
  }

  /// A range in the digits of `short`.
  func range(_ range: ClosedRange<Double>, unit: MetricUnit) -> String {
    "\(short(range.lowerBound, unit: unit))…\(short(range.upperBound, unit: unit))"
  }
}
