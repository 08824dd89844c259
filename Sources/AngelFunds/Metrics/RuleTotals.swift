/// What vehicles' results under rules of public money add up to for one scope.
///
/// What has to be invested locally, and what was, is counted whole; other money is the scope's part
/// of it.
struct RuleTotals {
  private var obligation = 0.0
  private var credit = 0.0
  private var shortfall = 0.0
  private var feesDeducted = 0.0
  private var recycled = 0.0
  private var cost = 0.0
  private var earlyCost = 0.0
  /// Whether any fund missed its floor; nil where none has one.
  private var missesEarlyFloor: Bool?
  private var missesProjectFloor: Bool?

  /// Adds one vehicle, of which the scope holds `part`; one that is not set up owes nothing.
  mutating func add(_ result: VehicleResult, vehicle: VehicleModel, part: Double) {
    obligation += result.obligation
    credit += result.recognised
    shortfall += result.missesObligation ? result.obligation - result.recognised : 0
    feesDeducted += part * result.feesDeducted
    recycled += part * result.recycled
    guard vehicle.rules.hasLimits, vehicle.exists else { return }
    cost += part * result.cost
    earlyCost += part * result.earlyCost
    if let misses = vehicle.rules.missesEarlyFloor(result) {
      missesEarlyFloor = misses || missesEarlyFloor == true
    }
    if let misses = vehicle.rules.missesProjectFloor(result) {
      missesProjectFloor = misses || missesProjectFloor == true
    }
  }

  /// 1 where as much was invested locally as had to be, else 0; nil where nothing had to be.
  var obligationMet: Double? {
    guard obligation > 0 else { return nil }
    return Rounding.reaches(credit, obligation) ? 1 : 0
  }

  /// Writes the figures of the rules that are on, in the order of `Metric`.
  func write(_ active: ActiveRules, to writer: inout MetricWriter) {
    if active.contains(.reinvestment) {
      writer.write(obligation)
      writer.write(credit)
      writer.write(obligationMet)
      writer.write(shortfall)
      writer.write(feesDeducted)
    }
    if active.contains(.limits) {
      writer.write(cost > 0 ? earlyCost / cost : nil)
      writer.write(missesEarlyFloor.map { $0 ? 1 : 0 })
      writer.write(missesProjectFloor.map { $0 ? 1 : 0 })
    }
    if active.contains(.recycling) { writer.write(recycled) }
  }
}

extension VehicleRules {
  /// Whether too little was bought in angel projects; nil where there is no floor, or nothing was
  /// bought.
  fileprivate func missesEarlyFloor(_ result: VehicleResult) -> Bool? {
    guard earlyFloor >= 0, result.cost > 0 else { return nil }
    return !Rounding.reaches(result.earlyCost, earlyFloor * result.cost)
  }

  /// Whether too few companies were bought; nil where there is no floor.
  fileprivate func missesProjectFloor(_ result: VehicleResult) -> Bool? {
    projectFloor >= 0 ? result.companies.funded < projectFloor : nil
  }
}
