import AngelFunds

extension ComparisonPhrases {
  func dominance(_ dominance: Dominance, base: String, variant: String) -> String {
    func result(_ result: Dominance.Result) -> String {
      switch result {
      case .base: base
      case .variant: variant
      case .neither: texts("terminal.compare.result.neither")
      case .same: texts("terminal.compare.result.same")
      }
    }
    let (first, second) = (result(dominance.first), result(dominance.second))
    return texts(
      "terminal.compare.dominance",
      ["thresholds": "\(dominance.thresholds)", "first": first, "second": second])
  }

  func neverLower(_ variant: String) -> String {
    texts("terminal.compare.never_lower", ["variant": variant])
  }

  func neverHigher(_ variant: String) -> String {
    texts("terminal.compare.never_higher", ["variant": variant])
  }

  func likeness(_ likeness: Likeness) -> String {
    switch likeness {
    case .same:
      texts("terminal.compare.likeness.same")
    case .names:
      texts("terminal.compare.likeness.names")
    case .division:
      texts("terminal.compare.likeness.division")
    }
  }

  /// How to read the tables.
  func explanation(tests: Int, isPaired: Bool) -> String {
    let pairs =
      isPaired
      ? texts("terminal.compare.explanation.pairs")
      : texts("terminal.compare.explanation.end")
    return texts("terminal.compare.explanation", ["pairs": pairs, "tests": "\(tests)"])
  }

  var doubtExplanation: String {
    texts("terminal.compare.doubt_explanation")
  }
}
