/// The one tolerance of every comparison of money with money, and of a ratio with a threshold.
///
/// Money is a `Double`: the same amounts added in another order differ in their last digits. Without
/// a tolerance a stake that gets back exactly what was paid ends a hair below 1 on some paths and
/// counts as a loss.
enum Rounding {
  /// Amounts below this are nothing: a fen, in yuan.
  static let fen = 0.01
  /// Numbers that differ by at most this part of the larger are equal.
  static let part = 1e-9

  /// An amount of at least 0, in yuan; 0 where it is nothing.
  @inline(__always)
  static func amount(_ amount: Double) -> Double { amount < fen ? 0 : amount }

  /// What two amounts of about this size may differ by and still be equal, in yuan.
  @inline(__always)
  static func ofAmounts(_ size: Double) -> Double { max(fen, part * abs(size)) }

  /// Whether an amount is at least another, in yuan.
  @inline(__always)
  static func reaches(_ amount: Double, _ threshold: Double) -> Bool {
    amount >= threshold - ofAmounts(threshold)
  }

  /// Whether an amount is more than another, in yuan.
  @inline(__always)
  static func isMore(_ amount: Double, than other: Double) -> Bool {
    amount > other + ofAmounts(other)
  }

  /// Whether a ratio is above a limit.
  @inline(__always)
  static func exceeds(_ ratio: Double, _ limit: Double) -> Bool {
    ratio > limit + part * max(1, abs(limit))
  }

  /// Whether a ratio is below a limit.
  @inline(__always)
  static func isBelow(_ ratio: Double, _ limit: Double) -> Bool {
    ratio < limit - part * max(1, abs(limit))
  }

  /// What was received over what was paid: exactly 0 or 1 where only rounding tells them apart;
  /// nil where nothing was paid.
  @inline(__always)
  static func multiple(_ received: Double, of paid: Double) -> Double? {
    guard paid >= fen else { return nil }
    if received < fen { return 0 }
    return abs(received - paid) <= ofAmounts(paid) ? 1 : received / paid
  }
}
