/// The mother fund's figures, path by path.
public struct PathFigures: Sendable {
  /// The figures, in the order of reports.
  public let metrics: [Metric]
  /// Number of paths.
  public let count: Int
  private let columns: [[Double]]

  /// Reads a run.
  public init(_ store: RunStore) throws {
    let owner = ScopeID(scope: .motherFund, id: Scope.motherFund.rawValue)
    let figures = try FigureColumns(owner, store: store)
    metrics = figures.metrics
    columns = try figures.metrics.map { try figures.column($0) }
    count = store.provenance.paths
  }

  /// A path's figure; nil where the path has none.
  public func value(_ path: Int, metric: Int) -> Double? {
    let value = columns[metric][path]
    return value.isNaN ? nil : value
  }
}
