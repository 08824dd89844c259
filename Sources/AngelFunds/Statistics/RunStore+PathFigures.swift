extension Scenario {
  /// Everything that reports tell figures of, in their order.
  var reportedScopes: [ScopeID] {
    simulatedScopes.filter { $0.scope != .anchor }
      + anchors.filter { !subFunds(of: $0).isEmpty }.map { ScopeID(scope: .anchor, id: $0.id) }
      + contributors.map { ScopeID(scope: .contributor, id: $0.id) }
  }
}

extension RunStore {
  /// A figure of every path, in the order of paths; NaN where a path has none.
  ///
  /// - Returns: nil if there is no such entity, or if it has no such figure.
  func values(of figure: PathFigure, _ owner: ScopeID) throws -> [Double]? {
    guard let source = source(of: owner, figure) else { return nil }
    guard let values = try values(of: figure, keptFor: source.owner) else { return nil }
    return source.factor == 1 ? values : values.map { source.factor * $0 }
  }

  /// Where an entity's figure is kept, and by how much it is to be multiplied.
  private func source(of owner: ScopeID, _ figure: PathFigure) -> (owner: ScopeID, factor: Double)?
  {
    let scenario = provenance.scenario
    let isOwnMoney = figure.unit == .yuan && !figure.isCountedWhole
    switch owner.scope {
    case .motherFund, .subFund: return (owner, 1)
    case .anchor:
      let anchor = scenario.anchors.first { $0.id == owner.id }
      guard let only = anchor.flatMap(scenario.onlySubFund) else { return (owner, 1) }
      let source = ScopeID(scope: .subFund, id: only.id)
      return (source, isOwnMoney ? only.terms.motherShare : 1)
    case .contributor:
      guard
        SummaryBuilder.contributorFigures.contains(figure.name),
        let contributor = scenario.contributors.first(where: { $0.id == owner.id })
      else { return nil }
      let mother = ScopeID(scope: .motherFund, id: Scope.motherFund.rawValue)
      return (mother, isOwnMoney ? contributor.share : 1)
    }
  }

  private func values(of figure: PathFigure, keptFor owner: ScopeID) throws -> [Double]? {
    try figure.values(lossTolerance: provenance.scenario.motherFund.lossTolerance) {
      try figures(MetricColumn(owner: owner, figure: .metric($0)))
    }
  }
}

extension PathFigure {
  fileprivate var isCountedWhole: Bool {
    if case .kept(let metric) = content { metric.isCountedWhole } else { false }
  }
}
