/// The tranches in which a fund calls its partners' money.
struct CapitalCalls {
  /// A tranche is called when this part of the paid-in capital is used.
  let nextCallAt: Double
  /// Tranches in yuan, in their order; they add up to the fund's size.
  let tranches: UnsafeBufferPointer<Double>
  /// Paid in so far.
  private(set) var called = 0.0
  private var next = 0

  init(nextCallAt: Double, tranches: UnsafeBufferPointer<Double>) {
    self.nextCallAt = nextCallAt
    self.tranches = tranches
  }

  /// Calls what a quarter of the investment period needs, and returns the amount.
  ///
  /// The first tranche is called at once; a further one once enough of the paid-in capital is
  /// used, or if cash does not cover this quarter's purchases and fee.
  ///
  /// - Parameters:
  ///   - used: Cost of purchases and fees paid so far.
  ///   - cash: What is in hand.
  ///   - purchases: What this quarter's companies cost.
  ///   - feeOwed: Fees of earlier quarters that are not yet paid.
  ///   - feeRate: This quarter's fee as a share of paid-in capital.
  @inline(__always)
  mutating func call(
    used: Double, cash: Double, purchases: Double, feeOwed: Double, feeRate: Double
  ) -> Double {
    var amount = 0.0
    while next < tranches.count {
      let isUsed = used >= nextCallAt * called
      let isShort = cash + amount < purchases + feeOwed + feeRate * called
      guard next == 0 || isUsed || isShort else { break }
      amount += tranches[next]
      called += tranches[next]
      next += 1
    }
    return amount
  }

  /// Calls what follow-ons after the investment period need beyond cash in hand.
  @inline(__always)
  mutating func call(cash: Double, purchases: Double) -> Double {
    var amount = 0.0
    while next < tranches.count, cash + amount < purchases {
      amount += tranches[next]
      called += tranches[next]
      next += 1
    }
    return amount
  }
}
