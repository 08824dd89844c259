internal import Foundation

/// What the waterfall of a fund is made of.
struct WaterfallTerms: BitwiseCopyable {
  /// Preferred return a quarter.
  let quarterlyRate: Double
  /// Whether unpaid preferred return earns a preferred return itself.
  let compounds: Bool
  /// The manager's part of what follows the hurdle, until it has caught up; 0 for none.
  let catchUp: Double
  /// The manager's part of the profit.
  let carry: Double

  init(hurdleRate: Double, hurdle: Hurdle, catchUp: Double, carry: Double) {
    compounds = hurdle == .compounding
    quarterlyRate = compounds ? pow(1 + hurdleRate, 0.25) - 1 : hurdleRate / 4
    self.catchUp = catchUp
    self.carry = carry
  }

  /// The carry on a fund's totals, as if everything had been distributed at once.
  ///
  /// - Parameters:
  ///   - excess: Distributions, carry included, beyond capital and preferred return.
  ///   - preferred: The preferred return in total.
  func carry(onExcess excess: Double, preferred: Double) -> Double {
    guard excess > 0 else { return 0 }
    guard catchUp > carry else { return carry * excess }
    let caughtUp = min(excess, carry * preferred / (catchUp - carry))
    return catchUp * caughtUp + carry * (excess - caughtUp)
  }
}

/// A fund's whole-fund waterfall: capital back, preferred return, catch-up, carry.
///
/// A call after carry has been paid reopens the capital account. What the manager then got too
/// much comes back at the end of the term. Amounts are yuan and belong to all partners together.
struct Waterfall {
  private let terms: WaterfallTerms
  /// Capital paid in and not yet returned.
  private(set) var unreturned = 0.0
  /// Preferred return that has accrued and is not yet paid.
  private(set) var preferredOwed = 0.0
  /// Carry paid so far.
  private(set) var carryPaid = 0.0
  private var paidIn = 0.0
  private var preferredAccrued = 0.0
  private var shared = 0.0  // distributed beyond capital and preferred return
  private var distributed = 0.0  // carry included

  init(_ terms: WaterfallTerms) { self.terms = terms }

  /// Adds a quarter's preferred return; called before anything else happens in the quarter.
  @inline(__always)
  mutating func accrue() {
    let base = terms.compounds ? unreturned + preferredOwed : unreturned
    preferredOwed += base * terms.quarterlyRate
    preferredAccrued += base * terms.quarterlyRate
  }

  /// Takes capital in.
  @inline(__always)
  mutating func call(_ amount: Double) {
    unreturned += amount
    paidIn += amount
  }

  /// Passes `amount` on and returns the manager's carry in it; the rest is the partners'.
  @inline(__always)
  mutating func distribute(_ amount: Double) -> Double {
    guard amount > 0 else { return 0 }
    distributed += amount
    let capital = min(amount, unreturned)
    unreturned -= capital
    let preferred = min(amount - capital, preferredOwed)
    preferredOwed -= preferred
    let rest = amount - capital - preferred
    guard rest > 0 else { return 0 }
    return share(rest)
  }

  private mutating func share(_ rest: Double) -> Double {
    let preferredPaid = preferredAccrued - preferredOwed
    var caughtUp = 0.0
    if terms.catchUp > terms.carry {
      let missing = terms.carry * (preferredPaid + shared) - carryPaid
      caughtUp = min(rest, max(0, missing) / (terms.catchUp - terms.carry))
    }
    let carry = terms.catchUp * caughtUp + terms.carry * (rest - caughtUp)
    shared += rest
    carryPaid += carry
    return carry
  }

  /// What partners would get if `value` were distributed now and the fund ended.
  @inline(__always)
  func partnersShare(ofLiquidating value: Double) -> Double {
    value - (finalCarry(afterDistributing: value) - carryPaid)
  }

  /// Ends the fund and returns the carry that the manager has to give back.
  @inline(__always)
  mutating func settle() -> Double {
    let overpaid = carryPaid - finalCarry(afterDistributing: 0)
    guard overpaid > 1e-9 * distributed else { return 0 }  // less is rounding
    carryPaid -= overpaid
    return overpaid
  }

  @inline(__always)
  private func finalCarry(afterDistributing value: Double) -> Double {
    terms.carry(
      onExcess: distributed + value - paidIn - preferredAccrued, preferred: preferredAccrued)
  }
}
