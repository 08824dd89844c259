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
  let scratch: VehicleScratch
  let last: Int
  private let lives: LifeDraws
  private let shift: Double
  private let bought: UnsafePointer<Double>
  private let proceedsOut: UnsafeMutablePointer<Double>
  var result = VehicleResult()
  private(set) var count = 0
  /// Holdings so far, closed ones too.
  private(set) var held = 0
  /// What is left of the reserve, in yuan.
  private var reserve: Double
  /// What this quarter's follow-ons would cost, in yuan.
  private var wishes = 0.0
  /// Where the list of holdings begins that the vehicle would like to add to; -1 for none.
  private var firstWishing: Int32 = -1
  /// Value of all holdings, in yuan.
  var marks = 0.0

  init(
    _ index: Int, model: CompiledModel, buffers: PathBuffers, skill: Double,
    proceedsOut: UnsafeMutablePointer<Double>
  ) {
    self.index = index
    vehicle = model.vehicles[index]
    self.model = model
    scratch = buffers.vehicle
    last = vehicle.lastQuarter - vehicle.firstQuarter
    lives = LifeDraws(
      model: model.rounds, firstQuarter: vehicle.firstQuarter, last: last,
      ownLoading: model.factors.ownLoading, levels: UnsafePointer(buffers.levels),
      isOpen: UnsafePointer(buffers.isWindowOpen), years: model.factorYears)
    shift = vehicle.qualityShift + model.factors.managerLoading * skill
    bought = buffers.deals.bought(by: vehicle.limit)
    reserve = vehicle.followOn.reserve
    self.proceedsOut = proceedsOut
  }

  mutating func prepare(_ count: Int, source: inout RandomSource) {
    for position in 0..<count {
      let company = scratch.ordered[position]
      let year = (vehicle.firstQuarter + Int(company.entry)) / 4
      let life = lives.life(
        of: company, shift: shift, limit: vehicle.limit,
        bought: vehicle.limit.group >= 0 ? bought[year] : 0, source: &source)
      var holding = Holding()
      holding.life = life
      holding.company = company
      scratch.holdings[position] = holding
    }
  }

  mutating func buy<Recorder: TransferRecorder>(
    _ position: Int, quarter: Int, cost: Double, source: inout RandomSource,
    recorder: inout Recorder
  ) {
    let holding = scratch.holdings + position
    holding.pointee.cost = cost
    holding.pointee.costQuarters = cost * Double(quarter)
    holding.pointee.shares = cost
    holding.pointee.lastPriced = quarter
    let value = max(holding.pointee.life.postMoney, cost / model.rounds.mostOwnership)
    holding.pointee.entryValue = value
    holding.pointee.companyValue = value
    holding.pointee.mark = cost
    marks += cost
    held = position + 1
    waitToLearn(position, after: quarter)
    tell(.bought, position, quarter: quarter, amount: cost, &recorder)
  }

  // MARK: - What is learned

  mutating func learn<Recorder: TransferRecorder>(
    _ quarter: Int, recorder: inout Recorder
  ) -> Double {
    wishes = 0
    firstWishing = -1
    var next = scratch.firstLearning[quarter]
    while next >= 0 {
      let position = Int(next)
      next = scratch.holdings[position].nextLearning
      if !scratch.holdings[position].isClosed {
        learn(of: position, quarter: quarter, recorder: &recorder)
      }
    }
    return min(wishes, reserve)
  }

  private mutating func learn<Recorder: TransferRecorder>(
    of position: Int, quarter: Int, recorder: inout Recorder
  ) {
    let holding = scratch.holdings + position
    let life = holding.pointee.life
    let round = holding.pointee.rounds
    if round < life.roundCount, Int(life.roundQuarters[round]) == quarter {
      reprice(holding, round: round, quarter: quarter)
      tell(.round(Stage.allCases[round + 1]), position, quarter: quarter, amount: 0, &recorder)
      wish(position, round: round, quarter: quarter)
    } else if life.fateQuarter == quarter {
      holding.pointee.isFateKnown = true
      if life.fate == Fate.writeOffIndex { remark(holding, 0) }
      if life.exitQuarter <= last { waitToLeave(position, in: life.exitQuarter) }
      tell(.fate(Fate.allCases[life.fate]), position, quarter: quarter, amount: 0, &recorder)
    }
    discount(position, quarter: quarter, recorder: &recorder)
    waitToLearn(position, after: quarter)
  }

  /// Takes over a new round's price.
  private mutating func reprice(
    _ holding: UnsafeMutablePointer<Holding>, round: Int, quarter: Int
  ) {
    holding.pointee.rounds = round + 1
    holding.pointee.price = holding.pointee.life.prices[round]
    holding.pointee.companyValue = holding.pointee.entryValue * holding.pointee.life.values[round]
    holding.pointee.lastPriced = quarter
    holding.pointee.kept = 1
    remark(
      holding, model.rounds.marks.isAtCost ? holding.pointee.cost : holding.pointee.shareValue)
  }

  /// Says how much the vehicle would like to add in a round, from what is known then.
  private mutating func wish(_ position: Int, round: Int, quarter: Int) {
    let holding = scratch.holdings + position
    guard quarter < vehicle.callQuarters, reserve > 0 else { return }
    let newMoney = holding.pointee.companyValue * model.rounds.stages[round].dilution
    let room = min(vehicle.projectLimit - holding.pointee.cost, newMoney)
    let wanted: Double
    switch vehicle.followOn.policy {
    case .none: wanted = 0
    case .proRata:
      // What the stake makes of the company's old shares, times the new money.
      let old = holding.pointee.companyValue - newMoney
      wanted = old > 0 ? newMoney * holding.pointee.shareValue / old : 0
    case .byStage: wanted = vehicle.followOn.byStage[round] * holding.pointee.company.amount
    case .toLimit: wanted = room
    }
    let wish = min(wanted, room)
    guard wish > 0 else { return }
    holding.pointee.wish = wish
    holding.pointee.nextWishing = firstWishing
    firstWishing = Int32(position)
    wishes += wish
  }

  private mutating func discount<Recorder: TransferRecorder>(
    _ position: Int, quarter: Int, recorder: inout Recorder
  ) {
    let holding = scratch.holdings + position
    let silence = quarter - holding.pointee.lastPriced
    let stale = model.rounds.marks.staleQuarters
    guard !holding.pointee.isListed, silence > 0, stale < .max, silence.isMultiple(of: stale)
    else { return }
    holding.pointee.kept *= model.rounds.marks.keptPart
    remark(holding, holding.pointee.mark * model.rounds.marks.keptPart)
    tell(.discounted, position, quarter: quarter, amount: 0, &recorder)
  }

  // MARK: - Waiting

  /// Puts a holding into the list of the quarter in which it learns something next.
  private func waitToLearn(_ position: Int, after quarter: Int) {
    let holding = scratch.holdings + position
    let life = holding.pointee.life
    var next = Int.max
    if holding.pointee.rounds < life.roundCount {
      next = Int(life.roundQuarters[holding.pointee.rounds])
    } else if !holding.pointee.isFateKnown {
      next = life.fateQuarter
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

  private func waitToLeave(_ position: Int, in quarter: Int) {
    guard quarter <= last else { return }
    scratch.holdings[position].nextLeaving = scratch.firstLeaving[quarter]
    scratch.firstLeaving[quarter] = Int32(position)
  }

  // MARK: - Follow-ons

  mutating func followOn<Recorder: TransferRecorder>(
    _ part: Double, quarter: Int, recorder: inout Recorder
  ) {
    guard wishes > 0, part > 0 else { return }
    // Where the reserve does not cover all wishes, each is cut by the same part.
    let granted = min(wishes, reserve) * part
    reserve -= granted
    var next = firstWishing
    while next >= 0 {
      let position = Int(next)
      let holding = scratch.holdings + position
      next = holding.pointee.nextWishing
      let amount = holding.pointee.wish * granted / wishes
      holding.pointee.cost += amount
      holding.pointee.costQuarters += amount * Double(quarter)
      holding.pointee.shares += amount / holding.pointee.price
      remark(holding, holding.pointee.mark + amount)
      let stage = Stage.allCases[holding.pointee.rounds]
      tell(.followOn(stage), position, quarter: quarter, amount: amount, &recorder)
    }
  }

  // MARK: - Exits

  mutating func exit<Recorder: TransferRecorder>(
    _ quarter: Int, isLast: Bool, recorder: inout Recorder
  ) {
    var next = scratch.firstLeaving[quarter]
    while next >= 0 {
      let position = Int(next)
      next = scratch.holdings[position].nextLeaving
      leave(position, quarter: quarter, recorder: &recorder)
    }
    if isLast {
      for position in 0..<held where !scratch.holdings[position].isClosed {
        sellAtTermEnd(position, quarter: quarter, recorder: &recorder)
      }
    }
    scratch.grossValue[quarter] = marks
  }

  private mutating func leave<Recorder: TransferRecorder>(
    _ position: Int, quarter: Int, recorder: inout Recorder
  ) {
    let holding = scratch.holdings + position
    if holding.pointee.isListed {
      let amount = holding.pointee.mark / Double(holding.pointee.partsLeft)
      sellPart(holding, for: amount, quarter: quarter)
      if !holding.pointee.isClosed { waitToLeave(position, in: quarter + 1) }
      tell(.sold, position, quarter: quarter, amount: amount, &recorder)
    } else if holding.pointee.life.fate == Fate.ipoIndex {
      holding.pointee.isListed = true
      holding.pointee.companyValue *= holding.pointee.life.exitValue / holding.pointee.price
      holding.pointee.price = holding.pointee.life.exitValue
      holding.pointee.partsLeft = model.rounds.exits.sellDown
      remark(holding, holding.pointee.shareValue)
      waitToLeave(position, in: quarter + model.rounds.exits.lockUp + 1)
      tell(.listed, position, quarter: quarter, amount: 0, &recorder)
    } else {
      let amount = payout(holding.pointee, quarter: quarter)
      sellAll(holding, for: amount, quarter: quarter)
      tell(.sold, position, quarter: quarter, amount: amount, &recorder)
    }
  }

  private func payout(_ holding: Holding, quarter: Int) -> Double {
    let life = holding.life
    switch life.payout {
    case .price: return holding.shares * life.exitValue
    case .cost: return holding.cost * life.exitValue
    case .costWithInterest:
      let costYears = (holding.cost * Double(quarter) - holding.costQuarters) / 4
      return holding.cost + model.rounds.exits.buyback.interest * costYears
    }
  }

  private mutating func sellAtTermEnd<Recorder: TransferRecorder>(
    _ position: Int, quarter: Int, recorder: inout Recorder
  ) {
    let amount = model.saleShareOfNAV * scratch.holdings[position].mark
    result.companies.soldAtTermEnd += 1
    if model.isInKind { result.inKind += amount }
    sellAll(scratch.holdings + position, for: amount, quarter: quarter)
    tell(.soldAtTermEnd, position, quarter: quarter, amount: amount, &recorder)
  }

  /// Sells one of the equal parts of a listed stake.
  private mutating func sellPart(
    _ holding: UnsafeMutablePointer<Holding>, for amount: Double, quarter: Int
  ) {
    let parts = holding.pointee.partsLeft
    guard parts > 1 else { return sellAll(holding, for: amount, quarter: quarter) }
    holding.pointee.proceeds += amount
    scratch.proceeds[quarter] += amount
    scratch.exitedCost[quarter] += holding.pointee.cost / Double(model.rounds.exits.sellDown)
    holding.pointee.shares *= Double(parts - 1) / Double(parts)
    holding.pointee.partsLeft = parts - 1
    remark(holding, holding.pointee.shareValue)
  }

  /// Sells what is left of a stake.
  private mutating func sellAll(
    _ holding: UnsafeMutablePointer<Holding>, for amount: Double, quarter: Int
  ) {
    holding.pointee.proceeds += amount
    scratch.proceeds[quarter] += amount
    let part =
      holding.pointee.isListed
      ? Double(holding.pointee.partsLeft) / Double(model.rounds.exits.sellDown) : 1
    scratch.exitedCost[quarter] += holding.pointee.cost * part
    remark(holding, 0)
    close(holding, quarter: quarter)
  }

  private mutating func close(_ holding: UnsafeMutablePointer<Holding>, quarter: Int) {
    holding.pointee.isClosed = true
    holding.pointee.shares = 0
    scratch.exitedCount[quarter] += 1
    result.count(holding.pointee)
    guard holding.pointee.proceeds > 0 else { return }
    proceedsOut[count] = holding.pointee.proceeds * vehicle.motherShare
    count += 1
  }

  /// Changes what a stake is valued at.
  private mutating func remark(_ holding: UnsafeMutablePointer<Holding>, _ value: Double) {
    marks += value - holding.pointee.mark
    holding.pointee.mark = value
  }

  @inline(__always)
  private func tell<Recorder: TransferRecorder>(
    _ kind: CompanyEvent.Kind, _ position: Int, quarter: Int, amount: Double,
    _ recorder: inout Recorder
  ) {
    guard Recorder.listens else { return }
    recorder.record(
      CompanyEvent(
        scratch.holdings[position], vehicle: index, quarter: vehicle.firstQuarter + quarter,
        kind: kind, amount: amount))
  }
}
