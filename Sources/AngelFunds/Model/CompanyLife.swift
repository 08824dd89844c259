/// What happens to one company from its first money to its exit, per yuan and per share.
///
/// Quarters are the vehicle's own. A life is drawn whole; what a fund decides is decided quarter
/// by quarter, from what has happened by then.
struct CompanyLife: BitwiseCopyable {
  /// What an exit pays for.
  enum Payout: UInt8 {
    /// A price for each share.
    case price
    /// A part of the cost.
    case cost
    /// The cost with simple interest.
    case costWithInterest
  }

  /// Rounds that a company can raise after the first money.
  static let mostRounds = 4

  /// Rounds raised after the first money.
  var roundCount = 0
  var roundQuarters = SIMD4<Int32>(repeating: 0)
  /// Price of a share after each round; 1 at entry.
  var prices = SIMD4<Double>(repeating: 1)
  /// The company's value after each round, new money included; 1 at entry.
  var values = SIMD4<Double>(repeating: 1)
  /// Position in `Fate.allCases`; -1 where nothing ends the life within the term.
  var fate = -1
  /// When the fate is known.
  var fateQuarter = Int.max
  /// When the stake is sold, or listed.
  var exitQuarter = Int.max
  var payout = Payout.price
  /// Price of a share at the exit, or part of the cost.
  var exitValue = 0.0
  /// The company's value at entry, new money included, in yuan, before a large ticket raises it.
  var postMoney = 0.0

  /// Whether the stake is sold to somebody at a price: a transfer or an acquisition.
  var isSale: Bool { fate == Fate.secondaryTransferIndex || fate == Fate.mAndAIndex }
}
