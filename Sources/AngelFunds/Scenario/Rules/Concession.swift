/// What the mother fund gives up of its profit in a sub-fund (让利).
public struct Concession: Codable, Hashable, Sendable {
  /// Which form it has.
  public enum Form: String, Codable, Hashable, Sendable, CaseIterable, BitwiseCopyable {
    /// Nothing is given up.
    case none
    /// A share of what it receives beyond its principal and a floor (超额收益让渡).
    case excess
    /// Partners and founders may buy its stake at cost (原值受让).
    case buyout
    /// A share of the excess that depends on results.
    case graded
  }

  /// Who gets what is given up.
  public enum Recipient: String, Codable, Hashable, Sendable, CaseIterable {
    /// The sub-fund's manager.
    case gp
    /// The other partners, without the manager's own commitment.
    case otherPartners = "other_partners"
    /// Both, by their commitments.
    case byShares = "by_shares"
  }

  /// Which form it has.
  public let form: Form
  /// Part of the excess that is given up, from 0 to 1; for `graded` where no grade is reached.
  public let share: Double
  /// Return a year on unreturned principal, simple, before anything is given up; 0 for principal.
  public let floorRate: Double
  /// Who gets it.
  public let recipient: Recipient
  /// The option to buy.
  public let buyout: Buyout
  /// For `graded`: the largest share among the grades that are reached.
  public let grades: [ConcessionGrade]

  /// Nothing is given up.
  public static let off = Concession(
    form: .none, share: 0, floorRate: 0, recipient: .gp, buyout: .none, grades: [])
}

/// The option to buy the mother fund's stake at what it paid.
public struct Buyout: Codable, Hashable, Sendable {
  /// Part of a stake in a sub-fund that its other partners may buy, from 0 to 1.
  public let partnersPart: Double
  /// Part of a directly held stake in a company that its founders may buy, from 0 to 1.
  public let foundersPart: Double
  /// Quarters from the first payment within which the price is the cost.
  public let atCostInQuarters: Int
  /// Quarters from the first payment within which there is an option at all.
  public let endInQuarters: Int
  /// Simple interest a year on the cost, where the option is used after `atCostInQuarters`.
  public let interest: Double

  /// No option.
  public static let none = Buyout(
    partnersPart: 0, foundersPart: 0, atCostInQuarters: 0, endInQuarters: 0, interest: 0)
}

/// A step of a graded concession: reached where all that it asks for is reached.
///
/// Results are judged at the end of the sub-fund's investment period.
public struct ConcessionGrade: Codable, Hashable, Sendable {
  /// The key in the scenario.
  public let id: String
  /// Part of the excess that is given up, from 0 to 1.
  public let share: Double
  /// The least recognised local investment over the obligation; nil if it does not matter.
  public let reinvestment: Double?
  /// The least part of the cost in angel projects; nil if it does not matter.
  public let earlyShare: Double?
  /// The least cost of companies over the sub-fund's size; nil if it does not matter.
  public let placed: Double?
}
