extension ScenarioReader {
  /// Reads the two keys that say how much one company gets.
  mutating func ticketAndLimit(
    _ ticket: Inheritance<Ticket>, _ limit: Inheritance<SingleProjectLimit>
  ) -> (Ticket?, SingleProjectLimit?) {
    (
      section("ticket", "lognormal size of the tickets") { Ticket(&$0, inheriting: ticket) },
      section("single_project_limit", "the most that one company gets") {
        SingleProjectLimit(&$0, inheriting: limit)
      }
    )
  }
}

extension Ticket {
  fileprivate init?(_ reader: inout ScenarioReader, inheriting defaults: Inheritance<Ticket>) {
    let median = reader.value(
      "median", .amount, default: defaults("median", \.median, else: "800万"),
      "median ticket, before the anchor's scale")
    let deviation = reader.value(
      "log_sd", .number(in: 0...2), default: defaults("log_sd", \.logDeviation, else: "0.5"),
      "standard deviation of the logarithm of the ticket")
    guard let median, let deviation else { return nil }
    self.init(median: median, logDeviation: deviation)
  }
}

extension SingleProjectLimit {
  fileprivate init?(
    _ reader: inout ScenarioReader, inheriting defaults: Inheritance<SingleProjectLimit>
  ) {
    let share = reader.value(
      "share", .positiveShare, default: defaults("share", \.share, else: "10%"),
      "the most that one company gets, as a part of the fund's size")
    let amount = reader.value(
      "amount", .amount, default: defaults("amount", \.amount, else: "5000万"),
      "the most that one company gets, in yuan")
    guard let share, let amount else { return nil }
    self.init(share: share, amount: amount)
  }
}

extension DealFlow {
  /// Reads which companies a fund sees.
  init?(
    _ reader: inout ScenarioReader, localShare: String, companiesAYear: String, sectors: [String]
  ) {
    let shift = reader.value(
      "quality_shift", .number(in: -3...3), default: .text("0"),
      "shift of the companies' latent quality, in its standard deviations")
    let scale = reader.value(
      "ticket_scale", .number(in: 0.1...10), default: .text("1"), "factor on the median ticket")
    let local = reader.value(
      "local_share", .share, default: .text(localShare), "probability that a company is local")
    let shares = reader.weights(
      "sectors", of: sectors, default: Sector.builtIn.keys.sorted(),
      from: "equal weights of the six built-in sectors",
      "weights of the sectors among the companies seen")
    let companies = reader.value(
      "companies_a_year", .countOrUnlimited, default: .text(companiesAYear),
      "companies a year that can be bought at all, over all funds that see them")
    let spread = reader.value(
      "quality_spread", .number(in: 0...3), default: .text("0.25"),
      "standard deviation of quality among the companies seen, in that of the latent quality")
    guard let shift, let scale, let local, let shares, let companies, let spread
    else { return nil }
    self.init(
      qualityShift: shift, ticketScale: scale, localShare: local, sectors: shares,
      companiesAYear: companies, qualitySpread: spread)
  }
}
