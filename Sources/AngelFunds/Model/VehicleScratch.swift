/// A company that a vehicle means to buy.
struct PlannedCompany {
  var ordinal: Int32 = 0
  /// Quarters from the vehicle's start to the purchase.
  var entry: Int32 = 0
  var sector: Int32 = 0
  var isLocal = false
  /// Whether it is an angel project.
  var isEarly = true
  /// Whether its fund is expected to have money in its quarter.
  var hasMoney = true
  /// Quarters from the purchase from which on it counts as local investment; `Int16.max` for never.
  var recognitionDelay = Int16.max
  /// The vehicle whose company it is in truth; `own`, or `seeking` where it might be another's.
  var lead = PlannedCompany.own
  /// Its ordinal there.
  var leadOrdinal: Int32 = 0
  /// One number for each company of a path, whoever holds it; where companies are shared.
  var identity: Int32 = -1
  /// In yuan.
  var amount = 0.0

  static let own: Int16 = -1
  static let seeking: Int16 = -2
}

/// What a vehicle's path amounts to beyond its series; yuan, all partners together.
struct VehicleResult {
  var cost = 0.0
  var proceeds = 0.0
  /// Cost less proceeds of companies that brought back less than they cost.
  var grossLoss = 0.0
  var localCost = 0.0
  var paidIn = 0.0
  var fees = 0.0
  /// The part of the cost that was paid in companies' later rounds.
  var followOnCost = 0.0
  /// Value of what was passed on unsold at the end of the term.
  var inKind = 0.0
  /// Net of what the manager gave back.
  var carry = 0.0
  /// Recognised local investment by the due date.
  var recognised = 0.0
  /// Money of all investors in companies' later rounds, where no company is shared; `rounds` only.
  var roundMoney = 0.0
  /// What had to be invested locally by then.
  var obligation = 0.0
  /// Management fees that were taken off as the obligation was missed.
  var feesDeducted = 0.0
  /// Cost of angel projects.
  var earlyCost = 0.0
  /// Cost of companies, follow-ons included, at the end of the investment period.
  var placed = 0.0
  /// The part of that which is in angel projects.
  var earlyPlaced = 0.0
  /// Cost of companies that were bought with proceeds.
  var recycled = 0.0
  /// What stakes that founders bought at cost were worth beyond what they paid.
  var foundersGain = 0.0
  /// Companies bought, by what they bring back.
  var companies = CompanyCounts()

  /// Adds a company that is sold, with all that was paid for it and received from it, in yuan.
  mutating func count(paid: Double, received: Double, isLocal: Bool) {
    cost += paid
    proceeds += received
    grossLoss += max(0, paid - received)
    if isLocal { localCost += paid }
    companies.count(paid: paid, received: received)
  }
}

/// Companies by what they bring back.
struct CompanyCounts {
  /// A company that brings back less than this part of its cost is written off.
  static let writtenOffBelow = 0.1

  var funded = 0.0
  var writtenOff = 0.0
  var belowCost = 0.0
  var from1xTo5x = 0.0
  var from5xTo10x = 0.0
  var above10x = 0.0
  var soldAtTermEnd = 0.0

  /// Counts a company by what it brings back.
  mutating func count(paid: Double, received: Double) {
    funded += 1
    if !Rounding.reaches(received, Self.writtenOffBelow * paid) || received == 0 {
      writtenOff += 1
    } else if !Rounding.reaches(received, paid) {
      belowCost += 1
    } else if !Rounding.reaches(received, 5 * paid) {
      from1xTo5x += 1
    } else if !Rounding.reaches(received, 10 * paid) {
      from5xTo10x += 1
    } else {
      above10x += 1
    }
  }
}

/// Quarterly room of the vehicle that is being simulated; positions count from its own start.
struct VehicleScratch {
  /// The planned companies by quarter of entry, then by ordinal.
  let ordered: UnsafeMutablePointer<PlannedCompany>
  let draws: CompanyDraws
  /// Latents in the order of `ordered`; see `CompanyBook.drawLatent`.
  let latents: UnsafeMutablePointer<Double>
  /// Holdings of engine `rounds`, in the order of `ordered`.
  let holdings: UnsafeMutablePointer<Holding>
  /// Where the list of holdings that learn something in a quarter begins; -1 for none.
  let firstLearning: UnsafeMutablePointer<Int32>
  /// The same for holdings that are listed or sold.
  let firstLeaving: UnsafeMutablePointer<Int32>
  /// Where each quarter's companies start in `ordered`; one more entry than quarters.
  let starts: UnsafeMutablePointer<Int32>
  let plannedCost: UnsafeMutablePointer<Double>
  /// Cost and number of the last of each quarter's companies: those bought from proceeds alone.
  let extraCost: UnsafeMutablePointer<Double>
  let extraCount: UnsafeMutablePointer<Int32>
  let proceeds: UnsafeMutablePointer<Double>
  let exitedCost: UnsafeMutablePointer<Double>
  let exitedCount: UnsafeMutablePointer<Int32>
  /// Value of companies that grow, at the end of each quarter.
  let grossValue: UnsafeMutablePointer<Double>
  /// Jumps of the summed value of companies that decline on straight lines.
  let levelChange: UnsafeMutablePointer<Double>
  /// Changes of its slope, in yuan a quarter.
  let slopeChange: UnsafeMutablePointer<Double>
  /// What is left of proceeds and cash after fees, for the waterfall.
  let distributable: UnsafeMutablePointer<Double>
  /// Proceeds that are kept in each quarter to invest them again.
  let kept: UnsafeMutablePointer<Double>
  /// Whether there is money for companies in each quarter, as far as is known beforehand.
  let hasMoney: UnsafeMutablePointer<Bool>
  /// Carry on what is sold in each quarter, where it is paid on each deal.
  let dealCarry: UnsafeMutablePointer<Double>
  /// What that would be on everything held, were it sold for its value at the end of each quarter.
  let dealCarryIfSold: UnsafeMutablePointer<Double>
  /// Money that comes to count as local investment in each quarter, in yuan.
  let recognised: UnsafeMutablePointer<Double>
  /// What the vehicle is worth at the end of each quarter, before carry.
  let value: UnsafeMutablePointer<Double>
  /// Capital not returned, after each quarter's calls and before its distributions.
  let unreturned: UnsafeMutablePointer<Double>
  /// What the mother fund pays ahead of the other partners; negative where they follow.
  let ahead: UnsafeMutablePointer<Double>
  /// The mother fund's stake.
  let stake: StakeRoom
  let losses: LossRoom
  let evaluation: EvaluationTrack

  init(quarters: Int, companies: Int) {
    func room<Value>(_ count: Int, _ value: Value) -> UnsafeMutablePointer<Value> {
      let pointer = UnsafeMutablePointer<Value>.allocate(capacity: count)
      pointer.initialize(repeating: value, count: count)
      return pointer
    }
    ordered = room(companies + 1, PlannedCompany())
    draws = CompanyDraws(companies: companies)
    latents = room(companies + 1, 0)
    holdings = room(companies + 1, Holding())
    firstLearning = room(quarters + 1, -1)
    firstLeaving = room(quarters + 1, -1)
    starts = room(quarters + 2, 0)
    plannedCost = room(quarters + 1, 0)
    extraCost = room(quarters + 1, 0)
    extraCount = room(quarters + 1, 0)
    kept = room(quarters + 1, 0)
    hasMoney = room(quarters + 1, false)
    dealCarry = room(quarters + 1, 0)
    dealCarryIfSold = room(quarters + 1, 0)
    proceeds = room(quarters + 1, 0)
    exitedCost = room(quarters + 1, 0)
    exitedCount = room(quarters + 1, 0)
    grossValue = room(quarters + 1, 0)
    levelChange = room(quarters + 1, 0)
    slopeChange = room(quarters + 1, 0)
    distributable = room(quarters + 1, 0)
    recognised = room(quarters + 1, 0)
    value = room(quarters + 1, 0)
    unreturned = room(quarters + 1, 0)
    ahead = room(quarters + 1, 0)
    stake = StakeRoom(quarters: quarters)
    losses = LossRoom(quarters: quarters)
    evaluation = EvaluationTrack(quarters: quarters)
  }

  /// Sets to zero what a vehicle that lives for `term` quarters adds to.
  func clear(term: Int) {
    starts.update(repeating: 0, count: term + 2)
    for pointer in [
      plannedCost, proceeds, exitedCost, grossValue, levelChange, slopeChange, ahead, recognised,
      extraCost, dealCarry, dealCarryIfSold, kept,
    ] {
      pointer.update(repeating: 0, count: term + 1)
    }
    exitedCount.update(repeating: 0, count: term + 1)
    extraCount.update(repeating: 0, count: term + 1)
    losses.clear(term: term)
    firstLearning.update(repeating: -1, count: term + 1)
    firstLeaving.update(repeating: -1, count: term + 1)
  }

  func deallocate() {
    ordered.deallocate()
    draws.deallocate()
    latents.deallocate()
    holdings.deallocate()
    firstLearning.deallocate()
    firstLeaving.deallocate()
    starts.deallocate()
    for pointer in [
      plannedCost, proceeds, exitedCost, grossValue, levelChange, slopeChange, distributable, value,
      unreturned, ahead, recognised, extraCost, dealCarry, dealCarryIfSold, kept,
    ] {
      pointer.deallocate()
    }
    exitedCount.deallocate()
    hasMoney.deallocate()
    extraCount.deallocate()
    stake.deallocate()
    losses.deallocate()
    evaluation.deallocate()
  }
}
