import Stochastics

/// What a sweep over points of several inputs tells: how far the mean multiple spreads, and with
/// which inputs it goes.
public struct SweepSpread: Hashable, Sendable {
  /// An input, and how the mean multiple goes with it.
  public struct Input: Hashable, Sendable {
    /// Its key path.
    public let name: String
    /// Spearman's rank correlation over cells; nil where it cannot be told.
    public let correlation: Double?
  }

  /// The 5 %, 25 %, 50 %, 75 % and 95 % quantiles of the cells' mean multiples; type 7.
  public let quantiles: [Double]
  /// The inputs, the closest first.
  public let inputs: [Input]

  /// - Returns: nil unless the design chose points and a cell was simulated.
  public init?(_ sweep: FinishedSweep) {
    guard sweep.provenance.design.hasPoints else { return nil }
    let cells = sweep.cells.filter { $0.multiple != nil }
    let multiples = cells.compactMap(\.multiple)
    guard !multiples.isEmpty else { return nil }
    let sorted = SortedSample(multiples)
    quantiles = ColumnStatistics.probabilities.map { sorted.quantile($0) }
    inputs = sweep.provenance.columns.enumerated().map { column, name in
      let values = cells.compactMap { UnitNumber($0.values[column])?.value }
      let isNumeric = values.count == cells.count
      return Input(
        name: name,
        correlation: isNumeric ? RankCorrelation.spearman(values, multiples) : nil)
    }.sorted {
      (abs($0.correlation ?? 0), $1.name) > (abs($1.correlation ?? 0), $0.name)
    }
  }
}
