/// What contributors have paid and got so far, and what the year did to it.
struct MotherAccount {
  private(set) var paidIn = 0.0
  /// Whether flows so far and net assets, discounted at the least rate, are worth something.
  private(set) var earnsItsRate = false
  /// Whether net assets grew by 5 % in the year, calls and distributions taken off.
  private(set) var grows = false
  private var presentValue = 0.0
  private var factor = 1.0
  private var next = 0
  private var opening = 0.0
  private let discount: Double

  init(discount: Double) { self.discount = discount }

  /// Takes the quarters of a year into account.
  mutating func run(through end: Int, of series: ScopeSeries) {
    var (calls, gain) = (0.0, -opening)
    var lastFactor = factor
    while next <= end {
      calls += series.calls[next]
      gain += series.distributions[next] - series.calls[next]
      presentValue += factor * (series.distributions[next] - series.calls[next])
      lastFactor = factor
      factor *= discount
      next += 1
    }
    paidIn += calls
    gain += series.nav[end]
    earnsItsRate =
      paidIn > 0
      && presentValue + lastFactor * series.nav[end] >= -Rounding.ofAmounts(paidIn)
    grows = opening + calls > 0 && Rounding.reaches(gain, 0.05 * (opening + calls))
    opening = series.nav[end]
  }
}
