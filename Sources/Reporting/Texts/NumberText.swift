internal import Foundation

/// Numbers as text.
public enum NumberText {
  /// A number with at most `decimals` decimals, a point, and no grouping; empty where it is
  /// absent or not finite.
  public static func plain(_ value: Double?, decimals: Int) -> String {
    var text: [UInt8] = []
    write(value, decimals: decimals, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Adds what `plain` says to a text in UTF-8.
  static func write(_ value: Double?, decimals: Int, to text: inout [UInt8]) {
    guard let value, value.isFinite else { return }
    let scaled = (value * pow(10, Double(decimals))).rounded()
    guard abs(scaled) < 9e15 else {
      text += "\(value)".utf8
      return
    }
    if scaled < 0 { text.append(UInt8(ascii: "-")) }
    write(scaled: Int64(scaled).magnitude, decimals: decimals, to: &text)
  }

  /// Adds a whole number, with a point before the last `decimals` digits but no zeros behind it.
  private static func write(scaled: UInt64, decimals: Int, to text: inout [UInt8]) {
    var (rest, digits) = (scaled, decimals)
    while digits > 0, rest.isMultiple(of: 10) { (rest, digits) = (rest / 10, digits - 1) }
    let start = text.count
    var written = 0
    while rest > 0 || written <= digits {
      if written == digits, digits > 0 { text.append(UInt8(ascii: ".")) }
      text.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
      written += 1
    }
    text[start...].reverse()
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

  /// A number with exactly `decimals` decimals and a comma behind every three digits before the
  /// point.
  static func grouped(_ value: Double, decimals: Int) -> String {
    let text = fixed(value, decimals: decimals)
    guard let whole = Int(text.prefix { $0 != "." }), abs(value) < 1e15 else { return text }
    let sign = text.hasPrefix("-") && whole == 0 ? "-" : ""
    return sign + grouped(whole) + text.drop { $0 != "." }
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
