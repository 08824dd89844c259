import Foundation

/// A number as a page shows it, in the unit of CSV files.
struct PageNumber {
  let value: Double
  /// One of its last digit.
  let step: Double

  /// Reads what stands before an error; nil if there is no number.
  init?(_ text: String) {
    let number = text.prefix { $0 != "±" }.replacing(",", with: "")
    guard let match = number.firstMatch(of: /[+-]?[0-9]+(\.([0-9]+))?/),
      let value = Double(match.0)
    else { return nil }
    let scale = Self.scale(text)
    self.value = value * scale
    step = scale * pow(10, -Double(match.2?.count ?? 0))
  }

  private static func scale(_ text: String) -> Double {
    for (sign, scale) in [
      ("%", 0.01), ("pp", 0.01), ("个百分点", 0.01), ("10k yuan", 1e4), ("million yuan", 1e6),
      ("百万元", 1e6), ("万元", 1e4), ("亿元", 1e8),
    ] where text.replacing(" ± ?", with: "").hasSuffix(sign) {
      return scale
    }
    return 1
  }
}
