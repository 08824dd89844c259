/// The figures that follow from a scope's cash flows and values alone.
struct CashMetrics {
  /// Ages, in years from the scope's first call, at which multiples are told.
  static let ages = [5, 7, 10]

  private(set) var paidIn = 0.0
  private(set) var distributions = 0.0
  private(set) var peakNetCashOut = 0.0
  /// Years from the first call until net cash is never negative again; nil if it stays negative.
  private(set) var paybackYears: Double?
  /// Distributions over paid-in capital at each of `ages`.
  private(set) var dpi = SIMD4<Double>(repeating: .nan)
  /// The same with what is held then.
  private(set) var tvpi = SIMD4<Double>(repeating: .nan)
  /// Quarter of the first call; nil if nothing was called.
  private(set) var firstCall: Int?

  init(_ series: ScopeSeries, quarters: Int) {
    var first = 0
    while first < quarters, series.calls[first] < Rounding.fen { first += 1 }
    guard first < quarters else {
      for quarter in 0..<quarters { distributions += series.distributions[quarter] }
      return
    }
    firstCall = first
    measure(series, from: first, quarters: quarters)
    paybackYears = payback(series, from: first, quarters: quarters)
  }

  private mutating func measure(_ series: ScopeSeries, from first: Int, quarters: Int) {
    var (paid, received, lowest) = (0.0, 0.0, 0.0)
    for quarter in 0..<first {
      received += series.distributions[quarter]
      paid += series.calls[quarter]
    }
    var age = 0
    var milestone = first + 4 * Self.ages[0] - 1
    for quarter in first..<quarters {
      paid += series.calls[quarter]
      received += series.distributions[quarter]
      lowest = min(lowest, series.netCumulative[quarter])
      guard quarter == milestone else { continue }
      dpi[age] = Rounding.multiple(received, of: paid) ?? .nan
      tvpi[age] = Rounding.multiple(received + series.nav[quarter], of: paid) ?? .nan
      age += 1
      milestone = age < Self.ages.count ? first + 4 * Self.ages[age] - 1 : -1
    }
    while age < Self.ages.count {  // the scope's horizon ends before
      dpi[age] = Rounding.multiple(received, of: paid) ?? .nan
      tvpi[age] = dpi[age]
      age += 1
    }
    paidIn = paid
    distributions = received
    peakNetCashOut = -lowest
  }

  private func payback(_ series: ScopeSeries, from first: Int, quarters: Int) -> Double? {
    let rounding = Rounding.ofAmounts(paidIn)
    guard series.netCumulative[quarters - 1] >= -rounding else { return nil }
    var quarter = quarters - 1
    while quarter > first, series.netCumulative[quarter - 1] >= -rounding { quarter -= 1 }
    return Double(quarter - first + 1) / 4
  }
}
