/// The tranches in which a fund calls its partners' money.
struct CapitalCalls {
  /// A tranche is called when this part of the paid-in capital is used.
  let nextCallAt: Double
  /// Tranches in yuan as planned, in their order; they add up to the fund's planned size.
  let tranches: UnsafeBufferPointer<Double>
  /// The fund's size over the planned one.
  let scale: Double
  /// With more than this paid in, no further tranche may be called.
  var ceiling = Double.infinity
  /// Paid in so far.
  private(set) var called = 0.0
  /// Number of tranches called so far.
  private(set) var next = 0

  init(nextCallAt: Double, tranches: UnsafeBufferPointer<Double>, scale: Double = 1) {
    self.nextCallAt = nextCallAt
    self.tranches = tranches
    self.scale = scale
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
      let isUsed = Rounding.reaches(used, nextCallAt * called)
      let isShort = !Rounding.reaches(cash + amount, purchases + feeOwed + feeRate * called)
      guard next == 0 || (isUsed || isShort) && isWithinCeiling else { break }
      take(&amount)
    }
    return amount
  }

  /// Calls what follow-ons after the investment period need beyond cash in hand.
  @inline(__always)
  mutating func call(cash: Double, purchases: Double) -> Double {
    var amount = 0.0
    while next < tranches.count, !Rounding.reaches(cash + amount, purchases),
      next == 0 || isWithinCeiling
    {
      take(&amount)
    }
    return amount
  }

  @inline(__always)
  private var isWithinCeiling: Bool { Rounding.reaches(ceiling, called) }

  /// Whether a tranche that was called since there were `before` of them is among those of `mask`.
  @inline(__always)
  func isLate(_ mask: UInt16, from before: Int) -> Bool {
    mask != 0 && next > before && mask >> UInt16(before) & (1 << UInt16(next - before) - 1) != 0
  }

  @inline(__always)
  private mutating func take(_ amount: inout Double) {
    let tranche = scale * tranches[next]
    amount += tranche
    called += tranche
    next += 1
  }
}
