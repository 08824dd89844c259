extension LossTolerance {
  init?(_ reader: inout ScenarioReader) {
    let share = ValueForm.share.orNone
    let measure: Measure? = reader.value(
      "measure", .choice, default: .text("netted"), "which loss ratio is held against it")
    let seed = reader.value(
      "seed", share, default: .text("none"),
      "most that sub-funds of class seed may lose together, of their cost")
    let angel = reader.value(
      "angel", share, default: .text("none"), "the same for sub-funds of class angel")
    let direct = reader.value(
      "direct", share, default: .text("none"), "the same for direct investments")
    let subFund = reader.value(
      "sub_fund", share, default: .text("none"), "most that a single sub-fund may lose")
    let review = reader.value(
      "first_review", ValueForm.span(in: 1...160).orNone, default: .text("none"),
      "time from the start to the first yearly review of losses")
    guard let measure, let seed, let angel, let direct, let subFund, let review else { return nil }
    let isOff = [seed, angel, direct, subFund].allSatisfy { $0 == nil } && review == nil
    guard !isOff else {
      self = .off
      return
    }
    self.init(
      measure: measure, seed: seed, angel: angel, direct: direct, subFund: subFund,
      firstReviewInQuarters: review ?? 0)
  }
}

/// Appropriation as it is written, with every key, whether there are budgets or not.
struct WrittenAppropriation {
  /// Nil without budgets.
  let effective: Appropriation?

  init?(_ reader: inout ScenarioReader) {
    let budgets = reader.budgets()
    let carriesOver = reader.value(
      "carries_over", .flag, default: .text("yes"),
      "whether what is not used in a year may be used later")
    let draw: Appropriation.Draw? = reader.value(
      "draw", .choice, default: .text("by_need"), "when contributors pay")
    let next = reader.value(
      "next_draw_at", .share, default: .text("70%"),
      "used part of what was drawn at which the next year's budget is drawn")
    let shortfall: Appropriation.Shortfall? = reader.value(
      "shortfall", .choice, default: .text("bridge"), "what happens when calls outrun the budget")
    let rate = reader.value(
      "bridge_rate", .rate, default: .text("4%"), "interest a year on what a lender pays")
    guard let budgets, let carriesOver, let draw, let next, let shortfall, let rate
    else { return nil }
    effective =
      budgets.isEmpty
      ? nil
      : Appropriation(
        budgets: budgets, carriesOver: carriesOver, draw: draw, nextDrawAt: next,
        shortfall: shortfall, bridgeRate: rate)
  }
}

extension StateExit {
  init?(_ reader: inout ScenarioReader) {
    let delay = reader.value(
      "delay", .span(in: 0...40), default: .text("0q"),
      "time by which appraisal and exchange make a sale later")
    let floor = reader.value(
      "price_floor", .share, default: .text("0%"),
      "least price, as a part of the appraised value; no sale below it")
    guard let delay, let floor else { return nil }
    self.init(delayInQuarters: delay, priceFloor: floor)
  }
}

extension ScenarioReader {
  /// Reads the key `budgets`, sorted by year; empty where there are none, nil after a report.
  fileprivate mutating func budgets() -> [YearlyBudget]? {
    let (key, form) = ("budgets", ValueForm.amount)
    note(key) {
      .names(
        $0.patternPath(key), pattern: "^(20[0-9][0-9]|2100)$",
        "what contributors may be asked for, by calendar year")
    }
    let issues = log.issues.count
    let budgets = entered(key) { reader in
      reader.note("*") {
        KeyRecord(
          path: $0.patternPath("*"), kind: .value(form.shape), fallback: nil, inheritsFrom: nil,
          isRequired: false, requirement: form.requirement,
          help: "what contributors together may be asked for in that year")
      }
      return (reader.tree?.entries ?? []).compactMap { reader.budget(of: $0) }
    }
    return log.issues.count == issues ? budgets.sorted { $0.year < $1.year } : nil
  }

  private mutating func budget(of entry: ScenarioTree.Entry) -> YearlyBudget? {
    knownKeys.append(entry.key)
    guard entry.key.utf8.count == 4, let year = Int(entry.key), (2000...2100).contains(year) else {
      report(entry.key, "must be a year from 2000 to 2100, such as 2026")
      return nil
    }
    guard let text = text(of: entry, requirement: ValueForm.amount.requirement) else { return nil }
    guard let amount = ValueForm.amount.parse(text) else {
      report(entry.key, ValueForm.amount.refusal(of: text))
      return nil
    }
    resolve(entry.key, ValueForm.amount.write(amount))
    return YearlyBudget(year: year, amount: amount)
  }
}
