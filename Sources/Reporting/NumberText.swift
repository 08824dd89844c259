internal import Foundation

/// Numbers as text.
public enum NumberText {
  /// A number with at most `decimals` decimals, a point, and no grouping; empty where it is
  /// absent or not finite.
  public static func plain(_ value: Double?, decimals: Int) -> String {
    guard let value, value.isFinite else { return "" }
    let scale = pow(10, Double(decimals))
    let scaled = (value * scale).rounded()
    guard abs(scaled) < 9e15 else { return "\(value)" }
    let digits = Int64(scaled)
    let unit = Int64(scale)
    let whole = String(digits.magnitude / UInt64(unit))
    var fraction = String(digits.magnitude % UInt64(unit))
    let sign = digits < 0 ? "-" : ""
    guard fraction != "0", decimals > 0 else { return sign + whole }
    fraction = String(repeating: "0", count: decimals - fraction.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return "\(sign)\(whole).\(fraction)"
  }

  /// A number with exactly `decimals` decimals.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    let text = String(format: "%.\(decimals)f", value)
    return Double(text) == 0 && text.hasPrefix("-") ? String(text.dropFirst()) : text
  }

  /// A whole number with a comma behind every three digits: `20,000`.
  public static func grouped(_ value: Int) -> String {
    var digits = String(value.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (value < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }

  /// An amount as planners read it: in 亿 or 万 in Chinese, in millions in English.
  public static func amount(_ yuan: Double, language: Language) -> String {
    switch language {
    case .english: fixed(yuan / 1e6, decimals: 1) + "m"
    // What would round to 10000万 is 1亿.
    case .chinese where abs(yuan) >= 99_995_000: fixed(yuan / 1e8, decimals: 2) + "亿"
    case .chinese: fixed(yuan / 1e4, decimals: 0) + "万"
    }
  }
}

/// The language of labels and messages in reports.
public enum Language: String, CaseIterable, Sendable {
  /// English.
  case english = "en"
  /// Chinese, in simplified characters.
  case chinese = "zh"
}
