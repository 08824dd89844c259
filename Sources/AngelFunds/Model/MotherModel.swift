/// The mother fund's own numbers, flattened for the path loop.
struct MotherModel {
  let feePerQuarter: Double
  /// What contributors may be asked for fees in total: the size less commitments and direct money.
  let feeRoom: Double
  /// Value today of one yuan at the end of each further quarter.
  let quarterlyDiscount: Double
  let lossTolerance: Double
  /// Each contributor's part, in the order of their names; they add up to 1.
  let contributorShares: [Double]
  /// Contributors' yearly budgets; nil where they pay whatever is needed.
  let appropriation: AppropriationModel?
  /// Whether vehicles' calls wait where budgets do not cover them.
  var callsWait: Bool { appropriation.map { !$0.isBridged } ?? false }

  /// - Parameter lastCall: The last quarter in which a vehicle may call money.
  init(_ scenario: Scenario, lastCall: Int, arena: ModelArena) {
    let fund = scenario.motherFund
    feePerQuarter = fund.managementFee / 4
    let commitments = scenario.subFunds.reduce(0) { $0 + $1.commitment }
    feeRoom = max(0, fund.size - commitments - scenario.direct.share * fund.size)
    quarterlyDiscount = 1 / (1 + fund.discountRate).squareRoot().squareRoot()
    lossTolerance = fund.lossTolerance
    contributorShares = scenario.contributors.map(\.share)
    appropriation = AppropriationModel(scenario, lastCall: lastCall, arena: arena)
  }
}
