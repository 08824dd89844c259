/// What a sub-fund is tied to: a strategic platform, a town, a chain leader.
public struct Anchor: Codable, Hashable, Sendable {
  /// What an anchor is.
  public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
    /// A strategic platform of the city, such as Songshan Lake (战略平台).
    case strategicPlatform = "strategic_platform"
    /// A leading company of an industrial chain (龙头/链主企业).
    case chainLeader = "chain_leader"
    /// A base of a strategic emerging industry (战略性新兴产业基地).
    case industryBase = "industry_base"
    /// A science and technology platform (科技创新平台).
    case technologyPlatform = "technology_platform"
    /// A town or subdistrict (镇街).
    case town
    /// An innovation community (双创社区).
    case community
  }

  /// The key in the scenario.
  public let id: String
  /// What reports call it.
  public let label: Label
  /// What it is.
  public let kind: Kind
  /// Which companies its sub-funds see.
  public let dealFlow: DealFlow
}

/// The companies that a fund sees.
public struct DealFlow: Codable, Hashable, Sendable {
  /// Shift of the companies' latent quality, in its standard deviations (`μ_a`).
  public let qualityShift: Double
  /// Factor on the median ticket.
  public let ticketScale: Double
  /// Probability that a company is local, from 0 to 1.
  public let localShare: Double
  /// Probability of each sector, adding up to 1; sorted by sector, none of them zero.
  public let sectors: [SectorShare]
  /// Companies a year that can be bought at all; nil where there is no limit.
  public let companiesAYear: Double?
  /// Standard deviation of the quality of the companies seen, in that of the latent quality.
  public let qualitySpread: Double
}

/// A sector, and how likely a company belongs to it.
public struct SectorShare: Codable, Hashable, Sendable {
  /// The sector's key.
  public let sector: String
  /// From 0 (excluded) to 1.
  public let share: Double
}

/// A sector that companies may belong to.
public struct Sector: Codable, Hashable, Sendable {
  /// The key in the scenario.
  public let id: String
  /// What reports call it.
  public let label: Label
}

/// A fund that buys early stakes in companies (子基金), with the mother fund as one of its partners.
public struct SubFund: Codable, Hashable, Sendable {
  /// The key in the scenario.
  public let id: String
  /// What reports call it.
  public let label: Label
  /// Name of its random numbers; its `id` unless the scenario says otherwise.
  public let stream: String
  /// The `id` of its anchor.
  public let anchor: String
  /// The mother fund's money in it, in yuan.
  public let commitment: Double
  /// Quarters from the scenario's start to its own.
  public let startQuarter: Int
  /// What it charges, and how it invests.
  public let terms: SubFundTerms
  /// Which engine simulates its companies.
  public let engine: Outcomes.Engine
  /// What class of projects its money is for.
  public let lossClass: LossClass
  /// The rules of public money that hold for it, by its start and its own keys.
  public let rules: FundRules

  /// What all partners together promise, in yuan.
  public var size: Double { commitment / terms.motherShare }
}

/// What a sub-fund charges, how it calls money and how long it runs.
public struct SubFundTerms: Codable, Hashable, Sendable {
  /// The mother fund's part of the sub-fund, from 0 (excluded) to 1.
  public let motherShare: Double
  /// Quarters in which it buys companies (投资期).
  public let investmentPeriodInQuarters: Int
  /// Quarters after that in which it sells them (退出期).
  public let exitPeriodInQuarters: Int
  /// Further quarters, without fee, for what is unsold then (延长期).
  public let extensionInQuarters: Int
  /// Parts of the commitments that are called one after the other, adding up to 1.
  public let tranches: [Double]
  /// Used part of the paid-in capital at which the next tranche is called, from 0 to 1.
  public let nextCallAt: Double
  /// Fee a year on paid-in capital in the investment period.
  public let investmentPeriodFee: Double
  /// Fee a year on the cost of what is invested and not exited, in the exit period.
  public let exitPeriodFee: Double
  /// Preferred return a year that partners get before carry (门槛收益率).
  public let hurdleRate: Double
  /// How the preferred return grows.
  public let hurdle: Hurdle
  /// The manager's part of distributions after the hurdle until it has caught up; 0 for none.
  public let catchUp: Double
  /// The manager's part of the profit (业绩报酬).
  public let carry: Double
  /// Whether carry is paid on the whole fund or on each deal.
  public let waterfall: WaterfallStyle
  /// Part of overpaid carry that comes back when the fund closes, from 0 to 1 (钩回).
  public let clawback: Double
  /// Part of the commitments up to which proceeds may be invested again, from 0 to 1.
  public let recycling: Double
  /// The manager's own part of the commitments, from 0 to 1.
  public let gpShare: Double
  /// Other governments' part of the commitments: of a park, a town, a district; from 0 to 1.
  public let otherGovernmentShare: Double
  /// Size of the tickets.
  public let ticket: Ticket
  /// The most that one company gets.
  public let singleProjectLimit: SingleProjectLimit
  /// How it follows its companies' later rounds.
  public let followOn: FollowOn

  /// Quarters from its start to the end of its extension.
  public var termInQuarters: Int {
    investmentPeriodInQuarters + exitPeriodInQuarters + extensionInQuarters
  }
}

/// On what a fund's carry is paid.
public enum WaterfallStyle: String, Codable, Hashable, Sendable, CaseIterable {
  /// All partners' capital and preferred return first (整体分配).
  case wholeFund = "whole_fund"
  /// Each deal by itself (按项目分配).
  case dealByDeal = "deal_by_deal"
}

/// How a preferred return grows.
public enum Hurdle: String, Codable, Hashable, Sendable, CaseIterable {
  /// A quarter of the rate on the unreturned capital, every quarter (单利).
  case simple
  /// The quarterly equivalent of the rate on unreturned capital and unpaid return (复利).
  case compounding
}

/// The lognormal size of the tickets.
public struct Ticket: Codable, Hashable, Sendable {
  /// In yuan, before the anchor's scale.
  public let median: Double
  /// Standard deviation of the logarithm.
  public let logDeviation: Double
}

/// The most that one company gets (单一项目上限).
public struct SingleProjectLimit: Codable, Hashable, Sendable {
  /// Part of the fund's size, from 0 (excluded) to 1.
  public let share: Double
  /// In yuan.
  public let amount: Double
}
