internal import CGSL

/// The normal distribution with mean 0 and deviation 1, by GSL.
public enum StandardNormal {
  /// The value below which a share `probability` lies; `probability` within (0, 1).
  @inline(__always)
  public static func quantile(_ probability: Double) -> Double {
    gsl_cdf_ugaussian_Pinv(probability)
  }

  /// The probability of a value of at most `value`.
  @inline(__always)
  public static func cumulative(_ value: Double) -> Double { gsl_cdf_ugaussian_P(value) }

  /// The probability of a value above `value`, without loss of digits far out.
  public static func upperTail(_ value: Double) -> Double { gsl_cdf_ugaussian_Q(value) }
}
