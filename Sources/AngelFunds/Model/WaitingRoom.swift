/// One worker's room for calls that wait for the next year's budget; empty where calls never wait.
struct WaitingRoom {
  /// Whether each vehicle may not call in each quarter, vehicles outermost.
  let isBlocked: UnsafeMutablePointer<Bool>
  /// The mother fund's part of each vehicle's flows by quarter, vehicles outermost.
  let calls: UnsafeMutablePointer<Double>
  let receipts: UnsafeMutablePointer<Double>
  let cost: UnsafeMutablePointer<Double>
  /// What is no longer promised to each vehicle, by quarter, vehicles outermost.
  let freed: UnsafeMutablePointer<Double>
  /// What of each vehicle's calls waits.
  let waiting: UnsafeMutablePointer<WaitingCall>
  private let vehicles: Int
  private let quarters: Int

  /// - Parameter isNeeded: Whether calls ever wait.
  init(vehicles: Int, quarters: Int, isNeeded: Bool) {
    self.vehicles = isNeeded ? vehicles : 0
    self.quarters = quarters
    let count = max(self.vehicles * quarters, 1)
    isBlocked = .allocate(capacity: count)
    isBlocked.initialize(repeating: false, count: count)
    calls = .allocate(capacity: 4 * count)
    calls.initialize(repeating: 0, count: 4 * count)
    receipts = calls + count
    cost = receipts + count
    freed = cost + count
    waiting = .allocate(capacity: max(vehicles, 1))
    waiting.initialize(repeating: WaitingCall(), count: max(vehicles, 1))
  }

  func deallocate() {
    isBlocked.deallocate()
    calls.deallocate()
    waiting.deallocate()
  }

  /// Lets every vehicle call.
  func clear() {
    isBlocked.update(repeating: false, count: vehicles * quarters)
    waiting.update(repeating: WaitingCall(), count: vehicles)
  }

  /// Takes the mother fund's stake in a vehicle over from the room of the vehicle at hand.
  ///
  /// - Parameters:
  ///   - promise: What the mother fund has promised the vehicle.
  ///   - paid: What it has paid into it, in yuan.
  func keep(
    _ stake: StakeRoom, of index: Int, promise: PromiseChanges, closingQuarter: Int, paid: Double
  ) {
    let firstQuarter = promise.actual.firstQuarter
    for pointer in [calls, receipts, cost, freed] {
      (pointer + index * quarters).update(repeating: 0, count: quarters)
    }
    for quarter in 0...closingQuarter {
      let place = index * quarters + firstQuarter + quarter
      calls[place] = stake.calls[quarter]
      receipts[place] = stake.receipts[quarter]
      cost[place] = stake.cost[quarter]
    }
    promise.add(
      to: freed + index * quarters, quarters: quarters, closingQuarter: closingQuarter, paid: paid)
  }

  /// What vehicles' cost, receipts and promises add up to in a quarter.
  func rest(_ quarter: Int) -> RestOfQuarter {
    var sum = RestOfQuarter()
    for index in 0..<vehicles {
      sum.costOutstanding += cost[index * quarters + quarter]
      sum.received += receipts[index * quarters + quarter]
      sum.freed += freed[index * quarters + quarter]
    }
    return sum
  }

  /// Keeps a vehicle from calling.
  func block(_ index: Int, from first: Int, until end: Int) {
    for quarter in first..<min(end, quarters) { isBlocked[index * quarters + quarter] = true }
  }

  /// The first quarter from `first` on, and before `end`, in which a vehicle calls.
  func nextCall(of index: Int, from first: Int, before end: Int) -> Int? {
    (first..<max(first, min(end, quarters))).first { calls[index * quarters + $0] > 0 }
  }
}

/// The mother fund's part of a call that waits for the next year's budget.
struct WaitingCall: BitwiseCopyable {
  /// In yuan; 0 where none waits.
  var amount = 0.0
  /// The quarter in which it was put off.
  var quarter = 0
  /// The first quarter in which it may be made again.
  var until = 0

  init() {}

  init(_ call: CallRationing.PutOff) {
    (amount, quarter, until) = (call.amount, call.quarter, call.until)
  }
}
