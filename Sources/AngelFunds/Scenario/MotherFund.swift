/// The angel fund of funds (天使投资母基金): its size, term and fee.
public struct MotherFund: Codable, Hashable, Sendable {
  /// Total of what the contributors promise, in yuan; fees are inside it.
  public let size: Double
  /// Term in quarters; every sub-fund ends within it.
  public let lifeInQuarters: Int
  /// Quarters from the start within which sub-funds start; also the direct investment period.
  public let commitmentPeriodInQuarters: Int
  /// Management fee a year, as a share of the cost outstanding.
  public let managementFee: Double
  /// Loss ratio at liquidation beyond which officials have to answer for the loss (容亏率).
  public let lossTolerance: Double
  /// Rate a year at which contributors' flows are discounted for net present values.
  public let discountRate: Double
  /// The limit on what is committed before a date, if the fund is raised in two phases.
  public let firstPhase: FirstPhase?
}

/// The part of the mother fund's size that is there from the start (一期).
public struct FirstPhase: Codable, Hashable, Sendable {
  /// In yuan, at most the mother fund's size.
  public let size: Double
  /// First quarter in which the rest may be committed too.
  public let endsAfterQuarters: Int
}

/// Somebody who pays into the mother fund.
public struct Contributor: Codable, Hashable, Sendable {
  /// Whose money it is.
  public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
    /// The city's budget (财政出资).
    case fiscal
    /// A state-owned company of the city (国资出资).
    case stateOwned = "state_owned"
    /// Private or other capital (社会资本).
    case social
  }

  /// The key in the scenario.
  public let id: String
  /// What reports call it.
  public let label: Label
  /// Whose money it is.
  public let kind: Kind
  /// Part of every payment and of every distribution, from 0 to 1.
  public let share: Double
}

/// Companies that the mother fund buys by itself (直投), without fee or carry.
public struct DirectInvestment: Codable, Hashable, Sendable {
  /// Part of the mother fund's size that buys companies directly, from 0 to 1; 0 for none.
  public let share: Double
  /// Quarters from the start within which it buys.
  public let investmentPeriodInQuarters: Int
  /// What it buys.
  public let dealFlow: DealFlow
  /// Size of the tickets.
  public let ticket: Ticket
  /// The most that one company gets.
  public let singleProjectLimit: SingleProjectLimit
  /// How later rounds are followed.
  public let followOn: FollowOn
  /// Which engine simulates the companies.
  public let engine: Outcomes.Engine
}
