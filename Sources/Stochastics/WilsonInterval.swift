/// A confidence interval of a probability that stays honest at 0 and 1.
///
/// Source: Wilson, Journal of the American Statistical Association 22 (1927), 209-212.
public struct WilsonInterval: Hashable, Sendable {
  /// The lower end, from 0.
  public let lower: Double
  /// The upper end, to 1.
  public let upper: Double

  /// The interval for an event that happened in `successes` of `trials`.
  ///
  /// - Precondition: 0 ≤ successes ≤ trials, trials > 0, confidence within (0, 1).
  public init(successes: Int, trials: Int, confidence: Double = 0.95) {
    precondition(trials > 0 && (0...trials).contains(successes))
    let z = StandardNormal.quantile((1 + confidence) / 2)
    let (n, p) = (Double(trials), Double(successes) / Double(trials))
    let scale = 1 + z * z / n
    let center = (p + z * z / (2 * n)) / scale
    let half = z / scale * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    lower = successes == 0 ? 0 : center - half
    upper = successes == trials ? 1 : center + half
  }
}
