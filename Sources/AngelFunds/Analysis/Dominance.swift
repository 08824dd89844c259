import Stochastics

/// Whether the multiples of one run are better than another's for everybody who likes more, or for
/// everybody who likes more and shuns risk.
///
/// First order: nowhere more probability at or below a threshold. Second order: nowhere a larger
/// mean shortfall. Source: Hadar and Russell, American Economic Review 59 (1969), 25-34.
public struct Dominance: Hashable, Sendable {
  /// Which run dominates.
  public enum Result: Hashable, Sendable {
    /// The base does.
    case base
    /// The variant does.
    case variant
    /// Neither does beyond the band.
    case neither
    /// Both are the same at every threshold.
    case same
  }

  /// Of the first order.
  public let first: Result
  /// Of the second order.
  public let second: Result
  /// Number of thresholds looked at.
  public let thresholds: Int

  /// The probability that the band misses somewhere.
  public static let significance = 0.05

  /// Compares two columns at the percentiles P1 to P99 of both; nil if a run has no values.
  ///
  /// - Throws: `CancellationError` if the task is cancelled.
  init?(base: [Double], variant: [Double], isPaired: Bool) throws {
    guard base.contains(where: { !$0.isNaN }), variant.contains(where: { !$0.isNaN }) else {
      return nil
    }
    let thresholds = Self.thresholds(base, variant)
    self.thresholds = thresholds.count
    func result(_ measure: (Double, _ threshold: Double) -> Double) throws -> Result {
      try Self.result(
        thresholds.map { threshold in
          try Task.checkCancellation()
          func measured(_ values: [Double]) -> [Double] { values.map { measure($0, threshold) } }
          return Difference(
            base: measured(base), variant: measured(variant), isPaired: isPaired)
        })
    }
    first = try result { value, threshold in
      value.isNaN ? value : (value <= threshold ? 1 : 0)
    }
    second = try result { value, threshold in value.isNaN ? value : max(0, threshold - value) }
  }

  /// P1 to P99 of both samples in one ascending list, each value once.
  static func thresholds(_ base: [Double], _ variant: [Double]) -> [Double] {
    let percentiles = [base, variant].flatMap { values in
      let sample = SortedSample(values.filter { !$0.isNaN })
      return (1...99).map { sample.quantile(Double($0) / 100) }
    }
    return Set(percentiles).sorted()
  }

  /// Who dominates, from what the variant has more of a bad thing at every threshold.
  private static func result(_ differences: [Difference?]) -> Result {
    let tail = 1 - significance / 2 / Double(differences.count)
    var bands: [ClosedRange<Double>] = []
    for difference in differences {
      guard let difference, let error = difference.standardError else { return .neither }
      let half = error == 0 ? 0 : error * difference.criticalValue(probability: tail)
      bands.append((difference.value - half)...(difference.value + half))
    }
    if bands.allSatisfy({ $0 == 0...0 }) { return .same }
    if bands.allSatisfy({ $0.lowerBound >= 0 }), bands.contains(where: { $0.lowerBound > 0 }) {
      return .base
    }
    if bands.allSatisfy({ $0.upperBound <= 0 }), bands.contains(where: { $0.upperBound < 0 }) {
      return .variant
    }
    return .neither
  }
}
