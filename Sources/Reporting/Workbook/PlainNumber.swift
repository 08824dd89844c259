/// A number or a percentage as it was written, which a spreadsheet can calculate with and show alike.
struct PlainNumber: Hashable {
  let value: Double
  /// How spreadsheets write it with the digits that it was written with.
  let code: String

  /// Spreadsheets keep and show so many digits.
  private static let mostDigits = 15

  /// Reads `15`, `0.25` or `65%`; nil for another text, and for a whole number of more digits than
  /// spreadsheets keep.
  init?(_ text: String) {
    let isPercent = text.hasSuffix("%")
    let number = isPercent ? text.dropLast() : text[...]
    let halves = number.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count),
      number.count - number.drop(while: { $0 == "-" }).count < 2,
      halves.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      halves[0].count <= Self.mostDigits, halves[0] == "0" || !halves[0].hasPrefix("0"),
      let value = Double(isPercent ? "\(number)e-2" : String(number))
    else { return nil }
    self.value = value
    let decimals =
      halves.count == 2
      ? "." + String(repeating: "0", count: min(halves[1].count, Self.mostDigits)) : ""
    code = "0\(decimals)" + (isPercent ? "%" : "")
  }
}
