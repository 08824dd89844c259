/// How what a vehicle had to distribute in a quarter went through its waterfall, in yuan.
struct WaterfallSplit: Hashable {
  let vehicle: Int
  let quarter: Int
  /// What there was to distribute; its parts add up to it.
  let amount: Double
  let parts: Waterfall.Parts
  /// What the manager gave back when the vehicle closed.
  let carryReturned: Double
}

/// The values of a factor on a path.
struct DrawnFactor: Hashable {
  /// Whose factor it is.
  enum Factor: Hashable {
    case market
    /// By its position among the sectors that companies may belong to.
    case sector(Int)
    /// 1 where companies can go public, else 0.
    case ipoWindow
    case manager(Int)
  }

  let factor: Factor
  /// By model year, in standard deviations; of a manager a single one.
  let values: [Double]
}
