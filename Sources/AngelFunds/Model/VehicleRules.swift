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

  /// Rules that change nothing.
  static let off = VehicleRules(
    reinvestment: .off, eligibility: .off, hasLimits: false, earlyFloor: -1, projectFloor: -1)
}

extension VehicleRules {
  init(_ fund: SubFund) {
    reinvestment = ReinvestmentModel(
      fund.rules.reinvestment, investmentQuarters: fund.terms.investmentPeriodInQuarters)
    eligibility = EligibilityModel(fund.rules.limits.eligibility)
    hasLimits = true
    earlyFloor = fund.rules.limits.earlyFloor ?? -1
    projectFloor = fund.rules.limits.projectFloor.map(Double.init) ?? -1
  }
}
