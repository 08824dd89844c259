/// Reading and writing numbers as planners write them.
enum NumberSpelling {
  /// A decimal number with an optional exponent and commas between groups of three digits.
  ///
  /// Hexadecimal, infinite and missing numbers are refused, and so is what does not fit a `Double`.
  static func number(_ text: some StringProtocol) -> Double? {
    guard let digits = plainDigits(text), let value = Double(digits), value.isFinite else {
      return nil
    }
    return value
  }

  /// The number before a unit, times ten to the power of `exponent`, rounded once.
  ///
  /// A number with a unit has no exponent of its own: `1e-8亿` is no way to write an amount, and a
  /// schema could not tell whether it is within bounds.
  static func numberBeforeUnit(_ text: some StringProtocol, exponent: Int = 0) -> Double? {
    guard let digits = plainDigits(text), !digits.contains("e") else { return nil }
    return Double("\(digits)e\(exponent)").flatMap { $0.isFinite ? $0 : nil }
  }

  /// `value` as short as it can be without loss: `200000000`, `0.06`.
  static func plain(_ value: Double) -> String {
    guard value == value.rounded(), abs(value) < 1e15 else { return "\(value)" }
    return "\(Int(value))"
  }

  /// A share as people read it: `37.5%`.
  static func percent(_ value: Double) -> String { rounded(value * 100) + "%" }

  /// An amount as people read it: `1.875亿`, `7500万`.
  static func amount(_ value: Double) -> String {
    switch abs(value) {
    case 99_999_999.5...: rounded(value / 1e8) + "亿"
    case 1e4...: rounded(value / 1e4) + "万"
    default: rounded(value)
    }
  }

  /// `value` to six decimals, for people.
  static func rounded(_ value: Double) -> String {
    guard abs(value) < 1e9 else { return plain(value) }
    return plain((value * 1e6).rounded() / 1e6)
  }

  /// `text` without its commas and in lower case, or nil if it is not a decimal number.
  private static func plainDigits(_ text: some StringProtocol) -> String? {
    if isDigits(text), text.utf8.count <= 60 { return String(text) }
    let lowered = text.lowercased()
    guard lowered.utf8.count <= 60 else { return nil }
    let parts = lowered.split(separator: "e", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let mantissa = mantissa(unsigned(parts[0])) else {
      return nil
    }
    let sign = parts[0].hasPrefix("-") ? "-" : ""
    guard parts.count == 2 else { return sign + mantissa }
    let exponent = unsigned(parts[1])
    guard isDigits(exponent), exponent.utf8.count <= 5 else { return nil }
    return "\(sign)\(mantissa)e\(parts[1])"
  }

  private static func unsigned(_ text: Substring) -> Substring {
    text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text
  }

  private static func mantissa(_ text: Substring) -> String? {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count) else { return nil }
    guard halves.count == 2 else { return wholePart(halves[0]) }
    // YAML takes .15 and 15. for numbers, too.
    guard !halves[0].isEmpty else { return isDigits(halves[1]) ? "0.\(halves[1])" : nil }
    guard let whole = wholePart(halves[0]) else { return nil }
    if halves[1].isEmpty { return whole }
    return isDigits(halves[1]) ? "\(whole).\(halves[1])" : nil
  }

  private static func wholePart(_ text: Substring) -> String? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ isDigits($0) }) else { return nil }
    guard groups.count > 1 else { return String(text) }
    let isGrouped =
      (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
    return isGrouped ? groups.joined() : nil
  }

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
  }
}
