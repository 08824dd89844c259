/// How companies live from angel money through rounds to an exit: engine `rounds`.
public struct Rounds: Codable, Hashable, Sendable {
  /// One row a `Stage`, in its order.
  public let stages: [StageRow]
  /// Standard deviation of the logarithm of the time to an event, and of a delay of an exit.
  public let gapLogDeviation: Double
  /// Factor on every median time to an event, above 0.
  public let gapScale: Double
  /// Factor on every share of companies that reach the next round; the others make room.
  public let nextRoundScale: Double
  /// Factor on what every median step-up is above 1, and on what it is below.
  public let stepUpGainScale: Double
  /// What ways out pay, and when.
  public let exits: RoundExits
  /// When companies can go public.
  public let ipoWindow: IPOWindow
  /// What a company is worth when it gets angel money.
  public let entryPostMoney: EntryPostMoney
  /// What unsold stakes are valued at.
  public let marks: Marks
}

/// Where a company stands: the last money that it raised.
public enum Stage: String, Codable, Hashable, Sendable, CaseIterable {
  case angel
  case roundA = "round_a"
  case roundB = "round_b"
  case roundC = "round_c"
  case preIPO = "pre_ipo"
}

/// What becomes of a company at its next event, from worst to best.
public enum Fate: String, Codable, Hashable, Sendable, CaseIterable {
  /// It closes (核销).
  case writeOff = "write_off"
  /// It neither grows nor closes (僵尸项目).
  case zombie
  /// Founders or the company buy the stake back (回购).
  case buyback
  /// The stake is sold to another investor (老股转让).
  case secondaryTransfer = "secondary_transfer"
  /// The company is bought (并购).
  case mAndA = "m_and_a"
  /// It raises its next round.
  case nextRound = "next_round"
  /// It goes public (首次公开发行).
  case ipo
}

/// What can follow a stage.
public struct StageRow: Codable, Hashable, Sendable {
  /// Probability of each `Fate`, in its order; they add up to 1.
  ///
  /// Long-run means: an open or shut window moves the share of listings around its mean.
  public let fates: [Double]
  /// Median years from the stage's money to the event.
  public let gapYears: Double
  /// Median of the next round's price of a share over the stage's, before the option pool; 1 where
  /// there is no next round.
  public let stepUp: Double
  /// Standard deviation of its logarithm.
  public let stepUpLogDeviation: Double
  /// What the next round's new options take off the price of a share, from 0 to below 1.
  public let poolDrag: Double
  /// The next round's new money as a part of the company's value after it, from 0 to below 1.
  public let dilution: Double
  /// Median years from the event to the exit that it leads to.
  public let exitDelayYears: Double
}

/// What ways out pay, and when.
public struct RoundExits: Codable, Hashable, Sendable {
  /// A listing's price over the last round's.
  public let ipo: PriceStep
  /// Quarters after a listing in which nothing may be sold.
  public let lockUpInQuarters: Int
  /// Quarters after that in which the stake is sold in equal parts; at least 1.
  public let sellDownInQuarters: Int
  /// An acquirer's price over the last round's.
  public let mAndA: PriceStep
  /// Another investor's price over the last round's.
  public let secondaryTransfer: PriceStep
  /// What a buy-back pays.
  public let buyback: Buyback
  /// A zombie's stake brings back between nothing and this share of its cost, uniform.
  public let zombieRecovery: Double
  /// Years after entry before which a zombie's stake finds no buyer.
  public let zombieYears: Double
  /// A closed company brings back between nothing and this share of the cost, uniform.
  public let writeOffRecovery: Double
}

/// A lognormal price over the last round's.
public struct PriceStep: Codable, Hashable, Sendable {
  /// Above 0.
  public let median: Double
  /// Standard deviation of the logarithm.
  public let logDeviation: Double
}

/// What buy-backs pay: nothing, a part of the cost, or the cost with simple interest.
public struct Buyback: Codable, Hashable, Sendable, BitwiseCopyable {
  /// Probability that nothing is paid.
  public let nothing: Double
  /// Probability that a part of the cost is paid; the rest is paid in full.
  public let partial: Double
  /// The least that a partial buy-back pays, as a share of the cost.
  public let partialLow: Double
  /// The most.
  public let partialHigh: Double
  /// Simple interest a year on the cost where all is paid.
  public let interest: Double
}

/// The market for listings: open or shut, year by year.
///
/// Factors hold while it is shut. While it is open, the opposite holds, so that the long-run mean
/// is what the tables say.
public struct IPOWindow: Codable, Hashable, Sendable {
  /// Probability that it shuts from one year to the next; from 0.
  public let shuts: Double
  /// Probability that it opens from one year to the next; above 0.
  public let opens: Double
  /// Factor on the odds of a listing while it is shut.
  public let shutIPOFactor: Double
  /// Factor on times to events that begin while it is shut.
  public let shutGapFactor: Double
  /// Factor on prices of share transfers while it is shut.
  public let shutTransferFactor: Double

  /// Long-run share of shut years.
  public var shutShare: Double { shuts / (shuts + opens) }
}

/// What a company is worth, new money included, when it gets angel money.
public struct EntryPostMoney: Codable, Hashable, Sendable {
  /// In yuan.
  public let median: Double
  /// Standard deviation of the logarithm.
  public let logDeviation: Double
  /// The most that one fund's first ticket may own; a larger ticket finds a larger company.
  public let mostOwnership: Double
}

/// What unsold stakes are valued at.
public struct Marks: Codable, Hashable, Sendable {
  /// How stakes are valued.
  public enum Policy: String, Codable, Hashable, Sendable, CaseIterable {
    /// At cost until the exit.
    case cost
    /// At the last round's price.
    case lastRound = "last_round"
    /// At the last round's price, less a discount for each full time without a new one.
    case lastRoundDiscounted = "last_round_discounted"
  }

  /// How stakes are valued.
  public let policy: Policy
  /// Quarters without a round after which the discount is taken, and each time again.
  public let staleAfterInQuarters: Int
  /// The discount, from 0 to 1.
  public let staleDiscount: Double
}

/// How a fund follows its companies' later rounds; engine `rounds` only.
public struct FollowOn: Codable, Hashable, Sendable {
  /// What decides the amount.
  public enum Policy: String, Codable, Hashable, Sendable, CaseIterable, BitwiseCopyable {
    /// Nothing; the reserve buys companies too.
    case none
    /// What keeps the fund's part of the company, as it is after the option pool.
    case proRata = "pro_rata"
    /// A multiple of the first ticket that depends on the round.
    case byStage = "by_stage"
    /// As much as the single-project limit and the round allow.
    case toLimit = "to_limit"
  }

  /// What decides the amount.
  public let policy: Policy
  /// Part of the money for companies that is kept for follow-ons, from 0 to below 1.
  public let reserve: Double
  /// For policy `by_stage`: multiples of the first ticket at rounds A, B, C and pre-IPO.
  public let byStage: [Double]
}
