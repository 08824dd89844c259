/// What reports say, in one language.
struct Phrases {
  let language: Language

  var texts: Texts { Texts(language: language) }

  var estimate: String { texts("terminal.estimate") }
  var multipleWithError: String { texts("terminal.run.multiple_with_error") }
  var inputRange: String { texts("terminal.inputs") }
  var subFund: String { texts("terminal.run.sub_fund") }
  var riskShare: String { texts("terminal.run.risk_share") }
  var year: String { texts("terminal.run.year") }
  var contributions: String { texts("terminal.run.contributions") }
  var contributionsBesideBudget: String { texts("terminal.run.contributions_beside_budget") }
  var budget: String { texts("terminal.run.budget") }
  var shortfall: String { texts("terminal.run.shortfall") }
  func calls(_ quantile: String) -> String {
    texts("terminal.run.calls", ["quantile": quantile])
  }
  /// In the place of an error that would mislead.
  var unreliable: String { texts("terminal.unreliable") }
  var none: String { texts("terminal.none") }

  var meanFlowReturn: String { texts.shortName(of: "irr_of_mean_flows") }

  func definedShare(_ share: String) -> String {
    texts("terminal.run.defined_share", ["share": share])
  }

  func paths(_ count: Int, seed: UInt64) -> String {
    texts("terminal.paths", ["count": NumberText.grouped(count), "seed": "\(seed)"])
  }

  var explanation: [String] {
    TextWrap.lines(texts("terminal.run.explanation"))
      + TextWrap.lines(texts("terminal.run.explanation.signs"))
  }
}
