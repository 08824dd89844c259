import AngelFunds
import Stochastics

/// Sub-funds, the direct book and anchors side by side: return, risk, local money.
struct FundFigures {
  let content: RunContent
  let style: ReportStyle

  private var texts: Texts { style.texts }

  /// All partners' money, fund by fund.
  var subFunds: Figure { figure(.subFund, id: "sub_funds") }

  /// The mother fund's stakes, anchor by anchor; nil where the scenario uses none.
  var anchors: Figure? {
    let figure = figure(.anchor, id: "anchors")
    return figure.table.rows.isEmpty ? nil : figure
  }

  private func figure(_ scope: Scope, id: String) -> Figure {
    let rows = content.summary.rows.filter { $0.owner.scope == scope && $0.metric == "tvpi" }
    let more = ["dpi_below_1", "tvpi_cvar_05", "local_invested", "reinvestment_met"].filter {
      name in
      rows.contains { content.summary.row($0.owner, name)?.mean != nil }
    }
    let quantiles = ["p05", "p50", "p95"]
    let table = Table(
      id: id, title: texts("\(id).title"),
      columns: [.name(texts("scope.\(scope.rawValue)"))]
        + Table.Column.estimate(texts("column.tvpi_mean"), help: texts.meaning(of: "tvpi"))
        + quantiles.map { .value(texts("quantile.\($0)")) }
        + more.flatMap {
          Table.Column.estimate(texts.shortName(of: $0), help: texts.meaning(of: $0))
        },
      rows: rows.map { row in
        [.text(row.label.text(style.language))] + row.meanCells + row.quantileCells(quantiles)
          + more.flatMap { content.summary.row(row.owner, $0).meanCells }
      },
      note: texts("\(id).note"))
    return Figure(
      chart: chart, table: table, caption: texts("\(id).caption"),
      showsTable: true)
  }

  /// From P5 to P95 with the mean marked.
  private var chart: Chart {
    Chart(
      x: Chart.Axis(title: texts.name(of: "tvpi"), format: .multiple), y: Chart.Axis(title: ""),
      categories: 0,
      series: [
        Chart.Series(
          name: texts("band.90"), shape: .interval(low: 3, high: 5, mark: nil), colour: .sky),
        Chart.Series(name: texts("quantile.p50"), shape: .marks(4), colour: .blue, isDashed: true),
        Chart.Series(name: texts("column.mean"), shape: .marks(1), colour: .orange),
      ],
      isHorizontal: true,
      lines: [Chart.Line(axis: .x, value: 1, name: texts("line.money_back"))])
  }
}

extension Summary {
  /// The row of a figure; nil if the run has none.
  func row(_ owner: ScopeID, _ metric: String) -> SummaryRow? {
    row(owner.scope, owner.id, metric)
  }
}
