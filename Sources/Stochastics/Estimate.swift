/// A simulated number and how far off it may be.
public struct Estimate: Hashable, Sendable {
  /// The best guess.
  public let value: Double
  /// Standard deviation of `value` over repeated runs with other seeds, in the same unit.
  public let standardError: Double

  /// Makes an estimate.
  public init(value: Double, standardError: Double) {
    self.value = value
    self.standardError = standardError
  }
}
