internal import CGSL

/// A quantile and how far off it may be.
public struct QuantileEstimate: Hashable, Sendable {
  /// The best guess, by linear interpolation between order statistics (type 7).
  public let value: Double
  /// Its standard error from order statistics; nil where the quantile sits on an atom.
  public let standardError: Double?
  /// Share of the sample with exactly this value, where the quantile sits on it; nil elsewhere.
  public let atomProbability: Double?

  /// Makes an estimate.
  public init(value: Double, standardError: Double?, atomProbability: Double?) {
    self.value = value
    self.standardError = standardError
    self.atomProbability = atomProbability
  }
}

/// Which order statistics bound a quantile by one standard error; kept, as many columns share them.
///
/// The ranks are n times the quantiles of Beta(np + 1, n(1 - p) + 1) at Φ(-1), rounded down, and at
/// Φ(1), rounded up, as in `mcse_quantile` of Vehtari et al.'s posterior package
/// (mc-stan.org/posterior); they are at least one apart.
public struct OrderRanks {
  private struct Key: Hashable {
    let count: Int
    let probability: Double
  }

  private var ranks: [Key: ClosedRange<Int>] = [:]

  /// Starts with none.
  public init() {}

  /// Positions in a sorted sample of `count` values.
  mutating func positions(count: Int, probability: Double) -> ClosedRange<Int> {
    let key = Key(count: count, probability: probability)
    if let known = ranks[key] { return known }
    func rank(_ tail: Double) -> Double {
      Double(count) * Self.betaQuantile(tail, count: Double(count), probability: probability)
    }
    let low = max(Int(rank(StandardNormal.cumulative(-1)).rounded(.down)), 1)
    let high = max(Int(rank(StandardNormal.cumulative(1)).rounded(.up)), low + 1)
    let positions = (min(low, count) - 1)...(min(high, count) - 1)
    ranks[key] = positions
    return positions
  }

  /// The quantile of Beta(np + 1, n(1 - p) + 1) at `tail`.
  ///
  /// GSL's own inverse gives up from some thousand values on, its distribution function does not.
  private static func betaQuantile(
    _ tail: Double, count n: Double, probability p: Double
  ) -> Double {
    let (a, b) = (n * p + 1, n * (1 - p) + 1)
    var finder = try? RootFinder()
    let root = try? finder?.root(in: 0...1, tolerance: 1e-9 / n) {
      gsl_cdf_beta_P($0, a, b) - tail
    }
    let spread = (p * (1 - p) / n).squareRoot()  // the normal limit, should a root be refused
    return root ?? min(max(p + spread * StandardNormal.quantile(tail), 0), 1)
  }
}
