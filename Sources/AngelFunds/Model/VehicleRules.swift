/// Rules of public money that hold inside a vehicle, flattened for the path loop.
struct VehicleRules: BitwiseCopyable {
  let reinvestment: ReinvestmentModel
  let eligibility: EligibilityModel
  /// Whether it is one of the funds that limits are for.
  let hasLimits: Bool
  /// The least part of the cost in angel projects; -1 for none.
  let earlyFloor: Double
  /// The least number of companies; -1 for none.
  let projectFloor: Double

  /// Part of the size up to which proceeds may be invested again.
  let recycling: Double
  /// Quarters by which sales of stakes are later.
  let saleDelay: Int
  /// The least price, over what a stake is valued at.
  let priceFloor: Double
  /// What founders may buy.
  let founders: FoundersOption

  /// Rules that change nothing.
  static let off = VehicleRules(direct: .off)
}

extension VehicleRules {
  init(_ fund: SubFund) {
    reinvestment = ReinvestmentModel(
      fund.rules.reinvestment, investmentQuarters: fund.terms.investmentPeriodInQuarters)
    eligibility = EligibilityModel(fund.rules.limits.eligibility)
    hasLimits = true
    earlyFloor = fund.rules.limits.earlyFloor ?? -1
    projectFloor = fund.rules.limits.projectFloor.map(Double.init) ?? -1
    recycling = fund.terms.recycling
    (saleDelay, priceFloor, founders) = (0, 0, .none)
  }

  /// Those of the direct book.
  init(direct rules: Rules) {
    (reinvestment, eligibility) = (.off, .off)
    (hasLimits, earlyFloor, projectFloor, recycling) = (false, -1, -1, 0)
    saleDelay = rules.stateExit.delayInQuarters
    priceFloor = rules.stateExit.priceFloor
    founders = FoundersOption(rules.funds.concession)
  }
}
