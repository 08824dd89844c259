/// How much a company brings back, and when.
public struct Outcomes: Codable, Hashable, Sendable {
  /// Which engine simulates companies.
  public enum Engine: String, Codable, Hashable, Sendable, CaseIterable, BitwiseCopyable {
    /// A gross multiple and a holding time, drawn from a table.
    case multiples
    /// Financing rounds until an exit, one event after the other.
    case rounds
  }

  /// Which engine simulates companies of funds that name none of their own.
  public let engine: Engine
  /// One row a `MultipleBucket`, in its order; the shares add up to 1.
  public let buckets: [BucketRow]
  /// Pareto tail index of multiples from 10 on; above 0.
  public let tailIndex: Double
  /// Largest multiple: the Pareto tail is truncated there, not capped; above 10.
  public let truncation: Double
  /// Standard deviation of the logarithm of the holding time.
  public let holdingLogDeviation: Double
  /// Factor on every median holding time.
  public let holdingScale: Double
  /// Shift of every company's latent quality, in its standard deviations.
  public let qualityShift: Double
  /// What engine `rounds` knows.
  public let rounds: Rounds
}

/// The five classes of gross multiples, from worst to best.
public enum MultipleBucket: String, Codable, Hashable, Sendable, CaseIterable {
  /// Nothing comes back.
  case zero
  /// Between 0 and 1 times the cost, uniform.
  case below1x = "below_1x"
  /// From 1 to 5 times the cost, log-uniform.
  case from1xTo5x = "from_1x_to_5x"
  /// From 5 to 10 times the cost, log-uniform.
  case from5xTo10x = "from_5x_to_10x"
  /// At least 10 times the cost, truncated Pareto.
  case above10x = "above_10x"
}

/// How likely a class of multiples is, and how long such a company is held.
public struct BucketRow: Codable, Hashable, Sendable {
  /// From 0 to 1.
  public let share: Double
  /// Median holding time in years.
  public let medianHoldingYears: Double
}

/// What companies' fates have in common: shares of the latent's variance.
///
/// The three shares add up to less than 1; the rest is the company's own.
public struct Dependence: Codable, Hashable, Sendable {
  /// The market's share (`ρ_m`).
  public let market: Double
  /// The sector's share (`ρ_s`).
  public let sector: Double
  /// The manager's share (`ρ_g`).
  public let manager: Double
  /// Correlation of a factor with itself a year later, from 0 to below 1.
  public let persistence: Double
}

/// What happens to stakes that are unsold at the end of a term.
public struct TermEnd: Codable, Hashable, Sendable {
  /// What becomes of them.
  public enum Mode: String, Codable, Hashable, Sendable, CaseIterable {
    /// They are sold at a share of net asset value.
    case sale
    /// Partners get the stakes themselves (实物分配).
    case inKind = "in_kind"
  }

  /// What becomes of unsold stakes.
  public let mode: Mode
  /// Price of a forced sale as a share of net asset value, from 0 to 1.
  public let saleShareOfNAV: Double
}
