import AngelFunds

extension TracePhrases {
  /// What a figure of the header is called.
  func name(of metric: Metric) -> String { texts.shortName(of: metric.rawValue) }

  /// What a row of the reconciliation is called.
  func item(_ name: String) -> String {
    switch name {
    case "paid_in": texts("trace.item.paid_in")
    case "distributions": texts("trace.item.distributions")
    case "mgmt_fees": texts("trace.item.mgmt_fees")
    case "tvpi": "TVPI"
    case "cost": texts("trace.item.cost")
    case "cost_in_cash": texts("trace.item.cost_in_cash")
    case "proceeds": texts("trace.item.proceeds")
    case "proceeds_in_cash": texts("trace.item.proceeds_in_cash")
    case "bridge_interest": texts("trace.item.bridge_interest")
    case "carry": texts("trace.item.carry")
    case "gross_moic": texts("trace.item.gross_moic")
    case "companies_funded": texts("trace.item.companies_funded")
    default: name
    }
  }

  var factors: String { texts("trace.factors") }
  var factorsExplained: String {
    texts("trace.factors_explained")
  }
  var companies: String { texts("trace.companies") }
  var stories: String { texts("trace.stories") }
  var storiesExplained: String {
    texts("trace.stories_explained")
  }
  var money: String { texts("trace.money") }
  var waterfall: String { texts("trace.waterfall") }
  var motherFund: String { texts("trace.mother_fund") }
  var reconciliation: String {
    texts("trace.reconciliation")
  }

  func carryReturned(_ amount: String) -> String {
    texts("trace.carry_returned", ["amount": amount])
  }

  /// The line that says whether everything agrees.
  func verdict(_ reconciliation: Reconciliation) -> String {
    let largest = NumberText.fixed(reconciliation.largestDifference, decimals: 2)
    let count = NumberText.grouped(reconciliation.rows.count)
    if let imbalance = reconciliation.imbalance {
      return texts("trace.verdict.imbalance", ["imbalance": imbalance])
    }
    guard reconciliation.reconciles else {
      return texts("trace.verdict.differs", ["largest": largest])
    }
    return texts("trace.verdict.reconciles", ["count": count, "largest": largest])
  }

  func choice(_ choice: PathTrace.Choice) -> String {
    let place =
      switch choice.place {
      case .worst: texts("trace.choice.worst")
      case .median: texts("trace.choice.median")
      case .best: texts("trace.choice.best")
      case .p05, .p25, .p75, .p95: choice.place.rawValue.uppercased()
      }
    let paths = NumberText.grouped(choice.paths)
    return texts(
      "trace.choice", ["place": place, "paths": paths, "metric": "\(choice.metric.rawValue)"])
  }
}
