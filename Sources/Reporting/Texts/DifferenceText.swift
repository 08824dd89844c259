import AngelFunds

/// Differences as people read them on a screen, with as many decimals as their errors call for.
struct DifferenceText {
  let unit: MetricUnit
  let style: ReportStyle
  private let decimals: Int

  /// - Parameter error: The standard error that decides on the decimals; nil where there is none.
  init(unit: MetricUnit, error: Double?, style: ReportStyle) {
    self.unit = unit
    self.style = style
    var decimals = unit == .multiple ? 3 : 2
    var digits = (error ?? 1) * (Self.isPercent(unit) ? 100 : 1)
    for _ in 0..<decimals { digits *= 10 }
    // Two digits of the error, should there be room for them.
    while digits > 0, digits < 9.5, decimals < Self.mostDecimals {
      digits *= 10
      decimals += 1
    }
    self.decimals = decimals
  }

  private static let mostDecimals = 4

  private static func isPercent(_ unit: MetricUnit) -> Bool { unit == .share || unit == .rate }

  private var suffix: String {
    switch unit {
    case .multiple: "x"
    case .share, .rate: "%"
    case .yuan, .years, .companies, .funds: ""
    }
  }

  private func number(_ value: Double) -> String {
    unit == .yuan
      ? style.amount(value)
      : NumberText.fixed(Self.isPercent(unit) ? 100 * value : value, decimals: decimals)
  }

  private func signed(_ value: Double) -> String {
    let text = number(value)
    return value > 0 ? "+" + text : text
  }

  /// `1.396 ± 0.008x`; what to say `otherwise` if there is no error.
  func estimate(_ value: Double, _ error: Double?, otherwise: String) -> String {
    guard let error else { return "\(number(value))\(suffix) \(otherwise)" }
    return "\(number(value)) ± \(number(error))\(suffix)"
  }

  /// `+0.032 ± 0.002x`.
  func difference(_ difference: Difference) -> String {
    let error = difference.standardError.map { " ± \(number($0))" } ?? ""
    return signed(difference.value) + error + suffix
  }

  /// `+0.028…+0.036`, in the unit of the difference.
  func interval(_ interval: ClosedRange<Double>) -> String {
    "\(signed(interval.lowerBound))…\(signed(interval.upperBound))"
  }
}
