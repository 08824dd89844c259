import AngelFunds

/// Tables of a few of the mother fund's figures, a row each.
struct FigureTables {
  let content: RunContent
  let style: ReportStyle

  private var texts: Texts { style.texts }

  /// Those of the figures that the run has and that are not zero in every future; nil if none is.
  func table(_ id: String, of metrics: [String]) -> Table? {
    let rows = metrics.compactMap { content.figure($0) }.filter(\.isSomewhere)
    guard !rows.isEmpty else { return nil }
    let quantiles = ["p05", "p50", "p95"]
    return Table(
      id: id, title: texts("\(id).title"),
      columns: [.name(texts("column.figure"))] + Table.Column.estimate(texts("column.mean"))
        + quantiles.map { .value(texts("quantile.\($0)")) },
      rows: rows.map { row in
        [.text(texts.name(of: row.metric))] + row.meanCells + row.quantileCells(quantiles)
      },
      note: texts("\(id).note"))
  }
}
