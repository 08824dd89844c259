import Stochastics

/// A headline of a variant against the base's.
public struct HeadlineComparison: Hashable, Sendable {
  /// What is compared, by its mean over paths.
  public let figure: PathFigure
  /// Variant less base.
  public let difference: Difference
  /// Number of paths behind it, those that lack the figure included.
  public let paths: Int
  /// What can be said; nil where there are too few paths to say anything.
  public internal(set) var verdict: Verdict?

  /// Whether a difference is more than chance.
  public enum Verdict: Hashable, Sendable {
    /// No path tells the runs apart.
    case equalOnEveryPath
    /// Chance alone could have made it; about so many paths would tell the runs apart if the
    /// difference is as estimated, nil where it is estimated as 0.
    case withinNoise(pathsNeeded: Double?)
    /// The variant is higher.
    case higher
    /// The variant is lower.
    case lower
  }

  /// The probability of calling any difference of a comparison real that is none.
  public static let significance = 0.05
  /// The probability of finding a difference with the number of paths that is told.
  public static let power = 0.8

  init(figure: PathFigure, difference: Difference, paths: Int) {
    self.figure = figure
    self.difference = difference
    self.paths = paths
  }

  /// The verdict on a difference.
  ///
  /// - Parameters:
  ///   - adjusted: The probability of a difference as large by chance, adjusted for all tests.
  ///   - tests: Number of tests.
  func verdict(adjusted: Double, tests: Int) -> Verdict {
    if difference.isEqualOnEveryPath { return .equalOnEveryPath }
    guard adjusted > Self.significance else { return difference.value > 0 ? .higher : .lower }
    return .withinNoise(pathsNeeded: pathsNeeded(tests: tests))
  }

  /// n·((z of 1 - α/(2m) + z of the power)·error/difference)².
  private func pathsNeeded(tests: Int) -> Double? {
    guard let error = difference.standardError, error > 0, difference.value != 0 else { return nil }
    let quantiles =
      StandardNormal.quantile(1 - Self.significance / (2 * Double(tests)))
      + StandardNormal.quantile(Self.power)
    let ratio = quantiles * error / abs(difference.value)
    return Double(paths) * ratio * ratio
  }
}
