import AngelFunds
import Stochastics

/// How far the mean multiple spreads over points of several inputs, and with which it goes.
struct SpreadFigures {
  let spread: SweepSpread
  let content: SweepContent
  let style: ReportStyle

  private var texts: Texts { style.texts }

  /// Quantiles of the cells' mean multiples.
  var quantiles: Table {
    Table(
      id: "spread", title: texts("sweep_page.spread.title"),
      columns: [.name(texts("sweep_page.spread.over"))]
        + ["p05", "p25", "p50", "p75", "p95"].map { .value(texts("quantile.\($0)")) },
      rows: [
        [.text(texts.name(of: "tvpi"))] + spread.quantiles.map { .number($0, .multiple) }
      ],
      note: texts("sweep_page.spread.note"))
  }

  /// Rank correlations of inputs with the mean multiple.
  var inputs: Figure {
    let table = Table(
      id: "inputs", title: texts("sweep_page.inputs.title"),
      columns: [.name(texts("sweep_page.factor")), .value(texts("sweep_page.correlation"))],
      rows: spread.inputs.map { input in
        var cell = Cell.number(input.correlation, .plain)
        cell.decimals = 2
        return [.text(input.name), cell]
      })
    let chart = Chart(
      x: Chart.Axis(title: texts("sweep_page.correlation"), format: .plain),
      y: Chart.Axis(title: ""), categories: 0,
      series: [
        Chart.Series(name: texts("sweep_page.correlation"), shape: .bar(1), colour: .blue)
      ], isHorizontal: true, lines: [Chart.Line(axis: .x, value: 0, name: "")])
    return Figure(chart: chart, table: table, caption: texts("sweep_page.inputs.caption"))
  }
}
