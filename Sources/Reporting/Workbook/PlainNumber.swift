/// A number or a percentage as it was written, which a spreadsheet can calculate with and show alike.
struct PlainNumber: Hashable {
  let value: Double
  /// How spreadsheets write it with the digits that it was written with.
  let code: String

  /// Reads `15`, `0.25` or `65%`; nil for another text, and for more digits than spreadsheets keep.
  init?(_ text: String) {
    let isPercent = text.hasSuffix("%")
    let number = isPercent ? text.dropLast() : text[...]
    let halves = number.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let digits = halves.joined()
    guard (1...2).contains(halves.count),
      number.count - number.drop(while: { $0 == "-" }).count < 2,
      halves.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      digits.count <= 15, halves[0] == "0" || !halves[0].hasPrefix("0"),
      let value = Double(isPercent ? "\(number)e-2" : String(number))
    else { return nil }
    self.value = value
    let decimals = halves.count == 2 ? "." + String(repeating: "0", count: halves[1].count) : ""
    code = "0\(decimals)" + (isPercent ? "%" : "")
  }
}
