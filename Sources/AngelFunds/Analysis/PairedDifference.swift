import Stochastics

/// How far the means of one figure lie apart in two runs.
public struct Difference: Hashable, Sendable {
  /// Mean of the base: over the paths that count, which are those of both runs if paired.
  public let baseMean: Double
  /// Mean of the variant, likewise.
  public let variantMean: Double
  /// Variant less base.
  public let value: Double
  /// Standard error of `value`; nil below two paths.
  public let standardError: Double?
  /// Of the t distribution behind the interval.
  public let degreesOfFreedom: Double
  /// Number of pairs; unpaired the paths of the smaller run that have the figure.
  public let count: Int
  /// What only pairs can tell; nil where the runs are not paired.
  public let pairs: Pairs?
  /// Skewness of the differences over the square root of their number, without its sign.
  public let skewness: Double

  /// What pairs of paths tell.
  public struct Pairs: Hashable, Sendable {
    /// Part of the pairs in which the variant is higher.
    public let shareHigher: Double
    /// Part of the pairs in which the variant is lower.
    public let shareLower: Double
    /// Part of the pairs in which both are equal.
    public let shareEqual: Double
    /// Variance of the difference of independent runs over that of the pairs; nil if that has none.
    public let varianceReduction: Double?
    /// Part of the paths in which both runs have the figure.
    public let share: Double
  }

  /// Whether no path tells the runs apart.
  public var isEqualOnEveryPath: Bool { pairs?.shareEqual == 1 }

  /// Whether a few paths carry the difference, so that its error is too small.
  public var isCarriedByFew: Bool { skewness > ColumnStatistics.skewnessLimit }

  /// The interval that covers the true difference in 95 of 100 comparisons; nil below two paths.
  public var interval: ClosedRange<Double>? {
    standardError.map { error in
      let half = error == 0 ? 0 : error * criticalValue(probability: 0.975)
      return (value - half)...(value + half)
    }
  }

  /// How likely a difference at least as large would be by chance; nil below two paths.
  public var pValue: Double? {
    standardError.map { error in
      guard error > 0 else { return value == 0 ? 1 : 0 }
      return StudentT.twoSidedTail(value / error, degreesOfFreedom: degreesOfFreedom)
    }
  }

  /// The quantile of the t distribution at `probability`.
  func criticalValue(probability: Double) -> Double {
    StudentT.quantile(probability, degreesOfFreedom: degreesOfFreedom)
  }
}

extension Difference {
  /// The difference of two columns; nil if no path counts.
  ///
  /// - Parameter isPaired: Whether path i of one run faces path i of the other.
  init?(base: [Double], variant: [Double], isPaired: Bool) {
    if isPaired {
      self.init(base: base, pairedWith: variant)
    } else {
      self.init(base: base, unpairedWith: variant)
    }
  }

  /// Over the paths in which both have the figure.
  private init?(base: [Double], pairedWith variant: [Double]) {
    precondition(base.count == variant.count)
    var (bases, variants, differences) = (ColumnSums(), ColumnSums(), ColumnSums())
    var (higher, lower) = (0, 0)
    for (left, right) in zip(base, variant) where !left.isNaN && !right.isNaN {
      bases.add(left)
      variants.add(right)
      differences.add(right - left)
      if right > left { higher += 1 } else if right < left { lower += 1 }
    }
    guard differences.count > 0 else { return nil }
    for (left, right) in zip(base, variant) where !left.isNaN && !right.isNaN {
      bases.addDeviation(left)
      variants.addDeviation(right)
      differences.addDeviation(right - left)
    }
    let scale = max(abs(bases.mean), abs(variants.mean))
    let count = Double(differences.count)
    let variance = differences.variance(scale: scale)
    let independent = (bases.variance(scale: scale) ?? 0) + (variants.variance(scale: scale) ?? 0)
    self.init(
      baseMean: bases.mean, variantMean: variants.mean, value: differences.mean,
      standardError: variance.map { ($0 / count).squareRoot() }, degreesOfFreedom: count - 1,
      count: differences.count,
      pairs: Pairs(
        shareHigher: Double(higher) / count, shareLower: Double(lower) / count,
        shareEqual: Double(differences.count - higher - lower) / count,
        varianceReduction: variance.flatMap { $0 > 0 ? independent / $0 : nil },
        share: count / Double(base.count)),
      skewness: variance == 0 ? 0 : differences.skewness)
  }

  /// Source: Welch, Biometrika 34 (1947), 28-35.
  private init?(base: [Double], unpairedWith variant: [Double]) {
    let (bases, variants) = (ColumnSums(base), ColumnSums(variant))
    guard bases.count > 0, variants.count > 0 else { return nil }
    let difference = variants.mean - bases.mean
    let scale = max(abs(bases.mean), abs(variants.mean))
    let parts = [bases, variants].compactMap { column in
      column.variance(scale: scale).map { ($0 / Double(column.count), Double(column.count - 1)) }
    }
    let variance = parts.reduce(0) { $0 + $1.0 }
    let spread = parts.reduce(0) { $0 + $1.0 * $1.0 / $1.1 }
    self.init(
      baseMean: bases.mean, variantMean: variants.mean,
      value: abs(difference) <= Rounding.part * scale ? 0 : difference,
      standardError: parts.count == 2 ? variance.squareRoot() : nil,
      degreesOfFreedom: spread > 0 ? variance * variance / spread : 1,
      count: min(bases.count, variants.count), pairs: nil,
      skewness: max(bases.skewness, variants.skewness))
  }
}
