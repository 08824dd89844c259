extension RoundExits {
  init?(_ reader: inout ScenarioReader) {
    let ipo = reader.section("ipo", "a listing", Listing.init)
    let mAndA = reader.section("m_and_a", "being bought") {
      PriceStep(&$0, price: "0.9", logDeviation: "0.7", "an acquirer's")
    }
    let transfer = reader.section("secondary_transfer", "a sale to another investor") {
      PriceStep(&$0, price: "0.75", logDeviation: "0.4", "another investor's")
    }
    let buyback = reader.section("buyback", "what a buy-back pays", Buyback.init)
    let zombie = reader.section("zombie", "companies that neither grow nor close", Zombie.init)
    let writeOff = reader.section("write_off", "companies that close") {
      $0.value(
        "recovery", .share, default: .text("10%"),
        "the most that a closed company brings back, as a share of the cost")
    }
    guard let ipo, let mAndA, let transfer, let buyback, let zombie, let writeOff
    else { return nil }
    self.init(
      ipo: ipo.price, lockUpInQuarters: ipo.lockUp, sellDownInQuarters: ipo.sellDown, mAndA: mAndA,
      secondaryTransfer: transfer, buyback: buyback, zombieRecovery: zombie.recovery,
      zombieYears: zombie.years, writeOffRecovery: writeOff)
  }
}

private struct Listing {
  let price: PriceStep
  let lockUp: Int
  let sellDown: Int

  init?(_ reader: inout ScenarioReader) {
    let price = PriceStep(&reader, price: "1.8", logDeviation: "0.7", "a listing's")
    let lockUp = reader.value(
      "lock_up", .span(in: 0...160), default: .text("1y"),
      "time after a listing in which nothing may be sold")
    let sellDown = reader.value(
      "sell_down", .span(in: 1...160), default: .text("1y"),
      "time after that in which the stake is sold in equal parts")
    guard let price, let lockUp, let sellDown else { return nil }
    (self.price, self.lockUp, self.sellDown) = (price, lockUp, sellDown)
  }
}

private struct Zombie {
  let recovery: Double
  let years: Double

  init?(_ reader: inout ScenarioReader) {
    let recovery = reader.value(
      "recovery", .share, default: .text("60%"),
      "the most that such a stake brings back, as a share of the cost")
    let years = reader.value(
      "after", .yearsOrNone, default: .text("10y"),
      "time after entry before which such a stake finds no buyer")
    guard let recovery, let years else { return nil }
    (self.recovery, self.years) = (recovery, years)
  }
}

extension PriceStep {
  fileprivate init?(
    _ reader: inout ScenarioReader, price: String, logDeviation: String, _ whose: String
  ) {
    let median = reader.value(
      "price", .number(in: 0...100, isAboveLow: true), default: .text(price),
      "median of \(whose) price over the last round's")
    let deviation = reader.value(
      "log_sd", .number(in: 0...2), default: .text(logDeviation),
      "standard deviation of the logarithm of that price")
    guard let median, let deviation else { return nil }
    self.init(median: median, logDeviation: deviation)
  }
}

extension Buyback {
  fileprivate init?(_ reader: inout ScenarioReader) {
    let nothing = reader.value(
      "nothing", .share, default: .text("45%"), "probability that nothing is paid")
    let partial = reader.value(
      "partial", .share, default: .text("35%"),
      "probability that a part of the cost is paid; the rest is paid in full")
    let low = reader.value(
      "partial_low", .share, default: .text("20%"),
      "the least that a partial buy-back pays, as a share of the cost")
    let high = reader.value(
      "partial_high", .share, default: .text("90%"), "the most that it pays")
    let interest = reader.value(
      "interest", .rate, default: .text("8%"),
      "simple interest a year on the cost where all is paid")
    guard let nothing, let partial, let low, let high, let interest else { return nil }
    self.init(
      nothing: nothing, partial: partial, partialLow: low, partialHigh: high, interest: interest)
    guard isConsistent(&reader) else { return nil }
  }

  private func isConsistent(_ reader: inout ScenarioReader) -> Bool {
    var isSound = true
    if nothing + partial > 1 + 1e-9 {
      reader.report(
        "has nothing and partial that add up to \(NumberSpelling.percent(nothing + partial)) "
          + "(\(NumberSpelling.percent(nothing)) + \(NumberSpelling.percent(partial))), which must be "
          + "at most 100%")
      isSound = false
    }
    if partialLow > partialHigh {
      reader.report(
        "partial_low",
        "must be at most partial_high (\(NumberSpelling.percent(partialHigh))), not "
          + NumberSpelling.percent(partialLow))
      isSound = false
    }
    return isSound
  }
}
