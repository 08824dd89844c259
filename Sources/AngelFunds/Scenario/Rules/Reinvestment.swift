/// What a sub-fund has to invest locally, and what counts (返投).
public struct Reinvestment: Codable, Hashable, Sendable {
  /// What the obligation is a multiple of.
  public enum Base: String, Codable, Hashable, Sendable, CaseIterable {
    /// What the mother fund has paid in by the due date.
    case paidIn = "paid_in"
    /// What the mother fund has promised.
    case commitment
  }

  /// When it has to be met.
  public enum Due: String, Codable, Hashable, Sendable, CaseIterable {
    /// By the end of the investment period.
    case investmentPeriod = "investment_period"
    /// By the end of the sub-fund's term.
    case term
  }

  /// Obligation over the mother fund's contribution; 0 for none (返投倍数).
  public let multiple: Double
  /// What it is a multiple of.
  public let base: Base
  /// When it has to be met.
  public let due: Due
  /// What counts besides companies that are local from the start (返投认定).
  public let recognition: Recognition
  /// What follows where it is missed.
  public let consequences: ReinvestmentConsequences
  /// Part of the other companies in whose place the sub-fund looks for local ones, from 0 to 1.
  public let localSearch: Double
  /// Change of a company's odds of success under a search for local companies alone, from -1 to 0.
  public let localAlpha: Double

  /// No obligation.
  public static let off = Reinvestment(
    multiple: 0, base: .paidIn, due: .investmentPeriod, recognition: .localOnly,
    consequences: .none, localSearch: 0, localAlpha: 0)
}

/// What counts as local investment besides companies that are local from the start.
public struct Recognition: Codable, Hashable, Sendable {
  /// Whether companies count that move here.
  public let countsRelocated: Bool
  /// Probability that a company from elsewhere moves here within `relocationQuarters`.
  public let relocationProbability: Double
  /// Quarters from the purchase within which a move counts.
  public let relocationQuarters: Int
  /// Whether companies count that found a subsidiary here.
  public let countsSubsidiaries: Bool
  /// Probability that a company from elsewhere founds a subsidiary here.
  public let subsidiaryProbability: Double
  /// What the manager's other funds invest locally, for each yuan of local companies of this one,
  /// as far as it counts.
  public let otherFunds: Double

  /// Nothing else counts.
  public static let localOnly = Recognition(
    countsRelocated: false, relocationProbability: 0, relocationQuarters: 0,
    countsSubsidiaries: false, subsidiaryProbability: 0, otherFunds: 0)
}

/// What follows where the obligation is missed.
public struct ReinvestmentConsequences: Codable, Hashable, Sendable {
  /// Whether nothing is conceded to the sub-fund then.
  public let losesConcession: Bool
  /// Part of the management fee that is taken off after the due date, from 0 to 1.
  public let feeDeduction: Double
  /// A further tranche waits while recognised local investment is less than this part of what the
  /// paid-in capital so far asks for; 0 for no such rule.
  public let withholdBelow: Double

  /// Nothing follows.
  public static let none = ReinvestmentConsequences(
    losesConcession: false, feeDeduction: 0, withholdBelow: 0)
}
