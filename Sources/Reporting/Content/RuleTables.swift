import AngelFunds

/// What the rules of public money do, rule by rule.
struct RuleTables {
  let content: RunContent
  let style: ReportStyle

  private var texts: Texts { style.texts }

  /// Tables of the mother fund's figures, for the rules that the scenario has.
  var figures: [Table] {
    let groups: [(id: String, metrics: [String])] = [
      (
        "concession",
        [
          "return_before_concession", "tvpi", "concession_cost", "concession_to_gp",
          "concession_to_partners", "concession_to_founders",
        ]
      ),
      (
        "reinvestment",
        [
          "reinvestment_obligation", "reinvestment_credit", "reinvestment_met",
          "reinvestment_shortfall", "fees_deducted", "reinvestment_multiple",
        ]
      ),
      (
        "tolerance",
        [
          "breach_seed", "breach_angel", "breach_direct", "review_breach",
          "whole_fund_review_breach", "loss_ratio_seed", "loss_ratio_angel", "loss_ratio_direct",
          "loss_ratio", "gross_loss_ratio", "first_breach_years",
        ]
      ),
      (
        "fund_raising",
        [
          "sub_funds_closed", "committed", "commitment_added", "commitment_cancelled",
          "commitment_cut", "commitment_uncalled",
        ]
      ),
      (
        "limits",
        ["early_share", "early_below_floor", "projects_below_floor", "recycled"]
      ),
      (
        "appropriation",
        [
          "appropriation_peak", "appropriation_shortfall", "years_short", "bridge_interest",
          "idle_appropriation_peak", "idle_appropriation_share",
        ]
      ),
    ]
    let tables = FigureTables(content: content, style: style)
    return groups.filter(isOn).compactMap { tables.table($0.id, of: $0.metrics) }
  }

  /// Whether the run has what the rule alone is about.
  private func isOn(_ group: (id: String, metrics: [String])) -> Bool {
    let signs = [
      "concession": "concession_cost", "reinvestment": "reinvestment_obligation",
      "tolerance": "whole_fund_first_breach_years", "fund_raising": "sub_funds_closed",
      "limits": "early_share", "appropriation": "appropriation_shortfall",
    ]
    return signs[group.id].flatMap { content.figure($0) } != nil
  }

  /// What is given up, stake by stake; nil where nothing is.
  var concessions: Table? {
    let rows = content.summary.rows.filter {
      $0.owner.scope == .subFund && $0.metric == "concession_cost" && $0.isSomewhere
    }
    guard !rows.isEmpty else { return nil }
    let metrics = ["economic_return", "stake_return", "concession_cost"]
    return Table(
      id: "concessions", title: texts("concessions.title"),
      columns: [.name(texts("scope.sub_fund"))]
        + metrics.flatMap {
          Table.Column.estimate(texts.name(of: $0), help: texts.meaning(of: $0))
        } + [.value(texts("column.concession_p95"))],
      rows: rows.map { row in
        [.text(row.label.text(style.language))]
          + metrics.flatMap { content.summary.row(row.owner, $0).meanCells }
          + row.quantileCells(["p95"])
      },
      note: texts("concessions.note"))
  }
}
