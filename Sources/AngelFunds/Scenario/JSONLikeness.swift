internal import Foundation

/// Whether two values are written as the same JSON, but for the rounding of numbers.
enum JSONLikeness {
  /// Sums of shares are made 1 each time that they are read, which moves a last digit.
  private static let rounding = 1e-9

  static func holds(_ left: some Encodable, _ right: some Encodable) -> Bool {
    guard let left = json(left), let right = json(right) else { return false }
    return alike(left, right)
  }

  private static func json(_ value: some Encodable) -> Any? {
    (try? JSONEncoder().encode(value)).flatMap { try? JSONSerialization.jsonObject(with: $0) }
  }

  private static func alike(_ left: Any, _ right: Any) -> Bool {
    switch (left, right) {
    case (let left as [String: Any], let right as [String: Any]):
      left.count == right.count
        && left.allSatisfy { key, value in right[key].map { alike(value, $0) } ?? false }
    case (let left as [Any], let right as [Any]):
      left.count == right.count && zip(left, right).allSatisfy { alike($0, $1) }
    case (let left as String, let right as String): left == right
    case (let left as NSNumber, let right as NSNumber):
      abs(left.doubleValue - right.doubleValue)
        <= rounding * max(abs(left.doubleValue), abs(right.doubleValue))
    default: left is NSNull && right is NSNull
    }
  }
}
