internal import Foundation
import Stochastics

/// Buys companies for a vehicle and writes down what each will be worth and bring back.
///
/// The engine `multiples` knows a company's outcome at once. Values and exits are written forward
/// into the vehicle's quarters; no decision reads them before their time.
struct MultiplesBook: CompanyBook {
  let index: Int
  let vehicle: VehicleModel
  let model: CompiledModel
  let buffers: PathBuffers
  let scratch: VehicleScratch
  let exposures: UnsafePointer<Double>
  /// The manager's factor times its loading, and the shift of quality.
  let shift: Double
  /// Companies that the anchor's sub-funds buy, by year; empty where the deal flow has no end.
  let bought: UnsafePointer<Double>
  /// Where the next company's proceeds go.
  let proceedsOut: UnsafeMutablePointer<Double>
  private(set) var result = VehicleResult()
  /// Number of companies that bring something back.
  private(set) var count = 0

  init(
    _ index: Int, model: CompiledModel, buffers: PathBuffers, skill: Double,
    proceedsOut: UnsafeMutablePointer<Double>
  ) {
    self.index = index
    vehicle = buffers.vehicles[index]
    self.model = model
    self.buffers = buffers
    scratch = buffers.vehicle
    exposures = UnsafePointer(buffers.exposures)
    shift = vehicle.qualityShift + model.factors.managerLoading * skill
    bought = buffers.deals.bought(by: vehicle.limit)
    self.proceedsOut = proceedsOut
  }

  /// Draws the latents of the first `count` companies of `scratch.ordered` ahead, where draws are
  /// addressed: many at a time, none of which waits for another.
  func prepare(_ count: Int, source: inout RandomSource) {
    guard source.isCounterBased else { return }
    for position in 0..<count {
      if scratch.ordered[position].lead < 0 {
        drawLatent(of: position, source: &source)
      } else {
        drawShared(position, source: &source)
      }
    }
  }

  /// Puts a company's latent into the scratch room, or -∞ where a look into a table is enough to
  /// know that the company is lost.
  @inline(__always)
  private func drawLatent(of position: Int, source: inout RandomSource) {
    let company = scratch.ordered[position]
    let draw = scratch.draws.outcome(Int(company.ordinal), source: &source)
    let year = (vehicle.firstQuarter + Int(company.entry)) / 4
    var level = shift + exposures[Int(company.sector) * model.entryYears + year]
    if vehicle.limit.group >= 0 {
      level += vehicle.limit.shift(draw[2], bought: bought[year])
    }
    keepLatent(of: position, level: level, uniform: draw[1])
  }

  /// The same for a company that is another sub-fund's in truth, from that one's draws.
  private func drawShared(_ position: Int, source: inout RandomSource) {
    let company = scratch.ordered[position]
    let origin = CompanyOrigin(company, buffers: buffers, model: model)
    source.turn(to: origin.vehicle.companies)
    let draw = source.block(
      ordinal: UInt32(company.leadOrdinal), address: DrawAddress.outcome)
    source.turn(to: vehicle.companies)
    scratch.draws.replace(Int(company.ordinal), with: draw)
    let year = (vehicle.firstQuarter + Int(company.entry)) / 4
    var level = origin.shift + exposures[Int(company.sector) * model.entryYears + year]
    if origin.vehicle.limit.group >= 0 {
      level += origin.vehicle.limit.shift(draw[2], bought: origin.bought[year])
    }
    keepLatent(of: position, level: level, uniform: draw[1])
  }

  @inline(__always)
  private func keepLatent(of position: Int, level: Double, uniform: Double) {
    let loading = model.factors.ownLoading
    let ceiling = level + loading * model.quantileCeiling.above(uniform)
    scratch.latents[position] =
      model.outcomes.isWrittenOff(latent: ceiling)
      ? -.infinity : level + loading * StandardNormal.quantile(uniform)
  }

  /// Buys the company at `position` in `quarter` of the vehicle's own time for `cost` yuan.
  @inline(__always)
  mutating func buy<Recorder: TransferRecorder>(
    _ position: Int, quarter: Int, cost: Double, source: inout RandomSource,
    recorder: inout Recorder
  ) {
    if !source.isCounterBased { drawLatent(of: position, source: &source) }
    let company = scratch.ordered[position]
    let draw = scratch.draws[Int(company.ordinal)]
    let outcome = model.outcomes.outcome(latent: scratch.latents[position])
    let holding = model.outcomes.holdingQuarters(bucket: outcome.bucket, uniform: draw[0])
    let sale = hold(outcome, from: quarter, holding: holding, cost: cost)
    let proceeds = sale.proceeds
    if Recorder.listens { record(company, sale, from: quarter, cost: cost, &recorder) }
    if vehicle.rules.reinvestment.isOn {
      let last = vehicle.lastQuarter - vehicle.firstQuarter
      let sold = quarter + holding + vehicle.rules.saleDelay
      scratch.recognise(cost, of: company, in: quarter, last: min(sold, last))
    }
    count(company, cost: cost, proceeds: proceeds)
    if company.identity >= 0 {
      buffers.lookThrough[Int(company.identity)] += vehicle.motherShare * cost
    }
    guard proceeds > 0 else { return }
    proceedsOut[count] = proceeds * vehicle.motherShare
    count += 1
  }

  /// Learns nothing: what becomes of a company is never asked before its time.
  @inline(__always)
  mutating func learn<Recorder: TransferRecorder>(
    _ quarter: Int, recorder: inout Recorder
  ) -> Double { 0 }

  @inline(__always)
  mutating func followOn<Recorder: TransferRecorder>(
    _ part: Double, quarter: Int, recorder: inout Recorder
  ) {}

  @inline(__always)
  mutating func exit<Recorder: TransferRecorder>(
    _ quarter: Int, isLast: Bool, recorder: inout Recorder
  ) {}

  /// How a company leaves.
  struct Sale {
    /// In the vehicle's own time.
    let quarter: Int
    /// Whether it was unsold until the end of the term.
    let isAtTermEnd: Bool
    /// In yuan.
    let proceeds: Double
  }

  /// Writes the company's values and its exit, and returns what it brings back.
  ///
  /// The value at age t of a holding time h is cost·m^(t/h) for a multiple m of at least 1, and
  /// cost·(1 - (1 - m)·t/h) below. A sale that is delayed leaves it as it is then.
  @inline(__always)
  private mutating func hold(
    _ outcome: OutcomeTable.Outcome, from entry: Int, holding: Int, cost: Double
  ) -> Sale {
    let last = vehicle.lastQuarter - vehicle.firstQuarter
    let ripe = min(entry + holding, last)
    let exit = min(entry + holding + vehicle.rules.saleDelay, last)
    var value = cost
    if outcome.multiple >= 1 {
      value = grow(cost, outcome.logMultiple / Double(holding), from: entry, to: ripe)
      for quarter in ripe..<exit { scratch.grossValue[quarter] += value }
    } else {
      // A straight line of value, kept as changes of its level and of its slope.
      let loss = cost * (1 - outcome.multiple) / Double(holding)
      value = cost - loss * Double(ripe - entry)
      scratch.levelChange[entry] += cost
      scratch.levelChange[exit] -= value
      scratch.slopeChange[entry] -= loss
      scratch.slopeChange[ripe] += loss
    }
    let isUnsold = entry + holding + vehicle.rules.saleDelay > last
    let proceeds = Rounding.amount(
      isUnsold ? model.saleShareOfNAV * value : cost * outcome.multiple)
    if isUnsold {
      result.companies.soldAtTermEnd += 1
      if model.isInKind { result.inKind += proceeds }
    }
    if model.tracksLosses {
      let written = outcome.multiple < 1 ? cost - value : 0
      scratch.losses.jumps[exit] += max(0, cost - proceeds) - written
    }
    if vehicle.waterfall.isDealByDeal {
      let preferred = vehicle.waterfall.preferred(on: cost, quarters: exit - entry)
      scratch.dealCarry[exit] += vehicle.waterfall.carry(
        onDeal: proceeds, cost: cost, preferred: preferred)
      if outcome.multiple > 1 {
        countCarryIfSold(
          cost, outcome.logMultiple / Double(holding), from: entry, ripe: ripe, to: exit)
      }
    }
    scratch.proceeds[exit] += proceeds
    scratch.exitedCost[exit] += cost
    scratch.exitedCount[exit] += 1
    return Sale(quarter: exit, isAtTermEnd: isUnsold, proceeds: proceeds)
  }

  /// Writes down the carry on a growing company, were it sold for its value at a quarter's end.
  private func countCarryIfSold(
    _ cost: Double, _ logGrowth: Double, from entry: Int, ripe: Int, to exit: Int
  ) {
    for quarter in entry..<exit {
      let value = cost * exp(logGrowth * Double(min(quarter, ripe) - entry))
      let preferred = vehicle.waterfall.preferred(on: cost, quarters: quarter - entry)
      scratch.dealCarryIfSold[quarter] += vehicle.waterfall.carry(
        onDeal: value, cost: cost, preferred: preferred)
    }
  }

  /// Adds a growing company's values, four quarters at a time, and returns the one at `exit`.
  @inline(__always)
  private func grow(_ cost: Double, _ logGrowth: Double, from entry: Int, to exit: Int) -> Double {
    let growth = exp(logGrowth)
    let square = growth * growth
    var values = cost * SIMD4(1, growth, square, square * growth)
    let step = square * square
    var quarter = entry
    while quarter + 4 <= exit {
      for lane in 0..<4 { scratch.grossValue[quarter + lane] += values[lane] }
      values *= step
      quarter += 4
    }
    for lane in 0..<(exit - quarter) { scratch.grossValue[quarter + lane] += values[lane] }
    return values[exit - quarter]
  }

  @inline(__always)
  private mutating func count(_ company: PlannedCompany, cost: Double, proceeds: Double) {
    result.count(paid: cost, received: proceeds, isLocal: company.isLocal)
    if company.isEarly { result.earlyCost += cost }
  }
}
