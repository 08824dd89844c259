/// What vehicles' results add up to for one scope.
///
/// Money is the scope's part of it. Companies and what was invested locally are counted whole, as
/// are the rules that ask for them.
struct StakeTotals {
  private var cost = 0.0
  private var proceeds = 0.0
  private var grossLoss = 0.0
  private var carry = 0.0
  private var localCost = 0.0
  private var followOns = 0.0
  private var inKind = 0.0
  private var mothersPaidIn = 0.0
  private var companies = CompanyCounts()
  /// Management fees: the vehicles', or the mother fund's own where that is set.
  var fees = 0.0

  /// Companies bought.
  var companiesFunded: Double { companies.funded }

  /// Adds one vehicle, of which the scope holds `part`.
  ///
  /// - Parameter mothersPaidIn: What the mother fund has paid into it, in yuan.
  mutating func add(_ result: VehicleResult, part: Double, mothersPaidIn: Double) {
    cost += part * result.cost
    proceeds += part * result.proceeds
    grossLoss += part * result.grossLoss
    carry += part * result.carry
    followOns += part * result.followOnCost
    inKind += part * result.inKind
    fees += part * result.fees
    localCost += result.localCost
    self.mothersPaidIn += mothersPaidIn
    companies.add(result.companies)
  }

  /// Proceeds over cost of companies; nil where none was bought.
  var grossMultiple: Double? { Rounding.multiple(proceeds, of: cost) }

  /// Cost of local companies over what the mother fund paid in; nil where it paid nothing.
  var reinvestmentMultiple: Double? {
    mothersPaidIn >= Rounding.fen ? localCost / mothersPaidIn : nil
  }

  /// Writes the figures from gross multiple to companies, in the order of `Metric`.
  func write(to writer: inout MetricWriter) {
    writer.write(grossMultiple)
    writer.write(cost > 0 ? grossLoss / cost : nil)
    writer.write(fees)
    writer.write(carry)
    writer.write(localCost)
    writer.write(reinvestmentMultiple)
    writer.write(companies.funded)
    writer.write(companies.writtenOff)
    writer.write(companies.belowCost)
    writer.write(companies.from1xTo5x)
    writer.write(companies.from5xTo10x)
    writer.write(companies.above10x)
    writer.write(companies.soldAtTermEnd)
    writer.write(followOns)
    writer.write(inKind)
  }
}

extension CompanyCounts {
  fileprivate mutating func add(_ other: CompanyCounts) {
    funded += other.funded
    writtenOff += other.writtenOff
    belowCost += other.belowCost
    from1xTo5x += other.from1xTo5x
    from5xTo10x += other.from5xTo10x
    above10x += other.above10x
    soldAtTermEnd += other.soldAtTermEnd
  }
}
