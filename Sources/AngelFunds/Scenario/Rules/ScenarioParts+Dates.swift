extension ScenarioParts {
  /// Tells what is dated where the fund never sees it: budgets there are money lost in silence and
  /// refused; rules and reviews there do nothing, which is worth a warning.
  func checkDates(_ reader: inout ScenarioReader, _ motherFund: MotherFund) {
    if let start, let rules { checkBudgetYears(&reader, motherFund, start, rules) }
    if let start, let rules { warnOfLateRules(&reader, start, rules) }
    if let rules { warnOfLateReview(&reader, motherFund, rules) }
    warnOfLatePhase(&reader, motherFund)
  }

  private func checkBudgetYears(
    _ reader: inout ScenarioReader, _ motherFund: MotherFund, _ start: CalendarQuarter,
    _ book: RuleBook
  ) {
    let last = start.advanced(by: motherFund.lifeInQuarters - 1).year
    for budget in book.rules.appropriation?.budgets ?? []
    where !(start.year...last).contains(budget.year) {
      let place =
        budget.year < start.year
        ? "lies before the fund's first year, \(start.year) (start \(start))"
        : "lies after the fund's last year, \(last) (start \(start), mother_fund.fund_life "
          + "\(SpanText.short(motherFund.lifeInQuarters)))"
      reader.report(
        at: ["rules", "appropriation", "budgets", "\(budget.year)"],
        "\(place), so that its \(NumberSpelling.amount(budget.amount)) would never be asked for; "
          + "give it to another year, or leave it out")
    }
  }

  private func warnOfLateRules(
    _ reader: inout ScenarioReader, _ start: CalendarQuarter, _ book: RuleBook
  ) {
    guard let latest = subFunds.map(\.startQuarter).max() else { return }
    let lastStart = start.advanced(by: latest)
    let reason = "later than every sub-fund's start (the last is \(lastStart))"
    if let date = book.validFrom, date > lastStart {
      reader.warn(
        at: ["rules", "valid_from"],
        "is \(date), \(reason): concession, reinvestment, limits and fund_raising hold for no "
          + "sub-fund but by its own rules")
    }
    for change in book.changes where change.validFrom > lastStart {
      reader.warn(
        at: ["rules", "changes", change.name, "valid_from"],
        "is \(change.validFrom), \(reason): the change holds for no sub-fund")
    }
  }

  private func warnOfLateReview(
    _ reader: inout ScenarioReader, _ motherFund: MotherFund, _ book: RuleBook
  ) {
    let (review, life) = (
      book.rules.tolerance.firstReviewInQuarters, motherFund.lifeInQuarters
    )
    guard review >= life else { return }
    reader.warn(
      at: ["rules", "tolerance", "first_review"],
      "is \(SpanText.short(review)), not before the end of mother_fund.fund_life "
        + "(\(SpanText.short(life))): losses are judged at liquidation only")
  }

  private func warnOfLatePhase(_ reader: inout ScenarioReader, _ motherFund: MotherFund) {
    guard let phase = motherFund.firstPhase, phase.size < motherFund.size,
      phase.endsAfterQuarters >= motherFund.commitmentPeriodInQuarters
    else { return }
    reader.warn(
      at: ["mother_fund", "first_phase", "ends"],
      "is \(SpanText.short(phase.endsAfterQuarters)), not before the end of "
        + "mother_fund.commitment_period "
        + "(\(SpanText.short(motherFund.commitmentPeriodInQuarters))): no sub-fund can be promised "
        + "what mother_fund.size has beyond first_phase.size")
  }
}
