import Stochastics

/// How much of the mother fund's risk each sub-fund and the direct book carry.
///
/// The mother fund's profit before its own fee is the sum of its stakes' profits, so shares in its
/// variance and in its worst 5 % of paths add up to 1.
struct RiskContribution {
  /// The part of paths that counts as the worst.
  static let tail = 0.05

  private let store: RunStore
  private let total: [Double]
  private let tailPaths: [Int]

  init(_ store: RunStore) throws {
    self.store = store
    var total = [Double](repeating: 0, count: store.provenance.paths)
    for owner in store.provenance.scenario.simulatedScopes where owner.scope == .subFund {
      guard let profit = try Self.profit(of: owner.id, store) else { continue }
      for (path, value) in profit.enumerated() { total[path] += value }
    }
    self.total = total
    let count = max(1, Int((Self.tail * Double(total.count)).rounded()))
    tailPaths = Self.lowest(count, of: total)
  }

  /// The mother fund's profit from a sub-fund or the direct book on every path; nil if the run has
  /// no such stake.
  func profit(of id: String) throws -> [Double]? { try Self.profit(of: id, store) }

  private static func profit(of id: String, _ store: RunStore) throws -> [Double]? {
    let owner = ScopeID(scope: .subFund, id: id)
    let part = store.provenance.scenario.subFunds.first { $0.id == id }?.terms.motherShare ?? 1
    let columns = try store.figures([
      MetricColumn(owner: owner, figure: .metric(.distributions)),
      MetricColumn(owner: owner, figure: .metric(.paidIn)),
      MetricColumn(owner: owner, figure: .metric(.concessionToGP)),
      MetricColumn(owner: owner, figure: .metric(.concessionToPartners)),
    ])
    guard let received = columns[0], let paid = columns[1] else { return nil }
    let profit = zip(received, paid).map { part * ($0 - $1) }
    // What founders gain is not in the vehicle's distributions.
    guard let managers = columns[2], let partners = columns[3] else { return profit }
    return profit.indices.map { profit[$0] - managers[$0] - partners[$0] }
  }

  /// The paths with the `count` lowest values, ties in the order of paths.
  private static func lowest(_ count: Int, of values: [Double]) -> [Int] {
    guard !values.isEmpty else { return [] }
    let border = SortedSample(values).values[min(count, values.count) - 1]
    let below = values.indices.filter { values[$0] < border }
    return below + values.indices.filter { values[$0] == border }.prefix(count - below.count)
  }

  /// Cov(stake, total) / Var(total), with the standard error of a regression slope, which takes three
  /// paths; nil where the total does not vary.
  func covarianceShare(of profit: [Double]) -> MeanEstimate? {
    guard profit.count > 1 else { return nil }
    let count = Double(total.count)
    let (meanTotal, mean) = (total.reduce(0, +) / count, profit.reduce(0, +) / count)
    var (cross, square) = (0.0, 0.0)
    for path in total.indices {
      cross += (profit[path] - mean) * (total[path] - meanTotal)
      square += (total[path] - meanTotal) * (total[path] - meanTotal)
    }
    guard square > 0 else { return nil }
    let slope = cross / square
    var influence = 0.0
    for path in total.indices {
      let deviation = total[path] - meanTotal
      let residual = profit[path] - mean - slope * deviation
      influence += deviation * deviation * residual * residual
    }
    return MeanEstimate(
      value: slope,
      standardError: profit.count > 2 ? influence.squareRoot() / square : nil, doubt: nil)
  }

  /// The stake's part of the total's mean over the worst paths, as a ratio of means, with an error
  /// from three such paths on; nil where that mean is zero.
  func tailShare(of profit: [Double]) -> MeanEstimate? {
    let count = Double(tailPaths.count)
    let meanTotal = tailPaths.reduce(0) { $0 + total[$1] } / count
    guard meanTotal != 0 else { return nil }
    let share = tailPaths.reduce(0) { $0 + profit[$1] } / count / meanTotal
    let squares = tailPaths.reduce(0) {
      let residual = profit[$1] - share * total[$1]
      return $0 + residual * residual
    }
    return MeanEstimate(
      value: share,
      standardError: tailPaths.count > 2
        ? (squares / (count - 1) / count).squareRoot() / abs(meanTotal) : nil, doubt: nil)
  }
}
