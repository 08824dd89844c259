/// The founders' option to buy a directly held stake at what it cost, flattened for the path loop.
struct FoundersOption: BitwiseCopyable {
  /// The part of a stake that they may buy; 0 for no option.
  let part: Double
  /// Quarters from the purchase to the one at whose end the price is the cost for the last time.
  let atCostAge: Int
  /// The same for the last one with an option.
  let lastAge: Int
  /// Simple interest a year on the cost at the later date.
  let interest: Double

  static let none = FoundersOption(part: 0, atCostAge: -1, lastAge: -1, interest: 0)

  private init(part: Double, atCostAge: Int, lastAge: Int, interest: Double) {
    (self.part, self.atCostAge, self.lastAge) = (part, atCostAge, lastAge)
    self.interest = interest
  }

  init(_ rule: Concession) {
    guard rule.form == .buyout else {
      self = .none
      return
    }
    self.init(
      part: rule.buyout.foundersPart, atCostAge: rule.buyout.atCostInQuarters - 1,
      lastAge: rule.buyout.endInQuarters - 1, interest: rule.buyout.interest)
  }
}

/// Stakes that founders buy.
extension RoundsBook {
  /// Lets the founders of companies at the two ages buy what is worth more than it costs them.
  mutating func offerToFounders<Recorder: TransferRecorder>(
    _ quarter: Int, recorder: inout Recorder
  ) {
    let option = vehicle.rules.founders
    guard option.part > 0 else { return }
    offer(age: option.atCostAge, interest: 0, quarter: quarter, recorder: &recorder)
    guard option.lastAge > option.atCostAge else { return }
    offer(age: option.lastAge, interest: option.interest, quarter: quarter, recorder: &recorder)
  }

  private mutating func offer<Recorder: TransferRecorder>(
    age: Int, interest: Double, quarter: Int, recorder: inout Recorder
  ) {
    let entry = quarter - age
    guard age >= 0, entry >= 0, entry < vehicle.investmentQuarters else { return }
    let first = Int(scratch.starts[entry])
    for position in first..<max(first, min(Int(scratch.starts[entry + 1]), held)) {
      let holding = scratch.holdings + position
      guard !holding.pointee.isClosed, !holding.pointee.isListed, !holding.pointee.isBoughtOut
      else { continue }
      let price = holding.pointee.costWithInterest(interest, quarter: quarter)
      guard Rounding.isMore(holding.pointee.mark, than: price) else { continue }
      sellToFounders(holding, price: price, quarter: quarter)
      tell(
        .soldToFounders, position, quarter: quarter, amount: vehicle.rules.founders.part * price,
        &recorder)
    }
  }

  private mutating func sellToFounders(
    _ holding: UnsafeMutablePointer<Holding>, price: Double, quarter: Int
  ) {
    let part = vehicle.rules.founders.part
    let mark = holding.pointee.mark
    result.foundersGain += part * (mark - price)
    scratch.proceeds[quarter] += part * price
    scratch.exitedCost[quarter] += part * holding.pointee.cost
    holding.pointee.proceeds += part * price
    holding.pointee.soldCost += part * holding.pointee.cost
    holding.pointee.cost *= 1 - part
    holding.pointee.costQuarters *= 1 - part
    holding.pointee.shares *= 1 - part
    holding.pointee.isBoughtOut = true
    remark(holding, (1 - part) * mark)
    if part == 1 { close(holding, quarter: quarter) }
  }
}
