extension ScenarioParts {
  /// Reports what is wrong between the rules of public money and the rest.
  func checkRules(_ reader: inout ScenarioReader, _ motherFund: MotherFund) {
    guard let rules else { return }
    if terms != nil { checkFunds(&reader) }
    checkFounders(&reader, rules.rules.funds.concession)
    if let appropriation = rules.rules.appropriation {
      checkBudgets(&reader, appropriation, motherFund)
    }
  }

  /// Reports what is wrong with sub-funds: what holds for several of them once, at the first.
  private func checkFunds(_ reader: inout ScenarioReader) {
    var funds: [FundRuleCheck.Problem: [String]] = [:]
    var order: [FundRuleCheck.Problem] = []
    for fund in subFunds {
      guard let anchor = anchors.first(where: { $0.id == fund.anchor }) else { continue }
      for problem in FundRuleCheck(fund, anchor.dealFlow).problems {
        if funds[problem] == nil { order.append(problem) }
        funds[problem, default: []].append(fund.id)
      }
    }
    for problem in order {
      guard let ids = funds[problem], let first = ids.first else { continue }
      let others = ids.dropFirst().prefix(12).joined(separator: ", ")
      reader.report(
        at: ["sub_funds", first] + (problem.key.isEmpty ? [] : [problem.key]),
        problem.text + (ids.count > 1 ? "; the same holds for \(others)" : "")
          + (ids.count > 13 ? ", …" : ""), breaksLimit: problem.breaksLimit)
    }
  }

  private func checkFounders(_ reader: inout ScenarioReader, _ concession: Concession) {
    guard let direct, direct.share > 0, direct.engine == .multiples, concession.form == .buyout,
      concession.buyout.foundersPart > 0
    else { return }
    reader.report(
      at: ["direct"],
      "lets founders buy \(NumberSpelling.percent(concession.buyout.foundersPart)) of a stake by "
        + "rules.concession.buyout, which needs engine rounds: engine multiples knows each "
        + "company's outcome when it is bought, and founders would decide knowing it")
  }

  private func checkBudgets(
    _ reader: inout ScenarioReader, _ rule: Appropriation, _ motherFund: MotherFund
  ) {
    let total = rule.budgets.reduce(0) { $0 + $1.amount }
    guard total > motherFund.size * (1 + 1e-12) else { return }
    let years = rule.budgets.map { "\($0.year) \(NumberSpelling.amount($0.amount))" }
    reader.report(
      at: ["rules", "appropriation", "budgets"],
      "add up to \(NumberSpelling.amount(total)) (\(years.joined(separator: " + "))), "
        + "\(NumberSpelling.amount(total - motherFund.size)) more than mother_fund.size "
        + "(\(NumberSpelling.amount(motherFund.size)))", breaksLimit: true)
  }
}
