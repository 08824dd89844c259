import AngelFunds
import Stochastics

/// Which sub-fund, or the direct book, carries the risk.
struct RiskFigures {
  /// A sub-fund or the direct book with its share of the risk.
  struct Part {
    let owner: ScopeID
    let label: Label
    let isDirect: Bool
    /// Part of the plan's money.
    let money: Double
    let covariance: MeanEstimate?
    let worst: MeanEstimate?
  }

  let content: RunContent
  let style: ReportStyle

  private var texts: Texts { style.texts }

  /// In the order of reports.
  var parts: [Part] {
    let scenario = content.scenario
    let direct = scenario.direct.share * scenario.motherFund.size
    let money = Dictionary(
      scenario.subFunds.map { ($0.id, $0.commitment) }, uniquingKeysWith: { first, _ in first })
    let total = money.values.sorted().reduce(direct, +)
    return content.summary.rows.filter { $0.owner.scope == .subFund && $0.metric == "tvpi" }.map {
      Part(
        owner: $0.owner, label: $0.label, isDirect: money[$0.owner.id] == nil,
        money: (money[$0.owner.id] ?? direct) / total,
        covariance: content.summary.row($0.owner, "risk_share_covariance")?.mean,
        worst: content.summary.row($0.owner, "risk_share_cvar")?.mean)
    }
  }

  /// Shares of the money and of the risk; nil where risk cannot be shared out.
  var shares: Figure? {
    let parts = parts.filter { $0.covariance != nil || $0.worst != nil }
    guard !parts.isEmpty else { return nil }
    let metrics = ["risk_share_covariance", "risk_share_cvar"]
    let table = Table(
      id: "risk_shares", title: texts("risk_shares.title"),
      columns: [.name(texts("scope.sub_fund")), .value(texts("column.money_share"))]
        + metrics.flatMap {
          Table.Column.estimate(texts.name(of: $0), help: texts.meaning(of: $0))
        },
      rows: parts.map { part in
        [.text(part.label.text(style.language)), .number(part.money, .percent)]
          + metrics.flatMap { content.summary.row(part.owner, $0).meanCells }
      },
      note: texts("risk_shares.note"))
    let chart = Chart(
      x: Chart.Axis(title: texts("column.share"), format: .percent), y: Chart.Axis(title: ""),
      categories: 0,
      series: [
        Chart.Series(name: texts("column.money_share"), shape: .bar(1), colour: .grey),
        Chart.Series(name: texts.name(of: metrics[0]), shape: .bar(2), colour: .blue),
        Chart.Series(name: texts.name(of: metrics[1]), shape: .bar(4), colour: .orange),
      ], isHorizontal: true)
    return Figure(
      chart: chart, table: table, caption: texts("risk_shares.caption"), showsTable: true)
  }
}
