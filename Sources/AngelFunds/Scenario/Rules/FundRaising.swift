/// How a sub-fund finds its other partners, and what happens if it does not (募资).
public struct FundRaising: Codable, Hashable, Sendable {
  /// What becomes of money that was promised and is free again.
  public enum Released: String, Codable, Hashable, Sendable, CaseIterable {
    /// Nothing: it is not called.
    case reserve
    /// Sub-funds that start later get it, by their commitments.
    case laterFunds = "later_funds"
  }

  /// Probability that enough partners are found at all, from 0 to 1.
  public let closeProbability: Double
  /// Median quarters from the planned start to the closing, lognormal; 0 for no delay.
  public let delayInQuarters: Double
  /// Standard deviation of its logarithm.
  public let delayLogDeviation: Double
  /// Quarters from the planned start after which the commitment is cancelled.
  public let deadlineInQuarters: Int
  /// Probability that a sub-fund closes smaller than planned, the mother fund's part cut with it.
  public let smallerProbability: Double
  /// The smallest such size over the planned one, from 0 (excluded) to 1; uniform up to 1.
  public let smallestSize: Double
  /// Whether the mother fund pays a tranche only once the other partners have.
  public let isSocialFirst: Bool
  /// Probability that the other partners pay a tranche late.
  public let lateProbability: Double
  /// Quarters by which they do.
  public let lateQuarters: Int
  /// Quarters from the first money within which a company must be bought, or the sub-fund is wound
  /// up; 0 for no such rule.
  public let firstDealInQuarters: Int
  /// What becomes of money that is free again.
  public let released: Released
  /// The most that a later sub-fund's commitment may grow to, over the planned one.
  public let mostGrowth: Double

  /// Every sub-fund closes in full, when planned.
  public static let off = FundRaising(
    closeProbability: 1, delayInQuarters: 0, delayLogDeviation: 0, deadlineInQuarters: 0,
    smallerProbability: 0, smallestSize: 1, isSocialFirst: false, lateProbability: 0,
    lateQuarters: 0, firstDealInQuarters: 0, released: .reserve, mostGrowth: 1)
}
