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
      let purchases = ExpectedPurchases(subFund, anchor.dealFlow)
      reader.checkCompanies(["sub_funds", subFund.id], purchases)
      reader.checkSeen(["sub_funds", subFund.id], purchases)
    }
    guard let direct else { return }
    reader.checkCompanies(["direct"], ExpectedPurchases(direct, of: motherFund))
  }
}

extension ScenarioReader {
  /// Reports a problem of the key at `path`, seen from the root.
  mutating func report(at path: [String], _ problem: String, breaksLimit: Bool = false) {
    let place = tree?.place(of: path[...]) ?? place
    report(path: path.joined(separator: "."), problem, at: place, breaksLimit: breaksLimit)
  }

  fileprivate mutating func checkCompanies(_ path: [String], _ purchases: ExpectedPurchases) {
    let count = purchases.withRecycled
    guard count > ScenarioParts.mostCompanies else { return }
    let money = NumberSpelling.amount(purchases.firstMoney.rounded())
    let again =
      purchases.recycled > 0
      ? " + \(NumberSpelling.amount(purchases.recycled.rounded())) of proceeds" : ""
    report(
      at: path,
      "would buy about \(NumberSpelling.rounded(count.rounded())) companies (\(money) for them\(again) / "
        + "average ticket \(NumberSpelling.amount(purchases.meanTicket.rounded())) within "
        + "single_project_limit); the limit is 2,000: raise ticket.median or the limit of a project",
      breaksLimit: true)
  }

  /// Reports a sub-fund that may have to look at more companies than a vehicle draws.
  fileprivate mutating func checkSeen(_ path: [String], _ purchases: ExpectedPurchases) {
    let most = VehicleModel.mostCompanies
    guard purchases.mostSeen > Double(most), purchases.withRecycled <= ScenarioParts.mostCompanies
    else { return }
    let skipped =
      purchases.eligibleShare < 1
      ? "\(NumberSpelling.percent(purchases.eligibleShare)) of those seen are angel projects, and its "
        + "rules' eligibility.policy skips the others" : "all of those seen are bought"
    let growth =
      purchases.mostGrowth > 1
      ? ", at up to \(NumberSpelling.rounded(purchases.mostGrowth)) times its size" : ""
    let seen =
      purchases.mostSeen < 1e9
      ? NumberSpelling.rounded(purchases.mostSeen.rounded()) : "more than 1,000,000,000"
    report(
      at: path,
      "may have to look at \(seen) companies to buy "
        + "about \(NumberSpelling.rounded(purchases.withRecycled.rounded()))\(growth): \(skipped); the "
        + "limit is \(most): loosen eligibility, lower most_growth or raise ticket.median",
      breaksLimit: true)
  }
}
