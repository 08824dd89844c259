/// Rules of public money as a scenario states them, with the dates from which they hold.
struct RuleBook {
  /// The rules that hold for the scenario as a whole, with those of sub-funds at its start.
  let rules: Rules
  /// Sub-funds that start before it have no rules; nil for no such date.
  let validFrom: CalendarQuarter?
  /// What sub-funds inherit before any change.
  let funds: WrittenFundRules
  /// By date.
  let changes: [RuleChange]

  /// What sub-funds that start in `quarter` inherit; nil where no rules hold yet.
  func written(at quarter: CalendarQuarter) -> WrittenFundRules? {
    if let validFrom, quarter < validFrom { return nil }
    return changes.last { $0.validFrom <= quarter }?.funds ?? funds
  }

  /// The rules of sub-funds that start in `quarter` and have none of their own.
  func rules(at quarter: CalendarQuarter) -> FundRules {
    written(at: quarter)?.effective ?? .off
  }
}

/// Rules of sub-funds from a date on.
struct RuleChange {
  let name: String
  let validFrom: CalendarQuarter
  /// All that sub-funds inherit from then on.
  let funds: WrittenFundRules
}

extension RuleBook {
  /// Reads rules.
  ///
  /// - Parameter start: The scenario's own.
  init?(_ reader: inout ScenarioReader, start: CalendarQuarter) {
    reader.notePreset(of: .rules)
    let validFrom = reader.value(
      "valid_from", ValueForm.quarter.orNone, default: .text("none"),
      "the quarter from which rules of sub-funds hold for those that start then or later")
    let funds = WrittenFundRules(&reader, inheriting: Inheritance(base: nil, source: "rules"))
    let tolerance = reader.section(
      "tolerance", "when losses count as too large", LossTolerance.init)
    let appropriation = reader.section(
      "appropriation", "contributors' yearly budgets, where they have any",
      WrittenAppropriation.init)
    let exit = reader.section(
      "state_exit", "how the mother fund's own stakes may be sold", StateExit.init)
    let shared = reader.value(
      "shared_deals", .shareUpToHalf, default: .text("0%"),
      "part of sub-funds' companies that they buy together with another sub-fund")
    let isEvaluated = reader.value(
      "evaluation", .flag, default: .text("no"),
      "whether the indicators of the national evaluation are scored")
    let changes = reader.ruleChanges(after: funds)
    reader.ranges()
    guard let validFrom, let funds, let tolerance, let appropriation, let exit, let shared,
      let isEvaluated, let changes
    else { return nil }
    let book = RuleBook(
      rules: .off, validFrom: validFrom, funds: funds, changes: changes)
    self.init(
      rules: Rules(
        funds: book.rules(at: start), tolerance: tolerance, appropriation: appropriation.effective,
        stateExit: exit, sharedDeals: shared, isEvaluated: isEvaluated),
      validFrom: validFrom, funds: funds, changes: changes)
    check(&reader)
  }

  /// Reports changes that come before the rules themselves.
  private func check(_ reader: inout ScenarioReader) {
    guard let validFrom, let first = changes.first, first.validFrom <= validFrom else { return }
    reader.report(
      "valid_from",
      "is \(validFrom), but a change holds from \(first.validFrom) on; changes come later than "
        + "the rules that they change")
  }
}

extension ScenarioReader {
  /// Reads the key `changes`: each change inherits from the one before it; nil after a report.
  fileprivate mutating func ruleChanges(after funds: WrittenFundRules?) -> [RuleChange]? {
    var (previous, isSound) = (funds, true)
    var dates: [CalendarQuarter: String] = [:]
    refuseEmpty("changes", "name a change")
    let changes = named(
      "changes", most: 20, orderedBy: dateOrder(of: tree?["changes"]),
      "rules that hold from a later date on, by name"
    ) { reader, name -> RuleChange? in
      let date = reader.value(
        "valid_from", .quarter, default: .required,
        "the quarter from which it holds for sub-funds that start then or later")
      let own = WrittenFundRules(
        &reader, inheriting: Inheritance(base: previous, source: "rules"))
      guard let date, let own else {
        isSound = false
        return nil
      }
      if let other = dates[date] {
        reader.report(
          "valid_from", "is \(date), as in rules.changes.\(other); put both into one change")
      }
      dates[date] = name
      previous = own
      return RuleChange(name: name, validFrom: date, funds: own)
    }
    return isSound || isRecording ? changes : nil
  }

  /// Puts changes in the order of their dates.
  private func dateOrder(of changes: ScenarioTree?) -> (String) -> Int {
    { name in
      let text = changes?[name]?["valid_from"]?.text.map { trimmed($0) }
      return text.flatMap(ValueForm<CalendarQuarter>.quarter.parse)?.index ?? .max
    }
  }
}
