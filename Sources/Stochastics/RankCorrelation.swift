internal import CGSL

/// How far two lists of numbers rise together, by their ranks.
public enum RankCorrelation {
  /// Spearman's rank correlation by GSL, from -1 to 1; ties share their ranks.
  ///
  /// - Returns: nil below three pairs, or where one list does not vary.
  /// - Precondition: Both lists are of one length.
  public static func spearman(_ first: [Double], _ second: [Double]) -> Double? {
    precondition(first.count == second.count)
    guard first.count > 2, Set(first).count > 1, Set(second).count > 1 else { return nil }
    var room = [Double](repeating: 0, count: 2 * first.count)
    return gsl_stats_spearman(first, 1, second, 1, first.count, &room)
  }
}
