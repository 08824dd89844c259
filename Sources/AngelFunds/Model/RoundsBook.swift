import Stochastics

/// Holds a vehicle's companies in engine `rounds`.
///
/// Lives are drawn ahead; what they hold is looked at only in the quarter in which it happens. Each
/// holding waits in at most two lists: of the quarter in which it learns something next, and of
/// the quarter in which it is listed or sold next.
struct RoundsBook: CompanyBook {
  let index: Int
  let vehicle: VehicleModel
  let model: CompiledModel
  let buffers: PathBuffers
  let scratch: VehicleScratch
  let last: Int
  let lives: LifeDraws
  let shift: Double
  let bought: UnsafePointer<Double>
  let proceedsOut: UnsafeMutablePointer<Double>
  var result = VehicleResult()
  var count = 0
  /// Holdings so far, closed ones too.
  private(set) var held = 0
  /// What is left of the reserve, in yuan.
  var reserve: Double
  /// What this quarter's follow-ons would cost, in yuan.
  var wishes = 0.0
  /// Where the list of holdings begins that the vehicle would like to add to; -1 for none.
  var firstWishing: Int32 = -1
  /// Value of all holdings, in yuan.
  var marks = 0.0
  /// What companies' cost is above what they brought and are worth, added up where it is.
  var grossLoss = 0.0
  /// The same at the end of the last quarter.
  var grossLossBefore = 0.0

  init(
    _ index: Int, model: CompiledModel, buffers: PathBuffers, skill: Double,
    proceedsOut: UnsafeMutablePointer<Double>
  ) {
    self.index = index
    vehicle = buffers.vehicles[index]
    self.model = model
    self.buffers = buffers
    scratch = buffers.vehicle
    last = vehicle.lastQuarter - vehicle.firstQuarter
    lives = LifeDraws(
      model: model.rounds, firstQuarter: vehicle.firstQuarter, last: last,
      ownLoading: model.factors.ownLoading, levels: UnsafePointer(buffers.levels),
      isOpen: UnsafePointer(buffers.isWindowOpen), years: model.factorYears,
      saleDelay: vehicle.rules.saleDelay)
    shift = vehicle.qualityShift + model.factors.managerLoading * skill
    bought = buffers.deals.bought(by: vehicle.limit)
    reserve = vehicle.followOn.reserve
    self.proceedsOut = proceedsOut
  }

  mutating func prepare(_ count: Int, source: inout RandomSource) {
    for position in 0..<count {
      let company = scratch.ordered[position]
      let life =
        company.lead < 0
        ? self.life(of: company, source: &source) : sharedLife(of: company, source: &source)
      var holding = Holding()
      holding.life = life
      holding.company = company
      holding.isClosed = true  // until it is bought
      scratch.holdings[position] = holding
    }
  }

  @inline(__always)
  private func life(of company: PlannedCompany, source: inout RandomSource) -> CompanyLife {
    let year = (vehicle.firstQuarter + Int(company.entry)) / 4
    return lives.life(
      of: company, shift: shift, limit: vehicle.limit,
      bought: vehicle.limit.group >= 0 ? bought[year] : 0, source: &source)
  }

  /// The life of a company that is another sub-fund's in truth, from that one's draws.
  private func sharedLife(
    of company: PlannedCompany, source: inout RandomSource
  ) -> CompanyLife {
    let origin = CompanyOrigin(company, buffers: buffers, model: model)
    let year = (vehicle.firstQuarter + Int(company.entry)) / 4
    var original = company
    original.ordinal = company.leadOrdinal
    source.turn(to: origin.vehicle.companies)
    defer { source.turn(to: vehicle.companies) }
    return lives.life(
      of: original, shift: origin.shift, limit: origin.vehicle.limit,
      bought: origin.vehicle.limit.group >= 0 ? origin.bought[year] : 0, source: &source)
  }

  mutating func buy<Recorder: TransferRecorder>(
    _ position: Int, quarter: Int, cost: Double, source: inout RandomSource,
    recorder: inout Recorder
  ) {
    let holding = scratch.holdings + position
    holding.pointee.isClosed = false
    holding.pointee.cost = cost
    holding.pointee.costQuarters = cost * Double(quarter)
    holding.pointee.discountedCost = cost / vehicle.waterfall.growth(quarter)
    holding.pointee.shares = cost
    holding.pointee.lastPriced = quarter
    let ticket = holding.pointee.company.amount
    let value = max(holding.pointee.life.postMoney, ticket / model.rounds.mostOwnership)
    holding.pointee.entryValue = value
    holding.pointee.companyValue = value
    holding.pointee.mark = cost
    marks += cost
    held = position + 1
    invest(cost, in: holding.pointee.company, quarter: quarter)
    waitToLearn(position, after: quarter)
    tell(.bought, position, quarter: quarter, amount: cost, &recorder)
  }

  /// Says what money for a company counts as.
  @inline(__always)
  mutating func invest(_ amount: Double, in company: PlannedCompany, quarter: Int) {
    if company.isEarly { result.earlyCost += amount }
    if company.identity >= 0 {
      buffers.lookThrough[Int(company.identity)] += vehicle.motherShare * amount
    }
    guard vehicle.rules.reinvestment.isOn else { return }
    scratch.recognise(amount, of: company, in: quarter, last: last)
  }

  /// Puts a holding into the list of the quarter in which it learns something next.
  func waitToLearn(_ position: Int, after quarter: Int) {
    let holding = scratch.holdings + position
    var next = Int.max
    if holding.pointee.rounds < holding.pointee.life.roundCount {
      next = Int(holding.pointee.life.roundQuarters[holding.pointee.rounds])
    } else if !holding.pointee.isFateKnown {
      next = holding.pointee.life.fateQuarter
    }
    let stale = model.rounds.marks.staleQuarters
    if stale < .max, !holding.pointee.isListed {
      let times = (quarter - holding.pointee.lastPriced) / stale + 1
      next = min(next, holding.pointee.lastPriced + times * stale)
    }
    guard next <= last else { return }
    holding.pointee.nextLearning = scratch.firstLearning[next]
    scratch.firstLearning[next] = Int32(position)
  }

  func waitToLeave(_ position: Int, in quarter: Int) {
    guard quarter <= last else { return }
    scratch.holdings[position].nextLeaving = scratch.firstLeaving[quarter]
    scratch.firstLeaving[quarter] = Int32(position)
  }

  /// Changes what a stake is valued at.
  mutating func remark(_ holding: UnsafeMutablePointer<Holding>, _ value: Double) {
    marks += value - holding.pointee.mark
    holding.pointee.mark = value
    guard model.tracksLosses else { return }
    let loss = max(0, holding.pointee.paid - holding.pointee.proceeds - value)
    grossLoss += loss - holding.pointee.loss
    holding.pointee.loss = loss
  }

  /// Tells a listener what happens; nothing is put together where nobody listens.
  @inline(__always)
  func tell<Recorder: TransferRecorder>(
    _ kind: @autoclosure () -> CompanyEvent.Kind, _ position: Int, quarter: Int, amount: Double,
    _ recorder: inout Recorder
  ) {
    guard Recorder.listens else { return }
    recorder.record(
      CompanyEvent(
        scratch.holdings[position], vehicle: index, quarter: vehicle.firstQuarter + quarter,
        kind: kind(), amount: amount))
  }
}
