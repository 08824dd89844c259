/// The net multiples of two paired runs, path by path, for a picture of some of the paths.
public struct PathCloud: Sendable {
  /// One path.
  public struct Point: Hashable, Sendable {
    /// Which path.
    public let path: Int
    /// The base's TVPI.
    public let base: Double
    /// The variant's TVPI on the same path.
    public let variant: Double
  }

  /// The most paths that are picked.
  public static let most = 600

  /// Evenly chosen paths that have the figure in both runs.
  public let points: [Point]

  /// Reads two runs; nil if they are not paired.
  ///
  /// - Throws: `RunStoreError` if a run cannot be read.
  public init?(base: ComparedRun, variant: ComparedRun) throws {
    let pair = RunPair(base: base.store, variant: variant.store)
    guard
      pair.pairing.isPaired,
      let figure = PathFigure(named: Metric.tvpi.rawValue),
      let columns = try pair.columns(figure, .motherFund)
    else { return nil }
    self.init(base: columns.base, variant: columns.variant)
  }

  init(base: [Double], variant: [Double]) {
    let count = min(base.count, Self.most)
    points = (0..<count).map { $0 * base.count / count }
      .map { Point(path: $0, base: base[$0], variant: variant[$0]) }
      .filter { !$0.base.isNaN && !$0.variant.isNaN }
  }
}
