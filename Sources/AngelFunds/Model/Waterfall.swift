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
  var carry: Double
  /// Whether carry is paid on each deal by itself.
  let isDealByDeal: Bool
  /// Part of overpaid carry that comes back at the end.
  let clawback: Double

  init(
    hurdleRate: Double, hurdle: Hurdle, catchUp: Double, carry: Double, isDealByDeal: Bool = false,
    clawback: Double = 1
  ) {
    self.isDealByDeal = isDealByDeal
    self.clawback = clawback
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

/// A fund's waterfall: capital back, preferred return, catch-up, carry; or carry on each deal first.
///
/// A call after carry has been paid reopens the capital account. What the manager then got too
/// much comes back at the end of the term. Amounts are yuan and belong to all partners together.
struct Waterfall {
  /// What a distribution is divided into, in yuan.
  struct Parts: BitwiseCopyable, Hashable {
    /// Partners' capital that is returned.
    var capital = 0.0
    /// Partners' preferred return.
    var preferred = 0.0
    /// What the manager gets while it catches up.
    var catchUp = 0.0
    /// What the manager gets after that.
    var carry = 0.0
    /// What partners get besides, while the manager catches up and after.
    var partnersRest = 0.0

    /// The manager's carry in all.
    var managers: Double { catchUp + carry }
  }

  private var terms: WaterfallTerms
  /// Capital paid in and not yet returned.
  private(set) var unreturned = 0.0
  /// Preferred return that has accrued and is not yet paid.
  private(set) var preferredOwed = 0.0
  /// Carry paid so far.
  private(set) var carryPaid = 0.0
  private var dealCarryOwed = 0.0
  private var paidIn = 0.0
  private var preferredAccrued = 0.0
  private var shared = 0.0  // distributed beyond capital and preferred return
  private var distributed = 0.0  // carry included

  init(_ terms: WaterfallTerms) { self.terms = terms }

  /// Changes what is paid of all profit from now on; `settle` asks for the new part of it all.
  mutating func change(carry: Double) { terms.carry = carry }

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

  /// Passes `amount` on and returns what it is divided into.
  @inline(__always)
  mutating func distribute(_ amount: Double) -> Parts {
    guard amount > 0 else { return Parts() }
    distributed += amount
    let capital = min(amount, unreturned)
    unreturned -= capital
    let preferred = min(amount - capital, preferredOwed)
    preferredOwed -= preferred
    var parts = Parts(capital: capital, preferred: preferred)
    let rest = amount - capital - preferred
    guard rest > 0 else { return parts }
    (parts.catchUp, parts.carry) = share(rest)
    parts.partnersRest = rest - parts.managers
    return parts
  }

  /// Passes `amount` on where the manager is owed carry on each deal.
  ///
  /// What a distribution does not cover of it waits for the next.
  ///
  /// - Parameter dealCarry: The carry on what was sold since the last quarter.
  @inline(__always)
  mutating func distribute(_ amount: Double, dealCarry: Double) -> Parts {
    dealCarryOwed += dealCarry
    guard amount > 0 else { return Parts() }
    let carry = min(amount, dealCarryOwed)
    dealCarryOwed -= carry
    carryPaid += carry
    distributed += amount
    let partners = amount - carry
    let capital = min(partners, unreturned)
    unreturned -= capital
    let preferred = min(partners - capital, preferredOwed)
    preferredOwed -= preferred
    return Parts(
      capital: capital, preferred: preferred, carry: carry,
      partnersRest: partners - capital - preferred)
  }

  /// Returns what the manager gets of `rest` while it catches up, and after that.
  private mutating func share(_ rest: Double) -> (catchUp: Double, carry: Double) {
    let preferredPaid = preferredAccrued - preferredOwed
    var caughtUp = 0.0
    if terms.catchUp > terms.carry {
      let missing = terms.carry * (preferredPaid + shared) - carryPaid
      caughtUp = min(rest, max(0, missing) / (terms.catchUp - terms.carry))
    }
    let (catchUp, carry) = (terms.catchUp * caughtUp, terms.carry * (rest - caughtUp))
    shared += rest
    carryPaid += catchUp + carry
    return (catchUp, carry)
  }

  /// What partners would get if `value` were distributed now and the fund ended; never negative, as
  /// they owe nothing.
  ///
  /// - Parameter dealCarry: The carry on each deal if all that is held were sold for its value.
  @inline(__always)
  func partnersShare(ofLiquidating value: Double, dealCarry: Double = 0) -> Double {
    let due = finalCarry(afterDistributing: value) - carryPaid
    let paid = terms.isDealByDeal ? min(value, dealCarryOwed + dealCarry) : max(0, min(value, due))
    let overpaid = max(0, paid - due)
    return value - paid + terms.clawback * overpaid
  }

  /// Ends the fund and returns the carry that the manager has to give back.
  @inline(__always)
  mutating func settle() -> Double {
    let overpaid = carryPaid - finalCarry(afterDistributing: 0)
    guard overpaid > Rounding.ofAmounts(distributed) else { return 0 }
    let returned = terms.clawback * overpaid
    carryPaid -= returned
    return returned
  }

  /// Pays what the carry on the totals is above what was paid, where its part has risen since.
  ///
  /// - Parameter available: The most that can be paid, in yuan.
  mutating func topUp(from available: Double) -> Double {
    let missing = finalCarry(afterDistributing: 0) - carryPaid
    guard missing > Rounding.ofAmounts(distributed) else { return 0 }
    let paid = min(missing, available)
    carryPaid += paid
    return paid
  }

  @inline(__always)
  private func finalCarry(afterDistributing value: Double) -> Double {
    terms.carry(
      onExcess: distributed + value - paidIn - preferredAccrued, preferred: preferredAccrued)
  }
}
