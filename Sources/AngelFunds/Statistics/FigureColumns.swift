/// The kept figures of one entity over all paths; those of a large run are read one by one.
struct FigureColumns {
  /// Beyond this many paths of all workers nothing is held that is not being looked at.
  private static let mostPathsAtOnce = 200_000

  /// The figures that the run kept, in the order of reports.
  let metrics: [Metric]
  private let owner: ScopeID
  private let store: RunStore
  private let values: [Metric: [Double]]

  /// - Parameter workers: How many of these are in use at a time.
  init(_ owner: ScopeID, store: RunStore, workers: Int = 1) throws {
    metrics = Metric.kept(of: owner.scope).filter {
      store.holds(MetricColumn(owner: owner, figure: .metric($0)))
    }
    (self.owner, self.store) = (owner, store)
    guard store.provenance.paths * workers <= Self.mostPathsAtOnce else {
      values = [:]
      return
    }
    let columns = try store.figures(
      metrics.map { MetricColumn(owner: owner, figure: .metric($0)) })
    values = Dictionary(uniqueKeysWithValues: zip(metrics, columns.map { $0 ?? [] }))
  }

  /// One number a path, NaN where a path has no such figure; empty if the run kept none.
  func column(_ metric: Metric) throws -> [Double] {
    if let known = values[metric] { return known }
    return try store.figures(MetricColumn(owner: owner, figure: .metric(metric))) ?? []
  }
}

extension Scenario {
  /// What reports call an entity.
  func label(of owner: ScopeID) -> Label {
    switch owner.scope {
    case .motherFund: title
    case .subFund:
      subFunds.first { $0.id == owner.id }?.label
        ?? Label(english: "Direct investments", chinese: "直投")
    case .anchor: anchors.first { $0.id == owner.id }?.label ?? title
    case .contributor: contributors.first { $0.id == owner.id }?.label ?? title
    }
  }
}
