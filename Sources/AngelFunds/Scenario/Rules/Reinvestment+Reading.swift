extension Reinvestment {
  /// Reads what has to be invested locally, with every key, whether there is an obligation or not.
  init?(_ reader: inout ScenarioReader, inheriting defaults: Inheritance<Reinvestment>) {
    let multiple = reader.value(
      "multiple", .multiple, default: defaults("multiple", \.multiple, else: "0"),
      "local investment owed over the mother fund's money; 0 for none")
    let base: Base? = reader.value(
      "base", .choice, default: defaults("base", \.base, else: "paid_in"),
      "which of the mother fund's money counts")
    let due: Due? = reader.value(
      "due", .choice, default: defaults("due", \.due, else: "investment_period"),
      "at whose end it has to be met")
    let recognition = Recognition(&reader, inheriting: defaults.same(\.recognition))
    let consequences = reader.section("consequences", "what follows where it is missed") {
      ReinvestmentConsequences(
        &$0, inheriting: defaults.part("consequences", \.consequences))
    }
    let search = reader.value(
      "local_search", .share, default: defaults("local_search", \.localSearch, else: "0%"),
      "part of the other companies in whose place local ones are looked for")
    let alpha = reader.value(
      "local_alpha", .loss, default: defaults("local_alpha", \.localAlpha, else: "0%"),
      "change of a company's odds of success where only local ones are looked for")
    guard let multiple, let base, let due, let recognition, let consequences, let search,
      let alpha
    else { return nil }
    self.init(
      multiple: multiple, base: base, due: due, recognition: recognition,
      consequences: consequences, localSearch: search, localAlpha: alpha)
  }

  /// The rule without what has no effect.
  var effective: Reinvestment {
    guard multiple == 0 else { return self }
    guard localSearch > 0 else { return .off }
    return Reinvestment(
      multiple: 0, base: base, due: due, recognition: recognition, consequences: .none,
      localSearch: localSearch, localAlpha: localAlpha)
  }
}

extension Recognition {
  fileprivate init?(
    _ reader: inout ScenarioReader, inheriting defaults: Inheritance<Recognition>
  ) {
    let relocated = reader.section("relocated", "companies from elsewhere that move here") {
      Relocated(&$0, inheriting: defaults.part("relocated", { $0 }))
    }
    let subsidiaries = reader.section(
      "subsidiaries", "companies from elsewhere that found a subsidiary here"
    ) {
      Subsidiaries(&$0, inheriting: defaults.part("subsidiaries", { $0 }))
    }
    let others = reader.value(
      "other_funds", .multiple, default: defaults("other_funds", \.otherFunds, else: "0%"),
      "what the manager's other funds invest locally, for each yuan of this one's local companies")
    guard let relocated, let subsidiaries, let others else { return nil }
    self.init(
      countsRelocated: relocated.counts, relocationProbability: relocated.probability,
      relocationQuarters: relocated.within, countsSubsidiaries: subsidiaries.counts,
      subsidiaryProbability: subsidiaries.probability, otherFunds: others)
    let sum = relocationProbability + subsidiaryProbability
    guard sum > 1 + 1e-9 else { return }
    reader.report(
      "has relocated.probability and subsidiaries.probability that add up to "
        + "\(NumberSpelling.percent(sum)) (\(NumberSpelling.percent(relocationProbability)) + "
        + "\(NumberSpelling.percent(subsidiaryProbability))), which must be at most 100%")
    return nil
  }
}

private struct Relocated {
  let counts: Bool
  let probability: Double
  let within: Int

  init?(_ reader: inout ScenarioReader, inheriting defaults: Inheritance<Recognition>) {
    let counts = reader.value(
      "counts", .flag, default: defaults("counts", \.countsRelocated, else: "no"),
      "whether they count as local")
    let probability = reader.value(
      "probability", .share,
      default: defaults("probability", \.relocationProbability, else: "5%"),
      "probability that a company moves here in that time")
    let within = reader.value(
      "within", .span(in: 0...160), default: defaults("within", \.relocationQuarters, else: "2y"),
      "time from the purchase within which a move counts")
    guard let counts, let probability, let within else { return nil }
    (self.counts, self.probability, self.within) = (counts, probability, within)
  }
}

private struct Subsidiaries {
  let counts: Bool
  let probability: Double

  init?(_ reader: inout ScenarioReader, inheriting defaults: Inheritance<Recognition>) {
    let counts = reader.value(
      "counts", .flag, default: defaults("counts", \.countsSubsidiaries, else: "no"),
      "whether they count as local")
    let probability = reader.value(
      "probability", .share,
      default: defaults("probability", \.subsidiaryProbability, else: "5%"),
      "probability that a company founds one")
    guard let counts, let probability else { return nil }
    (self.counts, self.probability) = (counts, probability)
  }
}

extension ReinvestmentConsequences {
  fileprivate init?(
    _ reader: inout ScenarioReader, inheriting defaults: Inheritance<ReinvestmentConsequences>
  ) {
    let loses = reader.value(
      "loses_concession", .flag,
      default: defaults("loses_concession", \.losesConcession, else: "no"),
      "whether nothing is given up to the sub-fund then")
    let deduction = reader.value(
      "fee_deduction", .share, default: defaults("fee_deduction", \.feeDeduction, else: "0%"),
      "part of the management fee that is taken off after the due date")
    let withhold = reader.value(
      "withhold_below", .share, default: defaults("withhold_below", \.withholdBelow, else: "0%"),
      "part of what paid-in capital asks for below which a further tranche waits")
    guard let loses, let deduction, let withhold else { return nil }
    self.init(losesConcession: loses, feeDeduction: deduction, withholdBelow: withhold)
  }
}
