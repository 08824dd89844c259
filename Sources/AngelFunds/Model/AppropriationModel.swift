/// Contributors' yearly budgets, flattened for the path loop.
struct AppropriationModel: BitwiseCopyable {
  /// What may be paid in each calendar year, from that of the scenario's start, in yuan.
  let budgets: UnsafeBufferPointer<Double>
  let carriesOver: Bool
  let isInAdvance: Bool
  /// Whether a lender pays what budgets do not cover; else sub-funds' calls wait.
  let isBridged: Bool
  let nextDrawAt: Double
  let interestPerQuarter: Double
  /// The most that is drawn in advance over the whole life.
  let size: Double
  /// The last quarter in which a vehicle may call money.
  let lastCall: Int
  /// The mother fund's last quarter.
  let lastQuarter: Int
  /// Quarters from the start of the calendar year to the scenario's.
  private let offset: Int

  init?(_ scenario: Scenario, lastCall: Int, arena: ModelArena) {
    guard let appropriation = scenario.rules.appropriation else { return nil }
    let years = scenario.calendarYears
    budgets = arena.store(years.map { year in appropriation.budget(of: year) })
    carriesOver = appropriation.carriesOver
    isInAdvance = appropriation.draw == .inAdvance
    isBridged = appropriation.shortfall == .bridge
    nextDrawAt = appropriation.nextDrawAt
    interestPerQuarter = appropriation.bridgeRate / 4
    size = scenario.motherFund.size
    lastQuarter = scenario.motherFund.lifeInQuarters - 1
    self.lastCall = min(lastCall, lastQuarter)
    offset = scenario.start.quarter - 1
  }

  /// The calendar year of a quarter, counted from that of the scenario's start.
  func year(of quarter: Int) -> Int { (quarter + offset) / 4 }

  /// Whether a calendar year begins with the quarter, or the scenario.
  func startsYear(_ quarter: Int) -> Bool { quarter == 0 || (quarter + offset) % 4 == 0 }

  /// The first quarter of the next calendar year; it may lie beyond the mother fund's life.
  func nextYear(after quarter: Int) -> Int { 4 * (year(of: quarter) + 1) - offset }
}

extension Appropriation {
  /// What may be paid in a calendar year, in yuan.
  func budget(of year: Int) -> Double { budgets.first { $0.year == year }?.amount ?? 0 }
}

/// One worker's room for what budgets do to a path, by quarter.
struct AppropriationRoom {
  /// What contributors would have to pay if there were no budgets.
  let needs: UnsafeMutablePointer<Double>
  /// What calls outran budget and cash by, each counted once; at the very end a debt, too.
  let shortfalls: UnsafeMutablePointer<Double>
  /// What was drawn and not used, at the end of the quarter.
  let idle: UnsafeMutablePointer<Double>
  /// Interest that a lender's money has borne.
  let interest: UnsafeMutablePointer<Double>
  /// What of earlier calls contributors still have to pay at the end of the quarter: calls that
  /// wait, or what a lender is owed.
  let backlog: UnsafeMutablePointer<Double>
  /// What a lender paid, less what contributors paid back of it.
  let lent: UnsafeMutablePointer<Double>
  /// The mother fund's part of calls that would have come in the quarter, and wait.
  let putOff: UnsafeMutablePointer<Double>
  /// The part of it that has waited before.
  let putOffAgain: UnsafeMutablePointer<Double>
  /// The mother fund's part of calls that have waited, and are paid in the quarter.
  let resumed: UnsafeMutablePointer<Double>
  /// The mother fund's part of all calls that wait at the end of the quarter.
  let waiting: UnsafeMutablePointer<Double>
  private let quarters: Int

  init(quarters: Int) {
    self.quarters = quarters
    needs = .allocate(capacity: 10 * quarters)
    needs.initialize(repeating: 0, count: 10 * quarters)
    shortfalls = needs + quarters
    idle = shortfalls + quarters
    interest = idle + quarters
    backlog = interest + quarters
    lent = backlog + quarters
    putOff = lent + quarters
    putOffAgain = putOff + quarters
    resumed = putOffAgain + quarters
    waiting = resumed + quarters
  }

  /// Sets to zero what a path adds to.
  func clear() { putOff.update(repeating: 0, count: 4 * quarters) }

  func deallocate() { needs.deallocate() }
}
