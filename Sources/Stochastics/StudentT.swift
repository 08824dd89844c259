internal import CGSL

/// Student's t distribution, by GSL.
public enum StudentT {
  /// The value below which a share `probability` lies.
  ///
  /// - Precondition: `probability` within (0, 1), `degreesOfFreedom` above 0, not always whole.
  public static func quantile(_ probability: Double, degreesOfFreedom: Double) -> Double {
    gsl_cdf_tdist_Pinv(probability, degreesOfFreedom)
  }

  /// The probability of a value farther from 0 than `value` is, to either side.
  public static func twoSidedTail(_ value: Double, degreesOfFreedom: Double) -> Double {
    min(1, 2 * gsl_cdf_tdist_Q(abs(value), degreesOfFreedom))
  }
}
