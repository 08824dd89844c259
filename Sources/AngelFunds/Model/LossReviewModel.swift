/// Money that is held against a tolerance together.
enum LossGroup: Int, CaseIterable {
  /// Sub-funds of class `seed`.
  case seed
  /// Sub-funds of class `angel`.
  case angel
  /// The direct book.
  case direct
}

/// When losses count as too large, flattened for the path loop.
struct LossReviewModel: BitwiseCopyable {
  let isGross: Bool
  /// The most that a single sub-fund may lose; nil for no limit.
  let subFundLimit: Double?
  /// The most that all vehicles may lose together.
  let wholeLimit: Double
  /// Each vehicle's group.
  let groups: UnsafeBufferPointer<LossGroup>
  /// Number of yearly reviews before the mother fund's last quarter.
  let count: Int
  /// The mother fund's last quarter.
  let lastQuarter: Int
  /// The quarter at whose end the first review looks.
  private let first: Int
  private let limits: (seed: Double?, angel: Double?, direct: Double?)

  init?(_ scenario: Scenario, arena: ModelArena) {
    let tolerance = scenario.rules.tolerance
    guard tolerance != .off else { return nil }
    isGross = tolerance.measure == .gross
    subFundLimit = tolerance.subFund
    wholeLimit = scenario.motherFund.lossTolerance
    limits = (tolerance.seed, tolerance.angel, tolerance.direct)
    let funds = scenario.subFunds.map { LossGroup($0.lossClass) }
    groups = arena.store(funds + (scenario.direct.share > 0 ? [.direct] : []))
    lastQuarter = scenario.motherFund.lifeInQuarters - 1
    first = tolerance.firstReviewInQuarters - 1
    count = first < 0 ? 0 : max(0, (lastQuarter - first + 3) / 4)
  }

  /// The quarter at whose end a review looks.
  func quarter(of review: Int) -> Int { first + 4 * review }

  /// The most that a group may lose; nil for no limit.
  func limit(of group: LossGroup) -> Double? {
    switch group {
    case .seed: limits.seed
    case .angel: limits.angel
    case .direct: limits.direct
    }
  }
}

extension LossGroup {
  init(_ lossClass: LossClass) {
    switch lossClass {
    case .seed: self = .seed
    case .angel: self = .angel
    }
  }
}
