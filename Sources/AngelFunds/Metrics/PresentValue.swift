/// Present value of flows at a quarterly discount factor.
///
/// Horner's rule on four interleaved parts, so that a processor need not wait for each step.
struct PresentValue {
  private let factor: Double
  private let square: Double
  private let step: Double
  private var parts: SIMD4<Double>

  /// Starts with the flows behind the last whole year.
  @inline(__always)
  private init(_ factor: Double, last: SIMD4<Double>) {
    self.factor = factor
    square = factor * factor
    step = square * square
    parts = last
  }

  /// Takes the four flows before those so far.
  @inline(__always)
  private mutating func take(_ flows: SIMD4<Double>) { parts = parts * step + flows }

  @inline(__always)
  private var total: Double {
    (parts[0] + square * parts[2]) + factor * (parts[1] + square * parts[3])
  }

  /// The value at one factor.
  @inline(__always)
  static func single(_ flows: UnsafeBufferPointer<Double>, _ factor: Double) -> Double {
    var value = PresentValue(factor, last: last(of: flows))
    var index = flows.count & ~3
    while index > 0 {
      index -= 4
      value.take(four(flows, from: index))
    }
    return value.total
  }

  /// The values at two factors, in hardly more time than one.
  static func pair(
    _ flows: UnsafeBufferPointer<Double>, _ one: Double, _ other: Double
  ) -> (Double, Double) {
    let last = last(of: flows)
    var values = (PresentValue(one, last: last), PresentValue(other, last: last))
    var index = flows.count & ~3
    while index > 0 {
      index -= 4
      let next = four(flows, from: index)
      values.0.take(next)
      values.1.take(next)
    }
    return (values.0.total, values.1.total)
  }

  @inline(__always)
  private static func last(of flows: UnsafeBufferPointer<Double>) -> SIMD4<Double> {
    var last = SIMD4<Double>.zero
    let index = flows.count & ~3
    for offset in 0..<(flows.count - index) { last[offset] = flows[index + offset] }
    return last
  }

  @inline(__always)
  private static func four(
    _ flows: UnsafeBufferPointer<Double>, from index: Int
  ) -> SIMD4<Double> {
    SIMD4(flows[index], flows[index + 1], flows[index + 2], flows[index + 3])
  }
}
