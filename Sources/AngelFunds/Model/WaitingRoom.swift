/// One worker's room for calls that wait for the next year's budget; empty where calls never wait.
struct WaitingRoom {
  /// Whether each vehicle may not call in each quarter, vehicles outermost.
  let isBlocked: UnsafeMutablePointer<Bool>
  /// The mother fund's part of each vehicle's flows by quarter, vehicles outermost.
  let calls: UnsafeMutablePointer<Double>
  let receipts: UnsafeMutablePointer<Double>
  let cost: UnsafeMutablePointer<Double>
  /// What of each vehicle's calls waits, and until when.
  let waiting: UnsafeMutablePointer<(amount: Double, until: Int)>
  private let vehicles: Int
  private let quarters: Int

  /// - Parameter isNeeded: Whether calls ever wait.
  init(vehicles: Int, quarters: Int, isNeeded: Bool) {
    self.vehicles = isNeeded ? vehicles : 0
    self.quarters = quarters
    let count = max(self.vehicles * quarters, 1)
    isBlocked = .allocate(capacity: count)
    isBlocked.initialize(repeating: false, count: count)
    calls = .allocate(capacity: 3 * count)
    calls.initialize(repeating: 0, count: 3 * count)
    receipts = calls + count
    cost = receipts + count
    waiting = .allocate(capacity: max(vehicles, 1))
    waiting.initialize(repeating: (0, 0), count: max(vehicles, 1))
  }

  func deallocate() {
    isBlocked.deallocate()
    calls.deallocate()
    waiting.deallocate()
  }

  /// Lets every vehicle call.
  func clear() {
    isBlocked.update(repeating: false, count: vehicles * quarters)
    waiting.update(repeating: (0, 0), count: vehicles)
  }

  /// Takes the mother fund's stake in a vehicle over from the room of the vehicle at hand.
  func keep(_ stake: StakeRoom, of index: Int, firstQuarter: Int, closingQuarter: Int) {
    for pointer in [calls, receipts, cost] {
      (pointer + index * quarters).update(repeating: 0, count: quarters)
    }
    for quarter in 0...closingQuarter {
      let place = index * quarters + firstQuarter + quarter
      calls[place] = stake.calls[quarter]
      receipts[place] = stake.receipts[quarter]
      cost[place] = stake.cost[quarter]
    }
  }

  /// What vehicles' cost and receipts add up to in a quarter.
  func rest(_ quarter: Int) -> (costOutstanding: Double, received: Double) {
    var sum = (costOutstanding: 0.0, received: 0.0)
    for index in 0..<vehicles {
      sum.costOutstanding += cost[index * quarters + quarter]
      sum.received += receipts[index * quarters + quarter]
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
