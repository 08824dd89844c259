internal import Foundation
import Stochastics

/// The money-weighted return of quarterly flows, and how sure it is.
struct RateOfReturn: Equatable {
  /// Effective rate a year, 0.1 for 10 %; -1 for a total loss.
  ///
  /// Over less than a year it is the rate over the whole time, as GIPS forbids annualising then.
  let rate: Double
  /// Whether other rates solve the equation too; `rate` is then the one nearest zero.
  let isAmbiguous: Bool
}

/// Finds internal rates of return; keeps a root finder between calls.
///
/// Solves `sum(flow[q] · x^q) = 0` for the quarterly discount factor x. The search goes outward
/// from a rate of zero, first to the side on which a fund's root usually lies: above zero if more
/// came back than was paid. That root is known to be the only one where the discounted balance
/// stays negative to the end (Soper 1959). Otherwise all roots of the whole range are looked for.
struct RateOfReturnFinder: ~Copyable {
  private var finder: RootFinder

  /// Yearly growth, as a logarithm, at the rings around zero that the search goes through.
  static let rings: [Double] = [
    0, 0.02, 0.05, 0.1, 0.16, 0.24, 0.34, 0.5, 0.7, 1, 1.5, 2.303, 3.5, 5, 7, 9.3, 12, 15.4,
  ]
  private static let above = rings.map { exp(-$0 / 4) }  // discount factors of rates above zero
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
    let atZero = Self.value(window, 1)
    let usualSide = atZero > 0 ? Self.above : Self.below
    if let factor = firstRoot(window, atZero: atZero, factors: usualSide),
      Self.balanceStaysNegative(window, factor: factor)
    {
      return Self.rate(factor, quarters: window.count - 1, isAmbiguous: false)
    }
    let roots = allRoots(of: window)
    return roots.nearest.map {
      Self.rate($0, quarters: window.count - 1, isAmbiguous: roots.count > 1)
    }
  }

  private static func rate(_ factor: Double, quarters: Int, isAmbiguous: Bool) -> RateOfReturn {
    let exponent = quarters < 4 ? Double(quarters) : 4
    return RateOfReturn(rate: exp(-exponent * log(factor)) - 1, isAmbiguous: isAmbiguous)
  }

  /// The root nearest zero on one side; nil if there is none.
  private mutating func firstRoot(
    _ flows: UnsafeBufferPointer<Double>, atZero: Double, factors: [Double]
  ) -> Double? {
    if atZero == 0 { return 1 }
    for ring in stride(from: 1, to: factors.count, by: 2) {  // two at a time, in one pass
      let next = min(ring + 1, factors.count - 1)
      let values = PresentValue.pair(flows, factors[ring], factors[next])
      if Self.isAcross(values.0, from: atZero) { return root(flows, factors, upTo: ring) }
      if Self.isAcross(values.1, from: atZero) { return root(flows, factors, upTo: next) }
    }
    return nil
  }

  private static func isAcross(_ value: Double, from atZero: Double) -> Bool {
    value == 0 || (value < 0) != (atZero < 0)
  }

  private mutating func root(
    _ flows: UnsafeBufferPointer<Double>, _ factors: [Double], upTo ring: Int
  ) -> Double? {
    let (one, other) = (factors[ring - 1], factors[ring])
    return root(flows, min(one, other), max(one, other))
  }

  mutating func root(
    _ flows: UnsafeBufferPointer<Double>, _ low: Double, _ high: Double
  ) -> Double? {
    var flows = flows
    return try? finder.root(in: low...high, tolerance: 1e-10, context: &flows) { factor, context in
      guard let context else { return .nan }
      let flows = context.assumingMemoryBound(to: UnsafeBufferPointer<Double>.self).pointee
      return RateOfReturnFinder.value(flows, factor)
    }
  }

  /// How far a discount factor's yearly rate lies from zero.
  static func distance(_ factor: Double) -> Double { abs(exp(-4 * log(factor)) - 1) }

  /// Present value of the flows at a quarterly discount factor.
  @inline(__always)
  static func value(_ flows: UnsafeBufferPointer<Double>, _ factor: Double) -> Double {
    PresentValue.single(flows, factor)
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
}
