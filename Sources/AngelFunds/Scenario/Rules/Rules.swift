/// Rules of public money (规则), each of which is off unless the scenario turns it on.
public struct Rules: Codable, Hashable, Sendable {
  /// Rules of sub-funds that start when the scenario does, and of the direct book's founders; each
  /// sub-fund has its own, by its start and its own keys.
  public let funds: FundRules
  /// When losses count as too large, by class of money (容亏).
  public let tolerance: LossTolerance
  /// How contributors' yearly budgets reach the mother fund (分年拨付); nil where they pay whatever
  /// is needed.
  public let appropriation: Appropriation?
  /// How the mother fund's direct book may sell (国资退出).
  public let stateExit: StateExit
  /// Part of sub-funds' companies that they buy together with another sub-fund, from 0 to 1.
  public let sharedDeals: Double
  /// Whether the indicators of the national evaluation are scored (投向评价).
  public let isEvaluated: Bool

  /// Rules that change nothing.
  public static let off = Rules(
    funds: .off, tolerance: .off, appropriation: nil,
    stateExit: StateExit(delayInQuarters: 0, priceFloor: 0), sharedDeals: 0, isEvaluated: false)
}

/// The rules that hold for one sub-fund.
public struct FundRules: Codable, Hashable, Sendable {
  /// What the mother fund gives up of its profit (让利).
  public let concession: Concession
  /// What has to be invested locally (返投).
  public let reinvestment: Reinvestment
  /// Limits on who pays how much, and on what is bought.
  public let limits: FundLimits
  /// How the sub-fund finds its other partners (募资).
  public let fundRaising: FundRaising

  /// Rules that change nothing.
  public static let off = FundRules(
    concession: .off, reinvestment: .off, limits: .off, fundRaising: .off)
}

/// When losses count as too large.
public struct LossTolerance: Codable, Hashable, Sendable {
  /// Which loss ratio is held against the tolerance.
  public enum Measure: String, Codable, Hashable, Sendable, CaseIterable {
    /// Losses less gains of all projects, over the cost of all.
    case netted
    /// Losses of losing projects alone, over the cost of all.
    case gross
  }

  /// Which loss ratio counts.
  public let measure: Measure
  /// The most that sub-funds of class `seed` may lose together, from 0 to 1; nil for no limit.
  public let seed: Double?
  /// The same for sub-funds of class `angel`.
  public let angel: Double?
  /// The same for direct investments.
  public let direct: Double?
  /// The most that a single sub-fund may lose; nil for no limit.
  public let subFund: Double?
  /// Quarters from the start to the first yearly review of losses; 0 for none before liquidation.
  public let firstReviewInQuarters: Int

  /// No limits.
  public static let off = LossTolerance(
    measure: .netted, seed: nil, angel: nil, direct: nil, subFund: nil, firstReviewInQuarters: 0)
}

/// What class of projects a sub-fund's money is for.
public enum LossClass: String, Codable, Hashable, Sendable, CaseIterable {
  /// Before there is a product (种子).
  case seed
  /// First outside rounds (天使).
  case angel
}

/// How contributors' yearly budgets reach the mother fund.
public struct Appropriation: Codable, Hashable, Sendable {
  /// When contributors pay.
  public enum Draw: String, Codable, Hashable, Sendable, CaseIterable {
    /// Each quarter's need in that quarter.
    case byNeed = "by_need"
    /// The year's budget in its first quarter, once enough of what was drawn before is used.
    case inAdvance = "in_advance"
  }

  /// What happens when calls outrun the budget.
  public enum Shortfall: String, Codable, Hashable, Sendable, CaseIterable {
    /// A lender pays, and is paid back from the next budgets and distributions.
    case bridge
    /// Sub-funds' calls wait for the next year.
    case delay
  }

  /// What may be paid in each calendar year, in yuan; years that are not named have none.
  public let budgets: [YearlyBudget]
  /// Whether what is not used in a year may be used later.
  public let carriesOver: Bool
  /// When contributors pay.
  public let draw: Draw
  /// Used part of what was drawn at which the next year's budget is drawn, from 0 to 1.
  public let nextDrawAt: Double
  /// What happens when calls outrun the budget.
  public let shortfall: Shortfall
  /// Interest a year on what a lender pays.
  public let bridgeRate: Double
}

/// What contributors together may be asked for in a calendar year.
public struct YearlyBudget: Codable, Hashable, Sendable {
  /// 2026 for example.
  public let year: Int
  /// In yuan.
  public let amount: Double
}

/// How state-owned stakes may be sold: after an appraisal, on an exchange.
public struct StateExit: Codable, Hashable, Sendable {
  /// Quarters by which a sale is later.
  public let delayInQuarters: Int
  /// The least price, as a part of the appraised value; a sale below it does not take place.
  public let priceFloor: Double
}
