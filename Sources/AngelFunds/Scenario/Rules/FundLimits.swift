/// Limits on who pays how much into a sub-fund, and on what it buys; nil for no limit.
public struct FundLimits: Codable, Hashable, Sendable {
  /// The most that the mother fund's part may be, from 0 to 1 (出资比例上限).
  public let contributionCap: Double?
  /// The most that all governments' parts together may be, from 0 to 1.
  public let governmentCap: Double?
  /// The least that the manager's part may be, from 0 to 1.
  public let gpMinimum: Double?
  /// The least that all partners together must promise, in yuan.
  public let leastSize: Double?
  /// The most that they may, in yuan.
  public let mostSize: Double?
  /// The most that the mother fund may promise one sub-fund, in yuan.
  public let mostCommitment: Double?
  /// The most that one project may get, as a part of the sub-fund's size.
  public let projectShareCap: Double?
  /// The most that one project may get, in yuan.
  public let projectAmountCap: Double?
  /// The least number of projects.
  public let projectFloor: Int?
  /// The least part of the cost in angel projects, from 0 to 1.
  public let earlyFloor: Double?
  /// What counts as an angel project (天使类项目); nil where all do.
  public let eligibility: Eligibility?

  /// No limits.
  public static let off = FundLimits(
    contributionCap: nil, governmentCap: nil, gpMinimum: nil, leastSize: nil, mostSize: nil,
    mostCommitment: nil, projectShareCap: nil, projectAmountCap: nil, projectFloor: nil,
    earlyFloor: nil, eligibility: nil)
}

/// What counts as an angel project when it is first bought.
public struct Eligibility: Codable, Hashable, Sendable {
  /// What happens to other projects.
  public enum Policy: String, Codable, Hashable, Sendable, CaseIterable {
    /// They are bought, and counted.
    case count
    /// They are passed over.
    case skip
  }

  /// What happens to other projects.
  public let policy: Policy
  /// The most years since the company was founded; either this or `rounds` must hold.
  public let age: Double
  /// The most outside rounds, this one included.
  public let rounds: Int
  /// The most people employed.
  public let heads: Double
  /// The most of the lesser of assets and revenue, in yuan.
  public let assetsOrRevenue: Double
  /// What companies are like when they are first bought.
  public let companies: CompanyProfile
}

/// What companies are like when they are first bought; each part independent of the others.
public struct CompanyProfile: Codable, Hashable, Sendable {
  /// Median of the years since the company was founded; lognormal.
  public let age: Double
  /// Standard deviation of its logarithm.
  public let ageLogDeviation: Double
  /// Probability that a company has had a further outside round before this one, each time.
  public let furtherRound: Double
  /// Median number of people; lognormal.
  public let heads: Double
  /// Standard deviation of its logarithm.
  public let headsLogDeviation: Double
  /// Median of the lesser of assets and revenue, in yuan; lognormal.
  public let assetsOrRevenue: Double
  /// Standard deviation of its logarithm.
  public let assetsOrRevenueLogDeviation: Double
}
