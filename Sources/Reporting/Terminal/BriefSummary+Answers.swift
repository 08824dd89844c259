import AngelFunds
import Stochastics

/// The questions that a planner asks first, in a sentence each.
extension BriefSummary {
  /// How likely a loss beyond tolerance is.
  var lossAnswer: [String] {
    guard
      let loss = headlines.first(where: { $0.headline.metric == "loss_beyond_tolerance" })
    else { return [] }
    let tolerance = provenance.scenario.motherFund.lossTolerance
    let sentence = style.texts(
      "terminal.answer.loss",
      [
        "share": style.estimate(loss.value, loss.standardError, unit: .share),
        "tolerance": FigureText.short(tolerance, unit: .share).replacing(".0%", with: "%"),
      ])
    guard let inputs = loss.inputs, loss.isMoved else {
      return TextWrap.lines(sentence + style.texts("terminal.answer.loss.end"))
    }
    let range = style.texts(
      "terminal.answer.loss.range",
      [
        "low": FigureText.short(inputs.lowerBound, unit: .share),
        "high": FigureText.short(inputs.upperBound, unit: .share),
      ])
    return TextWrap.lines(sentence + range)
  }

  /// What adds most to the ups and downs of the whole.
  var riskAnswer: [String] {
    let shares = riskShares
    let funds = shares.filter { $0.id != Self.direct }
    guard let first = funds.first else { return [] }
    var sentence = style.texts(
      "terminal.answer.risk", ["fund": first.name, "share": told(first.share)])
    let rivals = funds.dropFirst().count { !first.isAbove($0) }
    if rivals > 0 {
      sentence += style.texts("terminal.answer.risk.rivals", ["count": "\(rivals)"])
    }
    if let direct = shares.first(where: { $0.id == Self.direct }) {
      sentence += style.texts("terminal.answer.risk.direct", ["share": told(direct.share)])
    }
    return TextWrap.lines(sentence + style.texts("terminal.answer.risk.end"))
  }

  private static let direct = "direct"

  private struct RiskShare {
    let id: String
    let name: String
    let share: MeanEstimate

    /// Whether it is higher than another by more than two standard errors of the difference.
    func isAbove(_ other: RiskShare) -> Bool {
      guard let own = share.standardError, let others = other.share.standardError else {
        return false
      }
      let gap = share.value - other.share.value
      return gap * gap > 4 * (own * own + others * others)
    }
  }

  /// Of sub-funds and direct investments, the largest first.
  private var riskShares: [RiskShare] {
    summary.rows.filter { $0.owner.scope == .subFund && $0.metric == "risk_share_covariance" }
      .compactMap { row in
        row.mean.map {
          let name = TextTable.cut(row.label.text(style.language), to: 30)
          return RiskShare(id: row.owner.id, name: name, share: $0)
        }
      }
      .sorted { ($0.share.value, $1.id) > ($1.share.value, $0.id) }
  }

  private func told(_ share: MeanEstimate) -> String {
    style.estimate(share.value, share.standardError, unit: .share)
  }
}
