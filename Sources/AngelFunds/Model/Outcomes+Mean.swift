import Stochastics

extension Outcomes {
  /// The mean gross multiples that published statistics of angel investments leave plausible.
  ///
  /// From the three sources of section 4 of `Docs/Model.md`; outside it a table needs its reason.
  public static let plausibleMeanMultiples = 1.6...2.8

  /// The table's mean gross multiple in closed form, without a shift of quality.
  public var meanMultiple: Double {
    let classes: [Distribution] = [
      .constant(0), .uniform(0...1), .logUniform(1...5), .logUniform(5...10),
      .truncatedPareto(
        tailIndex: tailIndex, bounds: OutcomeTable.lowestTailMultiple...truncation),
    ]
    return zip(buckets, classes).reduce(0) { $0 + $1.0.share * $1.1.mean }
  }
}
