import AngelFunds

/// Where value comes from: few companies.
struct ValueFigures {
  let content: RunContent
  let style: ReportStyle

  private var texts: Texts { style.texts }
  private static let quantiles = ["p05", "p50", "p95"]

  /// Part of all proceeds that the best companies bring.
  var concentration: Figure? {
    let rows = ["value_share_top_1pct", "value_share_top_10pct"].compactMap { content.figure($0) }
    guard !rows.isEmpty else { return nil }
    let chart = Chart(
      x: Chart.Axis(title: texts("column.value_share"), format: .percent),
      y: Chart.Axis(title: ""), categories: 0,
      series: [
        Chart.Series(
          name: texts("band.90"), shape: .interval(low: 3, high: 5, mark: nil), colour: .sky),
        Chart.Series(name: texts("column.mean"), shape: .marks(1), colour: .orange),
      ], isHorizontal: true)
    return Figure(
      chart: chart, table: table("concentration", rows),
      caption: texts("concentration.caption"), showsTable: true)
  }

  /// How many companies bring how much.
  var classes: Figure? {
    let metrics = [
      "companies_written_off", "companies_below_cost", "companies_1x_to_5x",
      "companies_5x_to_10x", "companies_above_10x",
    ]
    let rows = metrics.compactMap { content.figure($0) }
    guard !rows.isEmpty else { return nil }
    let chart = Chart(
      x: Chart.Axis(title: texts("column.companies"), format: .count), y: Chart.Axis(title: ""),
      categories: 0,
      series: [
        Chart.Series(name: texts("column.mean"), shape: .bar(1), colour: .blue)
      ], isHorizontal: true)
    return Figure(
      chart: chart, table: table("company_classes", rows),
      caption: texts("company_classes.caption"), showsTable: true)
  }

  /// How many companies there are.
  var companies: Table? {
    FigureTables(content: content, style: style).table(
      "companies",
      of: [
        "companies_funded", "companies_distinct", "companies_alive_5y", "companies_alive_7y",
        "companies_alive_10y", "companies_sold_at_term_end", "largest_company_share",
      ])
  }

  private func table(_ id: String, _ rows: [SummaryRow]) -> Table {
    Table(
      id: id, title: texts("\(id).title"),
      columns: [.name(texts("column.figure"))] + Table.Column.estimate(texts("column.mean"))
        + Self.quantiles.map { .value(texts("quantile.\($0)")) },
      rows: rows.map {
        [.text(texts.name(of: $0.metric))] + $0.meanCells + $0.quantileCells(Self.quantiles)
      })
  }
}
