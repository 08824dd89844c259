import Stochastics

/// How the mother fund's net multiple (TVPI) spreads over paths, in bins of equal width from 0.
///
/// The last bin has no upper end. Shares add up to 1 over the paths that have the figure.
public struct MultipleDistribution: Sendable {
  /// The paths whose multiple lies in one interval.
  public struct Bin: Hashable, Sendable {
    /// The least multiple that belongs to it.
    public let low: Double
    /// The least multiple that is beyond it; nil in the last bin.
    public let high: Double?
    /// Part of the paths.
    public let share: MeanEstimate
    /// Number of paths.
    public let paths: Int
  }

  /// In ascending order, 1 always being an edge; empty if no path has the figure.
  public let bins: [Bin]
  /// Width of every bin but the last.
  public let width: Double
  /// Part of the paths that end below 1; nil if no path has the figure.
  public let below1: MeanEstimate?

  /// How many bins may make up 1, from narrow to wide.
  private static let binsPerUnit = [20, 10, 5, 4, 2, 1]
  private static let mostClosedBins = 40
  /// Beyond this quantile, and beyond 1, nothing is told apart.
  private static let border = 0.99

  /// Reads a run.
  public init(_ store: RunStore) throws {
    let column = MetricColumn(owner: .motherFund, figure: .metric(.tvpi))
    self.init(try store.figures(column) ?? [])
  }

  /// - Parameter values: One a path, NaN where a path has no such figure; none is negative.
  init(_ values: [Double]) {
    let multiples = values.filter { !$0.isNaN }
    let largest = multiples.isEmpty ? 1 : max(1, SortedSample(multiples).quantile(Self.border))
    let perUnit =
      Self.binsPerUnit.first { largest * Double($0) <= Double(Self.mostClosedBins) } ?? 1
    width = 1 / Double(perUnit)
    let closed = Int(min((largest * Double(perUnit)).rounded(.up), Double(Self.mostClosedBins)))
    let edges = (0...closed).map { Double($0) / Double(perUnit) }
    below1 = ColumnStatistics.probability(multiples) { Rounding.isBelow($0, 1) }
    bins = multiples.isEmpty ? [] : Self.bins(of: multiples, edges: edges)
  }

  private static func bins(of multiples: [Double], edges: [Double]) -> [Bin] {
    var counts = [Int](repeating: 0, count: edges.count)
    for multiple in multiples { counts[bin(of: multiple, edges: edges)] += 1 }
    return edges.indices.map { index in
      Bin(
        low: edges[index], high: index + 1 < edges.count ? edges[index + 1] : nil,
        share: ColumnStatistics.probability(counts[index], of: multiples.count),
        paths: counts[index])
    }
  }

  /// The last bin that starts at or below `multiple`.
  private static func bin(of multiple: Double, edges: [Double]) -> Int {
    // Products are rounded: what lies next to an edge is put on its right side by comparing.
    let last = edges.count - 1
    let guess = max(0, multiple / edges[1])
    var bin = guess < Double(last) ? Int(guess) : last
    while bin > 0, edges[bin] > multiple { bin -= 1 }
    while bin < last, edges[bin + 1] <= multiple { bin += 1 }
    return bin
  }
}
