/// The calendar years that a scenario's quarters lie in, counted from that of its start.
struct CalendarYears: BitwiseCopyable {
  /// Quarters from the start of the first calendar year to the scenario's.
  private let offset: Int

  init(_ scenario: Scenario) { offset = scenario.start.quarter - 1 }

  func year(of quarter: Int) -> Int { (quarter + offset) / 4 }

  /// The largest sum of amounts by quarter over one calendar year.
  func largestYear(_ amounts: UnsafePointer<Double>, quarters: Int) -> Double {
    var (largest, sum) = (-Double.infinity, 0.0)
    for quarter in 0..<quarters {
      sum += amounts[quarter]
      guard quarter == quarters - 1 || year(of: quarter + 1) != year(of: quarter) else { continue }
      largest = max(largest, sum)
      sum = 0
    }
    return largest
  }
}
