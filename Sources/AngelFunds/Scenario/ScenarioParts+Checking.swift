extension ScenarioParts {
  /// The most companies that one fund is expected to buy.
  static let mostCompanies = 2000.0

  /// Reports what is wrong between the parts.
  func check(_ reader: inout ScenarioReader) {
    checkContributors(&reader)
    checkPayers(&reader)
    checkStreams(&reader)
    guard let motherFund else { return }
    checkMoney(&reader, motherFund)
    checkTimes(&reader, motherFund)
    if let phase = motherFund.firstPhase { checkFirstPhase(&reader, motherFund, phase) }
    checkCompanies(&reader, motherFund)
    checkRules(&reader, motherFund)
    checkDates(&reader, motherFund)
  }

  private func checkContributors(_ reader: inout ScenarioReader) {
    let named = reader.tree?["contributors"]?.entries?.count ?? Contributor.builtIn.count
    guard contributors.count == named, !reader.isRecording else { return }
    guard !contributors.isEmpty else {
      return reader.report("contributors", "is empty; name who pays, or leave it out")
    }
    if let problem = ScenarioReader.problem(ofSum: contributors.map(\.share)) {
      reader.report("contributors", "have shares that add up to \(problem)")
    }
  }

  private func checkMoney(_ reader: inout ScenarioReader, _ motherFund: MotherFund) {
    let committed = subFunds.reduce(0) { $0 + $1.commitment }
    let share = direct?.share ?? 0
    let total = committed + share * motherFund.size
    guard total > motherFund.size * (1 + 1e-12) else { return }
    let size = NumberSpelling.amount(motherFund.size)
    reader.report(
      at: ["sub_funds"],
      "commit \(NumberSpelling.amount(committed)) and direct investment takes "
        + "\(NumberSpelling.amount(share * motherFund.size)) (\(NumberSpelling.percent(share)) of \(size)): "
        + "\(NumberSpelling.amount(total)) together, \(NumberSpelling.amount(total - motherFund.size)) more "
        + "than mother_fund.size (\(size))", breaksLimit: true)
  }

  private func checkTimes(_ reader: inout ScenarioReader, _ motherFund: MotherFund) {
    let life = SpanText.short(motherFund.lifeInQuarters)
    let period = motherFund.commitmentPeriodInQuarters
    if period > motherFund.lifeInQuarters {
      reader.report(
        at: ["mother_fund", "commitment_period"],
        "must be at most mother_fund.fund_life (\(life)), not \(SpanText.short(period))")
    }
    if let own = direct?.investmentPeriodInQuarters, own > motherFund.lifeInQuarters, own != period
    {
      reader.report(
        at: ["direct", "investment_period"],
        "must be at most mother_fund.fund_life (\(life)), not \(SpanText.short(own))")
    }
    for subFund in subFunds {
      checkTimes(of: subFund, &reader, motherFund)
    }
  }

  private func checkTimes(
    of subFund: SubFund, _ reader: inout ScenarioReader, _ motherFund: MotherFund
  ) {
    let (start, period) = (subFund.startQuarter, motherFund.commitmentPeriodInQuarters)
    if start >= period {
      reader.report(
        at: ["sub_funds", subFund.id, "start"],
        "must be less than mother_fund.commitment_period (\(SpanText.short(period))), not "
          + SpanText.short(start))
    }
    guard self.terms != nil else { return }  // what the sub-fund inherits is not known
    let terms = subFund.terms
    let late = subFund.rules.fundRaising.latestClosing
    let end = start + late + terms.termInQuarters
    guard end > motherFund.lifeInQuarters else { return }
    let parts = [
      ("start", start), ("fund_raising.deadline", late),
      ("investment_period", terms.investmentPeriodInQuarters),
      ("exit_period", terms.exitPeriodInQuarters), ("extension", terms.extensionInQuarters),
    ]
    let sum = parts.filter { $0.0 != "fund_raising.deadline" || $0.1 > 0 }.map {
      "\($0.0) \(SpanText.short($0.1))"
    }.joined(separator: " + ")
    reader.report(
      at: ["sub_funds", subFund.id],
      "\(late > 0 ? "may end" : "ends") too late: \(sum) = \(SpanText.short(end)), "
        + "\(SpanText.short(end - motherFund.lifeInQuarters)) more than mother_fund.fund_life "
        + "(\(SpanText.short(motherFund.lifeInQuarters)))")
  }

  private func checkFirstPhase(
    _ reader: inout ScenarioReader, _ motherFund: MotherFund, _ phase: FirstPhase
  ) {
    let path = ["mother_fund", "first_phase", "size"]
    if phase.size > motherFund.size {
      reader.report(
        at: path,
        "must be at most mother_fund.size (\(NumberSpelling.amount(motherFund.size))), not "
          + NumberSpelling.amount(phase.size), breaksLimit: true)
    }
    let early = subFunds.filter { $0.startQuarter < phase.endsAfterQuarters }
    let committed = early.reduce(0) { $0 + $1.commitment }
    guard committed > phase.size * (1 + 1e-12) else { return }
    reader.report(
      at: path,
      "is \(NumberSpelling.amount(phase.size)), but the sub-funds that start before its end "
        + "(\(SpanText.short(phase.endsAfterQuarters))) commit \(NumberSpelling.amount(committed)), "
        + "\(NumberSpelling.amount(committed - phase.size)) more: "
        + early.map(\.id).prefix(12).joined(separator: ", ") + (early.count > 12 ? ", …" : ""),
      breaksLimit: true)
  }

  private func checkCompanies(_ reader: inout ScenarioReader, _ motherFund: MotherFund) {
    for subFund in subFunds where terms != nil {
      guard let anchor = anchors.first(where: { $0.id == subFund.anchor }) else { continue }
      reader.checkCompanies(
        ["sub_funds", subFund.id], size: subFund.size, subFund.terms.ticket, anchor.dealFlow)
    }
    guard let direct else { return }
    reader.checkCompanies(
      ["direct"], size: direct.share * motherFund.size, direct.ticket, direct.dealFlow)
  }
}

extension ScenarioReader {
  /// Reports a problem of the key at `path`, seen from the root.
  mutating func report(at path: [String], _ problem: String, breaksLimit: Bool = false) {
    let place = tree?.place(of: path[...]) ?? place
    report(path: path.joined(separator: "."), problem, at: place, breaksLimit: breaksLimit)
  }

  fileprivate mutating func checkCompanies(
    _ path: [String], size: Double, _ ticket: Ticket, _ dealFlow: DealFlow
  ) {
    let mean = ticket.mean * dealFlow.ticketScale
    guard !(size / mean <= ScenarioParts.mostCompanies) else { return }
    report(
      at: path,
      "would buy about \(NumberSpelling.rounded((size / mean).rounded())) companies (size "
        + "\(NumberSpelling.amount(size)) / average ticket \(NumberSpelling.amount(mean.rounded()))); "
        + "the limit is 2,000: raise ticket.median", breaksLimit: true)
  }
}
