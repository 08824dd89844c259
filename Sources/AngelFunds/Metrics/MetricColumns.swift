/// Whose money a figure is about.
public enum Scope: String, CaseIterable, Hashable, Sendable, Comparable {
  /// Net to the mother fund's contributors.
  case motherFund = "mother_fund"
  /// All partners of a sub-fund, after its fee and carry; also the direct book.
  case subFund = "sub_fund"
  /// The mother fund's stakes in an anchor's sub-funds.
  case anchor
  /// One contributor.
  case contributor

  /// In the order of reports.
  public static func < (left: Scope, right: Scope) -> Bool {
    left.position < right.position
  }

  private var position: Int {
    switch self {
    case .motherFund: 0
    case .subFund: 1
    case .anchor: 2
    case .contributor: 3
    }
  }
}

/// Something that figures are about: a scope and, within it, one entity.
public struct ScopeID: Hashable, Sendable {
  /// Whose money it is.
  public let scope: Scope
  /// The key in the scenario; `mother_fund` and `direct` for those.
  public let id: String
}

/// One figure of one entity, kept for every path.
public struct MetricColumn: Hashable, Sendable {
  /// What the figure is about.
  public enum Figure: Hashable, Sendable {
    /// One of the metrics.
    case metric(Metric)
    /// The mother fund's call on its contributors in a calendar year.
    case contributions(year: Int)
    /// What the mother fund passes on to its contributors in a calendar year.
    case distributions(year: Int)
    /// What contributors would have to pay in a calendar year if there were no budgets.
    case needs(year: Int)
    /// What calls outran a calendar year's budget by.
    case shortfall(year: Int)
    /// What of its and earlier years' calls contributors still have to pay at a year's end.
    case backlog(year: Int)
  }

  /// Whose figure it is.
  public let owner: ScopeID
  /// What it says.
  public let figure: Figure
}

extension MetricColumn.Figure {
  /// The name in the run store.
  var name: String {
    switch self {
    case .metric(let metric): metric.rawValue
    case .contributions(let year): "contributions_\(year)"
    case .distributions(let year): "distributions_\(year)"
    case .needs(let year): "calls_\(year)"
    case .shortfall(let year): "shortfall_\(year)"
    case .backlog(let year): "backlog_\(year)"
    }
  }

  var unit: MetricUnit {
    guard case .metric(let metric) = self else { return .yuan }
    return metric.unit
  }
}

extension Scenario {
  /// The scopes whose series and figures a path computes, in the order of `SeriesLayout`.
  var simulatedScopes: [ScopeID] {
    var scopes = [ScopeID(scope: .motherFund, id: Scope.motherFund.rawValue)]
    scopes += subFunds.map { ScopeID(scope: .subFund, id: $0.id) }
    if direct.share > 0 { scopes.append(ScopeID(scope: .subFund, id: VehicleModel.directStream)) }
    return scopes + jointAnchors.map { ScopeID(scope: .anchor, id: $0.id) }
  }

  /// Where each simulated scope's series stand.
  var seriesLayout: SeriesLayout {
    SeriesLayout(
      vehicleCount: subFunds.count + (direct.share > 0 ? 1 : 0),
      anchorCount: jointAnchors.count, quarters: motherFund.lifeInQuarters,
      scoreCount: EvaluationModel.scoreCount(self))
  }

  /// Calendar years from the first to the last quarter of the mother fund.
  var calendarYears: ClosedRange<Int> {
    start.year...start.advanced(by: motherFund.lifeInQuarters - 1).year
  }

  /// Every figure of a path, in the order in which it is computed.
  var metricColumns: [MetricColumn] {
    let active = ActiveRules(self)
    var columns: [MetricColumn] = []
    for owner in simulatedScopes {
      let metrics = Metric.kept(of: owner.scope).filter { $0.rule.map(active.contains) ?? true }
      columns += metrics.map { MetricColumn(owner: owner, figure: .metric($0)) }
      guard owner.scope == .motherFund else { continue }
      for year in calendarYears {
        columns.append(MetricColumn(owner: owner, figure: .contributions(year: year)))
        columns.append(MetricColumn(owner: owner, figure: .distributions(year: year)))
        guard rules.appropriation != nil else { continue }
        columns.append(MetricColumn(owner: owner, figure: .needs(year: year)))
        columns.append(MetricColumn(owner: owner, figure: .shortfall(year: year)))
        columns.append(MetricColumn(owner: owner, figure: .backlog(year: year)))
      }
    }
    return columns
  }
}
