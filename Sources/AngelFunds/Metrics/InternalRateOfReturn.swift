internal import Foundation
import Stochastics

/// The money-weighted return of quarterly flows, and how sure it is.
struct RateOfReturn: Equatable {
  /// Effective rate a year, 0.1 for 10 %; -1 for a total loss. Over less than a year it is the
  /// rate over the whole time instead, as GIPS forbids annualising then.
  let rate: Double
  /// Whether other rates solve the equation too; `rate` is then the one nearest zero.
  let isAmbiguous: Bool
}

/// Finds internal rates of return; keeps a root finder between calls.
///
/// Solves `sum(flow[q] · x^q) = 0` for the quarterly discount factor x. The search goes outward
/// from a rate of zero in both directions, so that the root nearest zero is found first. It is
/// known to be the only one where the discounted balance stays negative to the end (Soper 1959);
/// otherwise the whole range is searched for others.
struct RateOfReturnFinder: ~Copyable {
  private var finder: RootFinder

  /// Yearly growth, as a logarithm, at the rings around zero that the search goes through.
  static let rings: [Double] = [
    0, 0.02, 0.05, 0.1, 0.16, 0.24, 0.34, 0.5, 0.7, 1, 1.5, 2.303, 3.5, 5, 7, 9.3, 12, 15.4,
  ]
  private static let above = rings.map { exp(-$0 / 4) }  // discount factors of positive rates
  private static let below = rings.map { exp($0 / 4) }

  init() throws(GSLError) { finder = try RootFinder() }

  /// The rate of return of `count` quarterly flows, received positive.
  ///
  /// - Returns: nil where nothing was paid, or where no rate from -99.99998 % on solves the
  ///   equation.
  mutating func rate(of flows: UnsafePointer<Double>, count: Int) -> RateOfReturn? {
    var first = 0
    while first < count, flows[first] == 0 { first += 1 }
    var last = count - 1
    while last > first, flows[last] == 0 { last -= 1 }
    guard first < count else { return nil }
    let window = UnsafeBufferPointer(start: flows + first, count: last - first + 1)
    guard window.contains(where: { $0 < 0 }) else { return nil }
    guard window.contains(where: { $0 > 0 }) else {
      return RateOfReturn(rate: -1, isAmbiguous: false)
    }
    guard let factor = nearestRoot(window) else { return nil }
    let isUnique = Self.balanceStaysNegative(window, factor: factor) || Self.rootCount(window) <= 1
    let quarters = window.count - 1 < 4 ? Double(window.count - 1) : 4
    return RateOfReturn(rate: exp(-quarters * log(factor)) - 1, isAmbiguous: !isUnique)
  }

  private mutating func nearestRoot(_ flows: UnsafeBufferPointer<Double>) -> Double? {
    let atZero = Self.value(flows, 1)
    if atZero == 0 { return 1 }
    var (up, down) = (atZero, atZero)
    for ring in 1..<Self.rings.count {
      let nextUp = Self.value(flows, Self.above[ring])
      let nextDown = Self.value(flows, Self.below[ring])
      let isUp = nextUp == 0 || (nextUp < 0) != (up < 0)
      let isDown = nextDown == 0 || (nextDown < 0) != (down < 0)
      if isUp || isDown {
        let high = isUp ? root(flows, Self.above[ring], Self.above[ring - 1]) : nil
        let low = isDown ? root(flows, Self.below[ring - 1], Self.below[ring]) : nil
        guard let high, let low else { return high ?? low }
        return Self.distance(high) <= Self.distance(low) ? high : low
      }
      (up, down) = (nextUp, nextDown)
    }
    return nil
  }

  private mutating func root(
    _ flows: UnsafeBufferPointer<Double>, _ low: Double, _ high: Double
  ) -> Double? {
    try? finder.root(in: low...high, tolerance: 1e-13) { Self.value(flows, $0) }
  }

  /// How far a discount factor's yearly rate lies from zero.
  private static func distance(_ factor: Double) -> Double { abs(exp(-4 * log(factor)) - 1) }

  /// Present value of the flows at a quarterly discount factor.
  ///
  /// Horner's rule on four interleaved parts, so that a processor need not wait for each step.
  @inline(__always)
  static func value(_ flows: UnsafeBufferPointer<Double>, _ factor: Double) -> Double {
    let square = factor * factor
    let step = square * square
    var parts = SIMD4<Double>.zero
    var index = flows.count & ~3
    for offset in 0..<(flows.count - index) { parts[offset] = flows[index + offset] }
    while index > 0 {
      index -= 4
      let next = SIMD4(flows[index], flows[index + 1], flows[index + 2], flows[index + 3])
      parts = parts * step + next
    }
    return (parts[0] + square * parts[2]) + factor * (parts[1] + square * parts[3])
  }

  /// Whether the discounted balance is negative at every date but the last: then no other rate
  /// above -100 % solves the equation.
  private static func balanceStaysNegative(
    _ flows: UnsafeBufferPointer<Double>, factor: Double
  ) -> Bool {
    var (balance, weight) = (0.0, 1.0)
    for index in 0..<(flows.count - 1) {
      balance += flows[index] * weight
      weight *= factor
      if balance > 0 { return false }
    }
    return true
  }

  /// Number of sign changes of the present value over a fine grid of rates.
  private static func rootCount(_ flows: UnsafeBufferPointer<Double>) -> Int {
    var changes = 0
    var previous = 0.0
    for step in -154...154 {
      let next = value(flows, exp(Double(step) / 40))
      if previous != 0, next != 0, (next < 0) != (previous < 0) { changes += 1 }
      if next != 0 { previous = next }
    }
    return changes
  }
}
