/// Regular expressions that compare a decimal number, digit by digit, with a bound.
///
/// They expect a number without sign, exponent or leading zeros and look over its commas.
struct DecimalPattern {
  private let whole: [Int]
  private let part: [Int]

  /// - Parameter bound: Written without sign, exponent or needless zeros: `0.5`, `100000`.
  init(_ bound: String) {
    let halves = bound.split(separator: ".", omittingEmptySubsequences: false)
    whole = (halves.first ?? "").compactMap(\.wholeNumberValue).drop { $0 == 0 }.map { $0 }
    part = halves.count > 1 ? halves[1].compactMap(\.wholeNumberValue) : []
  }

  /// What matches the numbers up to the bound.
  func atMost(orEqual: Bool) -> [String] {
    let count = whole.count
    var ways: [String] = []
    if count == 1 { ways.append(Self.anyPart) }
    if count > 1 { ways.append("([1-9]\(comma)\(digits(0, count - 2)))?" + Self.anyPart) }
    for (place, digit) in whole.enumerated() where digit > (place == 0 ? 1 : 0) {
      let rest = digits(count - place - 1, count - place - 1)
      ways.append(
        start(place) + "[\(place == 0 ? 1 : 0)-\(digit - 1)]\(comma)\(rest)" + Self.anyPart)
    }
    for (place, digit) in part.enumerated() {
      ways.append(start(count) + (place == 0 ? "\\.?" : end(place)))
      let point = place == 0 ? "\\." : end(place)
      if digit > 0 { ways.append(start(count) + point + "[0-\(digit - 1)][0-9]*") }
    }
    guard orEqual else { return ways }
    return ways + [start(count) + (part.isEmpty ? "(\\.0*)?" : end(part.count) + "0*")]
  }

  /// What matches the numbers from the bound on.
  func atLeast(orEqual: Bool) -> [String] {
    let count = whole.count
    var ways = ["[1-9],?([0-9],?){\(count),}" + Self.anyPart]
    for (place, digit) in whole.enumerated() where digit < 9 {
      let rest = digits(count - place - 1, count - place - 1)
      ways.append(start(place) + "[\(digit + 1)-9]\(comma)\(rest)" + Self.anyPart)
    }
    for (place, digit) in part.enumerated() where digit < 9 {
      let point = place == 0 ? "\\." : end(place)
      ways.append(start(count) + point + "[\(digit + 1)-9][0-9]*")
    }
    let point = part.isEmpty ? "\\." : end(part.count)
    guard orEqual else { return ways + [start(count) + point + "[0-9]*[1-9][0-9]*"] }
    return ways + [start(count) + (part.isEmpty ? Self.anyPart : point + "[0-9]*")]
  }

  private static let anyPart = "(\\.[0-9]*)?"

  /// What may follow a digit before the point.
  private var comma: String { whole.count > 3 ? ",?" : "" }

  private func digits(_ least: Int, _ most: Int) -> String {
    let digit = comma.isEmpty ? "[0-9]" : "([0-9]\(comma))"
    return most == 0 ? "" : digit + (least == most ? "{\(most)}" : "{\(least),\(most)}")
  }

  /// The first digits before the point.
  private func start(_ count: Int) -> String {
    whole.prefix(count).map { "\($0)\(comma)" }.joined()
  }

  /// The point and the first digits behind it.
  private func end(_ count: Int) -> String {
    count == 0 ? "" : "\\." + part.prefix(count).map { "\($0)" }.joined()
  }
}
