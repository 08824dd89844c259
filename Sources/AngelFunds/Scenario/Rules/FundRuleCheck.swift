/// What is wrong between a sub-fund, its terms and the rules that hold for it.
struct FundRuleCheck {
  /// A problem of one sub-fund.
  struct Problem: Hashable {
    /// The key, seen from the sub-fund; empty for the sub-fund as a whole.
    let key: String
    let text: String
    /// Whether each value is valid, but together they break a size or a cap.
    let breaksLimit: Bool
  }

  let fund: SubFund
  private(set) var problems: [Problem] = []
  private let limits: FundLimits
  private let terms: SubFundTerms

  init(_ fund: SubFund, _ dealFlow: DealFlow) {
    (self.fund, limits, terms) = (fund, fund.rules.limits, fund.terms)
    checkPartners()
    checkSize()
    checkProjectLimit()
    let purchases = ExpectedPurchases(fund, dealFlow)
    checkProjectFloor(purchases)
    checkEarlyFloor(purchases)
    checkReinvestment(dealFlow)
    checkOption()
    checkGrades()
  }

  private mutating func add(_ key: String, _ text: String, breaksLimit: Bool = true) {
    problems.append(Problem(key: key, text: text, breaksLimit: breaksLimit))
  }

  private mutating func checkPartners() {
    let (mother, gp, others) = (terms.motherShare, terms.gpShare, terms.otherGovernmentShare)
    let percent = NumberSpelling.percent
    if let cap = limits.contributionCap, mother > cap * (1 + 1e-12) {
      add(
        "mother_share",
        "is \(percent(mother)), more than its rules' contribution_cap of \(percent(cap))")
    }
    if let cap = limits.governmentCap, mother + others > cap * (1 + 1e-12) {
      add(
        "mother_share",
        "is \(percent(mother)), with other_government_share (\(percent(others))) "
          + "\(percent(mother + others)), more than its rules' government_cap of \(percent(cap))")
    }
    if let least = limits.gpMinimum, gp < least * (1 - 1e-12) {
      add("gp_share", "is \(percent(gp)), less than its rules' gp_minimum of \(percent(least))")
    }
    let sum = mother + gp + others
    guard sum > 1 + 1e-9 else { return }
    add(
      "mother_share",
      "is \(percent(mother)), with gp_share (\(percent(gp))) and other_government_share "
        + "(\(percent(others))) \(percent(sum)), which must be at most 100%: take away "
        + percent(sum - 1))
  }

  private mutating func checkSize() {
    let (amount, percent) = (NumberSpelling.amount, NumberSpelling.percent)
    let size =
      "is \(amount(fund.commitment)), \(percent(terms.motherShare)) of a size of \(amount(fund.size))"
    if let least = limits.leastSize, fund.size < least * (1 - 1e-12) {
      add(
        "commitment",
        "\(size), less than its rules' size.least of \(amount(least)): commit at least "
          + amount(least * terms.motherShare))
    }
    if let most = limits.mostSize, fund.size > most * (1 + 1e-12) {
      add(
        "commitment",
        "\(size), more than its rules' size.most of \(amount(most)): commit at most "
          + amount(most * terms.motherShare))
    }
    if let most = limits.mostCommitment, fund.commitment > most * (1 + 1e-12) {
      add(
        "commitment",
        "is \(amount(fund.commitment)), more than its rules' most_commitment of \(amount(most))")
    }
  }

  private mutating func checkProjectLimit() {
    let (amount, percent) = (NumberSpelling.amount, NumberSpelling.percent)
    let own = terms.singleProjectLimit
    let limit = min(own.share * fund.size, own.amount)
    let told =
      "lets a project have \(amount(limit)) (the smaller of \(percent(own.share)) of "
      + "\(amount(fund.size)) and \(amount(own.amount)))"
    if let cap = limits.projectShareCap, limit > cap * fund.size * (1 + 1e-12) {
      add(
        "single_project_limit",
        "\(told), more than its rules' project_share_cap of \(percent(cap)), "
          + amount(cap * fund.size))
    }
    if let cap = limits.projectAmountCap, limit > cap * (1 + 1e-12) {
      add(
        "single_project_limit", "\(told), more than its rules' project_amount_cap of \(amount(cap))"
      )
    }
  }

  private mutating func checkProjectFloor(_ purchases: ExpectedPurchases) {
    guard let floor = limits.projectFloor, floor > purchases.mostCompanies else { return }
    add(
      "",
      "must buy at least \(floor) companies by its rules' project_floor, but its "
        + "\(Self.amount(purchases.firstMoney)) for them at an average ticket of "
        + "\(Self.amount(purchases.meanTicket)) buy about \(Self.short(purchases.companies)), hardly "
        + "ever more than \(purchases.mostCompanies): lower the floor or ticket.median")
  }

  private mutating func checkEarlyFloor(_ purchases: ExpectedPurchases) {
    guard let floor = limits.earlyFloor, let rule = limits.eligibility, rule.policy == .count
    else { return }
    let share = EligibilityModel(rule).probability
    guard purchases.most(of: share) < floor else { return }
    add(
      "",
      "must have \(NumberSpelling.percent(floor)) of its cost in angel projects by its rules' "
        + "early_floor, but \(Self.percent(share)) of companies are angel projects, over about "
        + "\(Self.short(purchases.companies)) of them hardly ever more than "
        + "\(Self.percent(purchases.most(of: share))): lower the floor, or set eligibility.policy "
        + "to skip")
  }

  private mutating func checkReinvestment(_ dealFlow: DealFlow) {
    guard let local = LocalObligation(fund, dealFlow), local.most < local.owed else { return }
    let rule = fund.rules.reinvestment
    let size = fund.size
    func share(_ yuan: Double) -> String { Self.percent(yuan / size) }
    let others = rule.recognition.otherFunds
    let credit = others > 0 ? ", times \(NumberSpelling.rounded(1 + others)) for other funds" : ""
    add(
      "",
      "cannot meet its rules' reinvestment: \(NumberSpelling.rounded(rule.multiple)) × "
        + "\(NumberSpelling.percent(terms.motherShare)) = \(share(local.owed)) of the size has to be "
        + "local, but \(share(local.investable)) of it buys companies, and "
        + "\(Self.percent(local.recognisedShare)) of them count\(credit): \(share(local.expected)) on "
        + "average, hardly ever more than \(share(local.most)) over about "
        + "\(Self.short(local.companies)) companies; lower multiple, or raise what counts")
  }

  private mutating func checkOption() {
    let rule = fund.rules.concession
    guard rule.form == .buyout, rule.buyout.partnersPart > 0, fund.engine == .multiples else {
      return
    }
    add(
      "",
      "lets partners buy \(NumberSpelling.percent(rule.buyout.partnersPart)) of the stake by its "
        + "rules' concession.buyout, which needs engine rounds: engine multiples knows each "
        + "company's outcome when it is bought, and partners would decide knowing it",
      breaksLimit: false)
  }

  private mutating func checkGrades() {
    let (concession, reinvestment) = (fund.rules.concession, fund.rules.reinvestment)
    guard concession.form == .graded, reinvestment.multiple > 0, reinvestment.due == .term,
      let grade = concession.grades.first(where: { $0.reinvestment != nil })
    else { return }
    add(
      "",
      "has a concession whose grade \(grade.id) asks for reinvestment when the investment period "
        + "ends, but by its rules' reinvestment.due that is due at the end of the term only: set "
        + "due to investment_period, or leave reinvestment out of the grade",
      breaksLimit: false)
  }

  private static func short(_ value: Double) -> String {
    NumberSpelling.rounded((10 * value).rounded() / 10)
  }

  private static func percent(_ value: Double) -> String { short(100 * value) + "%" }

  private static func amount(_ yuan: Double) -> String {
    NumberSpelling.amount((yuan / 1e4).rounded() * 1e4)
  }
}
