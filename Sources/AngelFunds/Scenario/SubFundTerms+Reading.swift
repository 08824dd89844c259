extension SubFundTerms {
  /// Reads terms.
  ///
  /// - Parameter defaults: Terms that hold for what is left out; nil for the built-in ones.
  init?(_ reader: inout ScenarioReader, inheriting defaults: Inheritance<SubFundTerms>) {
    let share = reader.value(
      "mother_share", .positiveShare, default: defaults("mother_share", \.motherShare, else: "40%"),
      "the mother fund's part of a sub-fund")
    let partners = OtherPartners(&reader, inheriting: defaults, beside: share ?? 0)
    let periods = Periods(&reader, inheriting: defaults)
    let tranches = reader.shares(
      "tranches", default: defaults.base?.tranches ?? [0.4, 0.3, 0.3],
      from: defaults.base == nil ? nil : "\(defaults.source).tranches",
      "parts of the commitments that are called one after the other")
    let nextCall = reader.value(
      "next_call_at", .share, default: defaults("next_call_at", \.nextCallAt, else: "70%"),
      "used part of the paid-in capital at which the next tranche is called")
    let fees = reader.section("mgmt_fee", "the managers' fee; none in the extension") {
      Fees(&$0, inheriting: defaults)
    }
    let profit = Profit(&reader, inheriting: defaults)
    let (ticket, limit) = reader.ticketAndLimit(
      defaults.part("ticket", \.ticket),
      defaults.part("single_project_limit", \.singleProjectLimit))
    let followOn = reader.followOn(defaults.part("follow_on", \.followOn))
    guard let share, let partners, let periods, let tranches, let nextCall, let fees, let profit,
      let ticket,
      let limit, let followOn
    else { return nil }
    self.init(
      motherShare: share, investmentPeriodInQuarters: periods.investment,
      exitPeriodInQuarters: periods.exit, extensionInQuarters: periods.extended,
      tranches: tranches, nextCallAt: nextCall, investmentPeriodFee: fees.investmentPeriod,
      exitPeriodFee: fees.exitPeriod, hurdleRate: profit.hurdleRate, hurdle: profit.hurdle,
      catchUp: profit.catchUp, carry: profit.carry, waterfall: profit.waterfall,
      clawback: profit.clawback, recycling: profit.recycling, gpShare: partners.gp,
      otherGovernmentShare: partners.otherGovernments, ticket: ticket, singleProjectLimit: limit,
      followOn: followOn)
  }
}

private struct Periods {
  let investment: Int
  let exit: Int
  let extended: Int

  init?(_ reader: inout ScenarioReader, inheriting defaults: Inheritance<SubFundTerms>) {
    let investment = reader.value(
      "investment_period", .span(in: 1...160),
      default: defaults("investment_period", \.investmentPeriodInQuarters, else: "4y"),
      "time in which a sub-fund buys companies")
    let exit = reader.value(
      "exit_period", .span(in: 0...160),
      default: defaults("exit_period", \.exitPeriodInQuarters, else: "4y"),
      "time after that in which it sells them")
    let extended = reader.value(
      "extension", .span(in: 0...160),
      default: defaults("extension", \.extensionInQuarters, else: "2y"),
      "further time, without fee, for what is unsold then")
    guard let investment, let exit, let extended else { return nil }
    (self.investment, self.exit, self.extended) = (investment, exit, extended)
  }
}

private struct Fees {
  let investmentPeriod: Double
  let exitPeriod: Double

  init?(_ reader: inout ScenarioReader, inheriting defaults: Inheritance<SubFundTerms>) {
    let investment = reader.value(
      "investment_period", .rate,
      default: defaults("mgmt_fee.investment_period", \.investmentPeriodFee, else: "2%"),
      "fee a year on paid-in capital")
    let exit = reader.value(
      "exit_period", .rate,
      default: defaults("mgmt_fee.exit_period", \.exitPeriodFee, else: "1.5%"),
      "fee a year on the cost of what is invested and not exited")
    guard let investment, let exit else { return nil }
    (investmentPeriod, exitPeriod) = (investment, exit)
  }
}

private struct Profit {
  let hurdleRate: Double
  let hurdle: Hurdle
  let catchUp: Double
  let carry: Double
  let waterfall: WaterfallStyle
  let clawback: Double
  let recycling: Double

  init?(_ reader: inout ScenarioReader, inheriting defaults: Inheritance<SubFundTerms>) {
    let rate = reader.value(
      "hurdle_rate", .rate, default: defaults("hurdle_rate", \.hurdleRate, else: "6%"),
      "preferred return a year that partners get before carry")
    let hurdle: Hurdle? = reader.value(
      "hurdle", .choice, default: defaults("hurdle", \.hurdle, else: "simple"),
      "how the preferred return grows")
    let catchUp = reader.value(
      "catch_up", .share, default: defaults("catch_up", \.catchUp, else: "0%"),
      "the manager's part of distributions after the hurdle until it has caught up; 0% for none")
    let carry = reader.value(
      "carry", .shareBelowOne, default: defaults("carry", \.carry, else: "20%"),
      "the manager's part of the profit")
    let style = Style(&reader, inheriting: defaults)
    guard let rate, let hurdle, let catchUp, let carry, let style else { return nil }
    (hurdleRate, self.hurdle, self.catchUp, self.carry) = (rate, hurdle, catchUp, carry)
    (waterfall, clawback, recycling) = (style.waterfall, style.clawback, style.recycling)
    guard catchUp != 0, catchUp <= carry else { return }
    reader.report(
      "catch_up",
      "must be 0%, or more than carry (\(NumberSpelling.percent(carry))) and up to 100%, not "
        + NumberSpelling.percent(catchUp))
    return nil
  }
}

/// How profit is counted, and what may be invested again.
private struct Style {
  let waterfall: WaterfallStyle
  let clawback: Double
  let recycling: Double

  init?(_ reader: inout ScenarioReader, inheriting defaults: Inheritance<SubFundTerms>) {
    let waterfall: WaterfallStyle? = reader.value(
      "waterfall", .choice, default: defaults("waterfall", \.waterfall, else: "whole_fund"),
      "whether carry is paid on the whole fund or on each deal")
    let clawback = reader.value(
      "clawback", .share, default: defaults("clawback", \.clawback, else: "100%"),
      "part of overpaid carry that comes back when the fund closes")
    let recycling = reader.value(
      "recycling", .share, default: defaults("recycling", \.recycling, else: "0%"),
      "part of the commitments up to which proceeds may be invested again")
    guard let waterfall, let clawback, let recycling else { return nil }
    (self.waterfall, self.clawback, self.recycling) = (waterfall, clawback, recycling)
  }
}
