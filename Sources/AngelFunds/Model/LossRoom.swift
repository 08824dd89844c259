/// What a vehicle's losses are made of, at the end of each of its own quarters; yuan, all partners.
///
/// Filled for every quarter of the term where losses are held against a tolerance
/// (`CompiledModel.tracksLosses`), else left as it is. After the vehicle has closed its last figures
/// stay. Netted losses are cost - proceeds - value; gross ones are `grossLoss`; both go over cost.
struct LossRoom {
  /// Cost of companies so far, follow-ons included.
  let cost: UnsafeMutablePointer<Double>
  /// What companies have brought back so far.
  let proceeds: UnsafeMutablePointer<Double>
  /// What the companies held are valued at; 0 once the vehicle has closed.
  let value: UnsafeMutablePointer<Double>
  /// The sum over companies of max(0, cost - proceeds so far - value).
  let grossLoss: UnsafeMutablePointer<Double>
  /// Jumps of the gross loss, beside what companies that decline on straight lines add to it.
  let jumps: UnsafeMutablePointer<Double>

  init(quarters: Int) {
    func room() -> UnsafeMutablePointer<Double> {
      let pointer = UnsafeMutablePointer<Double>.allocate(capacity: quarters + 1)
      pointer.initialize(repeating: 0, count: quarters + 1)
      return pointer
    }
    (cost, proceeds, value, grossLoss, jumps) = (room(), room(), room(), room(), room())
  }

  /// Sets to zero what a vehicle that lives for `term` quarters adds to.
  func clear(term: Int) { jumps.update(repeating: 0, count: term + 1) }

  /// Lets the figures of `closing` stay until the end of the term.
  func stay(from closing: Int, to last: Int) {
    guard closing < last else { return }
    for quarter in (closing + 1)...last {
      cost[quarter] = cost[closing]
      proceeds[quarter] = proceeds[closing]
      value[quarter] = 0
      grossLoss[quarter] = grossLoss[closing]
    }
  }

  func deallocate() {
    for pointer in [cost, proceeds, value, grossLoss, jumps] { pointer.deallocate() }
  }
}
