import Stochastics

/// A number above a normal quantile, for one look into a table.
///
/// Where it decides already what becomes of a company, the quantile itself is not needed.
struct QuantileCeiling {
  private static let steps = 512
  /// Many times the error of GSL's quantiles, whose order is therefore not relied upon.
  private static let margin = 1e-9
  private let ceilings: UnsafeBufferPointer<Double>

  init(arena: ModelArena) {
    let ends = (1..<Self.steps).map { Double($0) / Double(Self.steps) }
    ceilings = arena.store(ends.map { StandardNormal.quantile($0) + Self.margin } + [.infinity])
  }

  /// At most 0.5 above the quantile at `uniform` within 2.9 deviations of 0; infinite in the last
  /// step; `uniform` within (0, 1).
  @inline(__always)
  func above(_ uniform: Double) -> Double { ceilings[Int(uniform * Double(Self.steps))] }
}
