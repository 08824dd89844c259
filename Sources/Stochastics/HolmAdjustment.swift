/// Probabilities of error adjusted for their number, so that together they err no more often than
/// one alone should.
///
/// Source: Holm, Scandinavian Journal of Statistics 6 (1979), 65-70.
public enum HolmAdjustment {
  /// The adjusted p-values, in the order given.
  ///
  /// The smallest of m is multiplied by m, the next by m - 1 and so on; none is smaller than the
  /// one before, and none above 1.
  public static func adjusted(_ pValues: [Double]) -> [Double] {
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    var adjusted = pValues
    var largest = 0.0
    for (rank, index) in order.enumerated() {
      largest = max(largest, min(1, Double(pValues.count - rank) * pValues[index]))
      adjusted[index] = largest
    }
    return adjusted
  }
}
