extension DirectInvestment {
  init?(
    _ reader: inout ScenarioReader, commitmentPeriod: Int?, terms: SubFundTerms?, sectors: [String],
    engine: Outcomes.Engine
  ) {
    let share = reader.value(
      "share", .share, default: .text("10%"),
      "part of the mother fund's size that buys companies directly; 0% for none")
    let period = reader.value(
      "investment_period", .span(in: 1...160),
      default: commitmentPeriod.map { .inherited($0, from: "mother_fund.commitment_period") }
        ?? .text("4y"),
      "time from the start within which it buys")
    let dealFlow = DealFlow(
      &reader, localShare: "70%", companiesAYear: "unlimited", sectors: sectors)
    let (ticket, limit) = reader.ticketAndLimit(
      Inheritance(base: terms?.ticket, source: "terms.ticket"),
      Inheritance(base: terms?.singleProjectLimit, source: "terms.single_project_limit"))
    let followOn = reader.followOn(
      Inheritance(base: terms?.followOn, source: "terms.follow_on"))
    let engine = reader.engine(inheriting: engine)
    guard let share, let period, let dealFlow, let ticket, let limit, let followOn, let engine
    else { return nil }
    self.init(
      share: share, investmentPeriodInQuarters: period, dealFlow: dealFlow, ticket: ticket,
      singleProjectLimit: limit, followOn: followOn, engine: engine)
  }
}
