/// The parts of a scenario that depend on one another; nil is what could not be read.
struct ScenarioParts {
  let start: CalendarQuarter?
  let motherFund: MotherFund?
  let contributors: [Contributor]
  let terms: SubFundTerms?
  let sectors: [Sector]
  let direct: DirectInvestment?
  let anchors: [Anchor]
  let rules: RuleBook?
  let subFunds: [SubFund]

  /// The most sub-funds of a scenario.
  static let mostSubFunds = 200

  /// Reads the parts.
  ///
  /// - Parameters:
  ///   - start: The scenario's own; nil where it could not be read.
  ///   - engine: The engine of funds that name none of their own.
  init(_ reader: inout ScenarioReader, start: CalendarQuarter?, engine: Outcomes.Engine) {
    self.start = start
    // Rules have dates only beside some start; whatever hangs on it is told when it can be read.
    let start = start ?? CalendarQuarter(year: 2026, quarter: 1)
    let motherFund = reader.known("mother_fund") {
      $0.section("mother_fund", "the mother fund's own size, term and fee", MotherFund.init)
    }
    contributors = reader.known("contributors") {
      $0.named(
        "contributors", most: 20, reserved: ReservedNames.parties,
        builtIn: Contributor.builtIn.keys.sorted(),
        "who pays into the mother fund, by name", Contributor.init)
    }
    let terms = reader.known("terms") {
      $0.section("terms", "what sub-funds charge, unless they say otherwise") {
        let terms = SubFundTerms(&$0, inheriting: Inheritance(base: nil, source: "terms"))
        $0.ranges()
        return terms
      }
    }
    let sectors = reader.known("sectors") { $0.sectors() }
    let sectorNames = sectors.map(\.id)
    direct = reader.section("direct", "companies that the mother fund buys by itself") {
      DirectInvestment(
        &$0, commitmentPeriod: motherFund?.commitmentPeriodInQuarters, terms: terms,
        sectors: sectorNames, engine: engine)
    }
    anchors = reader.known("anchors", given: sectorNames) {
      $0.named(
        "anchors", most: 200, reserved: ReservedNames.parties, "what sub-funds are tied to, by name"
      ) {
        Anchor(&$0, name: $1, sectors: sectorNames)
      }
    }
    let rules = reader.known("rules", given: [start.description]) {
      $0.section("rules", "rules of public money, each of which is off by default") {
        RuleBook(&$0, start: start)
      }
    }
    let anchorNames = reader.tree?["anchors"]?.entries?.map(\.key) ?? []
    subFunds = reader.named(
      "sub_funds", most: Self.mostSubFunds, reserved: ReservedNames.subFunds,
      "the sub-funds, by name"
    ) {
      SubFund(
        &$0, name: $1, anchors: anchorNames, terms: Inheritance(base: terms, source: "terms"),
        engine: engine, rules: rules, scenarioStart: start)
    }
    if reader.tree?.entry("sub_funds").map({ $0.value.entries?.isEmpty ?? false }) ?? true {
      reader.report(
        "sub_funds", "is missing; name at least one sub-fund, with anchor and commitment")
    }
    (self.motherFund, self.terms, self.sectors) = (motherFund, terms, sectors)
    self.rules = rules
  }

  /// The engines that simulate somebody's companies.
  var engines: Set<Outcomes.Engine> {
    let direct = direct.flatMap { $0.share > 0 ? $0.engine : nil }
    return Set(subFunds.map(\.engine) + [direct].compactMap { $0 })
  }
}
