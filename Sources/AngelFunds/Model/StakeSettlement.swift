import Stochastics

/// The mother fund's stake in a vehicle: its part of calls and distributions, less what it gives
/// up (让利).
///
/// Quarters count from the vehicle's start.
struct StakeSettlement {
  /// What comes from the vehicle, all partners together.
  struct Flows {
    let calls: UnsafePointer<Double>
    let distributions: UnsafePointer<Double>
    let nav: UnsafePointer<Double>
    /// Capital not returned, after the quarter's calls and before its distributions.
    let unreturned: UnsafePointer<Double>
    /// What the mother fund pays ahead of the other partners; negative where they follow.
    let ahead: UnsafePointer<Double>
    /// How many quarters of that there are.
    let aheadCount: Int
    let closingQuarter: Int
  }

  private let model: CompiledModel
  private let vehicle: VehicleModel
  private let index: Int
  private let room: StakeRoom
  private var account: Waterfall
  private var result = StakeResult()
  /// The mother fund's part as it is now.
  private var part: Double
  private var firstCall = -1
  /// What it has paid and not received back, and the sum of that over quarters.
  private var outstanding = 0.0
  private var outstandingQuarters = 0.0

  init(_ index: Int, vehicle: VehicleModel, model: CompiledModel, room: StakeRoom) {
    (self.index, self.vehicle, self.model, self.room) = (index, vehicle, model, room)
    account = Waterfall(vehicle.concession.account)
    part = vehicle.motherShare
  }

  /// Fills the room up to the closing quarter.
  ///
  /// - Parameter made: What the vehicle has made of its companies; concessions may depend on it.
  @inline(__always)
  mutating func run<Recorder: TransferRecorder>(
    _ flows: Flows, made: VehicleResult, recorder: inout Recorder
  ) -> StakeResult {
    let form = vehicle.concession.form
    for quarter in 0...flows.closingQuarter {
      let calls = quarter < vehicle.paymentQuarters ? flows.calls[quarter] : 0
      let ahead = quarter < flows.aheadCount ? flows.ahead[quarter] : 0
      // Who has bought a part of the stake pays that part of what comes ahead, too.
      let own = part * calls + part / vehicle.motherShare * ahead
      let received = part * flows.distributions[quarter]
      room.parts[quarter] = part
      room.calls[quarter] = own
      room.receipts[quarter] = received
      room.nav[quarter] = part * flows.nav[quarter]
      room.cost[quarter] = part * flows.unreturned[quarter]
      if Recorder.listens { record(flows, own: own, received, quarter, &recorder) }
      switch form {
      case .none: break
      case .excess, .graded:
        concede(quarter, isClosing: quarter == flows.closingQuarter, made: made, &recorder)
      case .buyout: offer(quarter, flows, &recorder)
      }
      result.paid += own
      result.received += room.receipts[quarter]
      result.wholePaid += vehicle.motherShare * calls + ahead
      result.wholeReceived += vehicle.motherShare * flows.distributions[quarter]
    }
    if form == .buyout { countBuyout() }
    return result
  }

  /// Takes the quarter through principal and floor, and gives up the share of the rest.
  private mutating func concede<Recorder: TransferRecorder>(
    _ quarter: Int, isClosing: Bool, made: VehicleResult, _ recorder: inout Recorder
  ) {
    let concession = vehicle.concession
    if quarter == vehicle.investmentQuarters, concession.form == .graded {
      account.change(carry: share(for: made))
    }
    let isMissed = made.missesObligation
    if isMissed, concession.isLostWithReinvestment,
      quarter == concession.dueQuarter + 1 || isClosing
    {
      account.change(carry: 0)
    }
    account.accrue()
    account.call(room.calls[quarter])
    var given = account.distribute(room.receipts[quarter]).managers
    let returned = isClosing ? account.settle() : 0
    if isClosing { given += account.topUp(from: room.receipts[quarter] - given) }
    room.receipts[quarter] += returned - given
    if !isClosing { room.nav[quarter] = account.partnersShare(ofLiquidating: room.nav[quarter]) }
    give(given - returned)
    guard Recorder.listens else { return }
    let toManager = concession.managersPart
    let motherFund = Party.motherFund
    for (party, part) in [
      (Party.manager(index), toManager), (.otherPartners(index), 1 - toManager),
    ] {
      let date = vehicle.firstQuarter + quarter
      recorder.record(
        .concession, from: motherFund, to: party, quarter: date, amount: part * given)
      recorder.record(
        .concessionReturned, from: party, to: motherFund, quarter: date, amount: part * returned)
    }
  }

  /// The largest share among the grades that are reached.
  private func share(for made: VehicleResult) -> Double {
    var share = vehicle.concession.account.carry
    for position in vehicle.concession.grades.range {
      let grade = model.grades[position]
      if grade.share > share, grade.isReached(by: made, size: vehicle.size) { share = grade.share }
    }
    return share
  }

  private mutating func give(_ amount: Double) {
    result.conceded += amount
    result.toManager += vehicle.concession.managersPart * amount
  }

  /// Lets the other partners buy a part of the stake where it is worth more than it costs.
  private mutating func offer<Recorder: TransferRecorder>(
    _ quarter: Int, _ flows: Flows, _ recorder: inout Recorder
  ) {
    if firstCall < 0, room.calls[quarter] >= Rounding.fen { firstCall = quarter }
    outstanding += room.calls[quarter] - room.receipts[quarter]
    let interest = vehicle.concession.quarterlyInterest * outstandingQuarters
    outstandingQuarters += max(0, outstanding)
    guard firstCall >= 0, part == vehicle.motherShare, quarter < flows.closingQuarter else {
      return
    }
    let age = quarter - firstCall
    let isAtCost = age == vehicle.concession.atCostQuarter
    guard isAtCost || age == vehicle.concession.lastQuarter else { return }
    let strike = max(0, outstanding) + (isAtCost ? 0 : interest)
    guard Rounding.isMore(room.nav[quarter], than: strike) else { return }
    let sold = vehicle.concession.partnersPart
    result.price = sold * strike
    room.receipts[quarter] += result.price
    room.nav[quarter] *= 1 - sold
    part *= 1 - sold
    recorder.record(
      .buyout, from: .otherPartners(index), to: .motherFund,
      quarter: vehicle.firstQuarter + quarter, amount: result.price)
  }

  /// What the sold part went on to bring its buyers, less what they paid for and into it.
  private mutating func countBuyout() {
    let bought =
      (result.wholeReceived - (result.received - result.price)) - (result.wholePaid - result.paid)
    result.conceded = bought - result.price
    result.toManager = 0
  }

  private func record<Recorder: TransferRecorder>(
    _ flows: Flows, own: Double, _ received: Double, _ quarter: Int, _ recorder: inout Recorder
  ) {
    let date = vehicle.firstQuarter + quarter
    let calls = quarter < vehicle.paymentQuarters ? flows.calls[quarter] : 0
    recorder.record(
      .capitalCall, from: .motherFund, to: .vehicle(index), quarter: date, amount: own)
    recorder.record(
      .capitalCall, from: .otherPartners(index), to: .vehicle(index), quarter: date,
      amount: calls - own)
    recorder.record(
      .distribution, from: .vehicle(index), to: .motherFund, quarter: date, amount: received)
    recorder.record(
      .distribution, from: .vehicle(index), to: .otherPartners(index), quarter: date,
      amount: flows.distributions[quarter] - received)
  }
}

/// The mother fund's stake in the vehicle at hand, by the vehicle's own quarters.
struct StakeRoom {
  /// The part that it holds.
  let parts: UnsafeMutablePointer<Double>
  let calls: UnsafeMutablePointer<Double>
  let receipts: UnsafeMutablePointer<Double>
  let nav: UnsafeMutablePointer<Double>
  /// Its part of capital not returned.
  let cost: UnsafeMutablePointer<Double>
  private let base: UnsafeMutablePointer<Double>

  init(quarters: Int) {
    base = .allocate(capacity: 5 * (quarters + 1))
    base.initialize(repeating: 0, count: 5 * (quarters + 1))
    (parts, calls, receipts) = (base, base + quarters + 1, base + 2 * (quarters + 1))
    (nav, cost) = (base + 3 * (quarters + 1), base + 4 * (quarters + 1))
  }

  func deallocate() { base.deallocate() }
}

/// What the mother fund's stake in a vehicle amounts to, in yuan.
struct StakeResult: BitwiseCopyable {
  /// What it paid in.
  var paid = 0.0
  /// What it received, after concessions.
  var received = 0.0
  /// What it would have paid and received had it given up nothing.
  var wholePaid = 0.0
  var wholeReceived = 0.0
  /// What it gave up, and the manager's part of that; the rest is the other partners'.
  var conceded = 0.0
  var toManager = 0.0
  /// What the other partners paid for a part of it.
  var price = 0.0
}
