extension SubFund {
  init?(
    _ reader: inout ScenarioReader, name: String, anchors: [String],
    terms: Inheritance<SubFundTerms>, engine: Outcomes.Engine, rules: RuleBook?,
    scenarioStart: CalendarQuarter
  ) {
    let label = reader.label(
      default: Label(plain: name), from: "its name", "what reports call it")
    let anchor = reader.anchor(among: anchors)
    let commitment = reader.value(
      "commitment", .amount, default: .required, "the mother fund's money in it")
    let start = reader.value(
      "start", .span(in: 0...160), default: .text("0q"), "time from the scenario's start to its own"
    )
    let stream = reader.stream(name)
    let own = SubFundTerms(&reader, inheriting: terms)
    let engine = reader.engine(inheriting: engine)
    let lossClass: LossClass? = reader.value(
      "class", .choice, default: .text("angel"), "what class of projects its money is for")
    let ownRules = reader.fundRules(rules, at: scenarioStart.advanced(by: start ?? 0))
    guard let label, let anchor, let commitment, let start, let stream, let own, let engine,
      let lossClass, let ownRules
    else { return nil }
    self.init(
      id: name, label: label, stream: stream, anchor: anchor, commitment: commitment,
      startQuarter: start, terms: own, engine: engine,
      lossClass: lossClass, rules: ownRules)
  }
}

extension ScenarioReader {
  fileprivate mutating func anchor(among anchors: [String]) -> String? {
    let name = value("anchor", .name, default: .required, "the anchor that it is tied to")
    guard let name, !anchors.contains(name) else { return name }
    report(
      "anchor",
      "must be an anchor of this scenario, not \(name)"
        + Self.suggestion(for: name, among: anchors))
    return nil
  }

  /// Reads a sub-fund's own rules, where it has any, over those of its start.
  fileprivate mutating func fundRules(
    _ book: RuleBook?, at start: CalendarQuarter
  ) -> FundRules? {
    let inherited = Inheritance(base: book?.written(at: start), source: "rules")
    let own = optionalSection("rules", "rules of this sub-fund, in place of those of its start") {
      WrittenFundRules(&$0, inheriting: inherited)
    }
    return tree?.entry("rules") == nil ? book?.rules(at: start) ?? .off : own?.effective
  }

  fileprivate mutating func stream(_ name: String) -> String? {
    let stream = value(
      "stream", .name, default: .inherited(name, from: "its name"),
      "name of its random numbers, to keep them when the sub-fund is renamed")
    guard let stream, ReservedNames.streams.contains(stream), stream != name else { return stream }
    report("stream", "must be another name than '\(stream)', which is reserved")
    return nil
  }
}
