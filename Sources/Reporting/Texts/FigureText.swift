import AngelFunds

/// Figures as people read them on a screen.
enum FigureText {
  /// A figure with two or three digits that matter.
  static func short(_ value: Double, unit: MetricUnit) -> String {
    switch unit {
    case .multiple: NumberText.fixed(value, decimals: 2) + "x"
    case .share, .rate: NumberText.fixed(100 * value, decimals: 1) + "%"
    case .years: NumberText.fixed(value, decimals: 1)
    case .companies, .funds: NumberText.fixed(value, decimals: 1)
    case .yuan: NumberText.fixed(value, decimals: 0)
    }
  }

  /// A figure with its standard error; what to say `otherwise` if that is absent.
  static func estimate(
    _ value: Double, _ error: Double?, unit: MetricUnit, otherwise: String
  ) -> String {
    guard let error else { return "\(short(value, unit: unit)) \(otherwise)" }
    switch unit {
    case .multiple:
      return "\(NumberText.fixed(value, decimals: 3)) ± \(NumberText.fixed(error, decimals: 3))x"
    case .share, .rate:
      let (value, error) = (100 * value, 100 * error)
      return "\(NumberText.fixed(value, decimals: 2)) ± \(NumberText.fixed(error, decimals: 2))%"
    case .years, .companies, .funds, .yuan:
      return "\(short(value, unit: unit)) ± \(short(error, unit: unit))"
    }
  }
}
