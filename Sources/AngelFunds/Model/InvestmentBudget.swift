/// How much of a fund's size can buy companies.
///
/// The fees of the investment period are paid out of the partners' capital; what they are planned
/// to take is kept back. The plan buys evenly over the investment period and calls tranches by
/// the fund's own rule. As fees depend on the calls, and these on what is bought, it is repeated
/// eight times from a plan without fees. Fees of the exit period come from cash in hand and from
/// proceeds, so nothing is kept back for them.
enum InvestmentBudget {
  /// Yuan that `size` leaves for companies under `terms`; zero if fees use up everything.
  static func investable(size: Double, terms: SubFundTerms) -> Double {
    var fees = 0.0
    for _ in 0..<8 { fees = plannedFees(size: size, investable: max(0, size - fees), terms: terms) }
    return max(0, size - fees)
  }

  private static func plannedFees(
    size: Double, investable: Double, terms: SubFundTerms
  ) -> Double {
    let amounts = terms.tranches.map { $0 * size }
    return amounts.withUnsafeBufferPointer { tranches in
      var calls = CapitalCalls(nextCallAt: terms.nextCallAt, tranches: tranches)
      let purchases = investable / Double(terms.investmentPeriodInQuarters)
      let rate = terms.investmentPeriodFee / 4
      var (cash, used, fees) = (0.0, 0.0, 0.0)
      for _ in 0..<terms.investmentPeriodInQuarters {
        cash += calls.call(used: used, cash: cash, purchases: purchases, feeOwed: 0, feeRate: rate)
        let fee = rate * calls.called
        fees += fee
        used += purchases + fee
        cash -= purchases + fee
      }
      return fees
    }
  }
}
