/// Every kept figure of one entity over all paths.
struct FigureColumns {
  /// The figures, in the order of reports.
  let metrics: [Metric]
  private let values: [Metric: [Double]]

  init(_ owner: ScopeID, store: RunStore) throws {
    var values: [Metric: [Double]] = [:]
    let all = owner.scope == .motherFund ? Metric.ofMotherFund : Metric.ofParts
    let columns = try store.figures(
      all.map { MetricColumn(owner: owner, figure: .metric($0)) })
    for (metric, column) in zip(all, columns) { values[metric] = column }
    metrics = Metric.allCases.filter { values[$0] != nil }
    self.values = values
  }

  /// One number a path, NaN where a path has no such figure; empty if the run kept none.
  subscript(_ metric: Metric) -> [Double] { values[metric] ?? [] }
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
