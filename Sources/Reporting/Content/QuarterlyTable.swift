import AngelFunds
import Stochastics

/// The mother fund's series, quarter by quarter.
struct QuarterlyTable {
  let content: RunContent
  let style: ReportStyle

  var table: Table {
    let texts = style.texts
    return Table(
      id: "quarters", title: texts("quarters.title"),
      columns: [
        .name(texts("column.series")), .name(texts("column.quarter")),
        .value(texts("column.mean")), .error("±"),
      ] + Summary.quantileNames.map { .value(texts("quantile.\($0)")) },
      rows: Series.allCases.flatMap { content.series($0).map(row) },
      note: texts("quarters.note"), isSortable: true)
  }

  private func row(_ row: QuarterlyRow) -> [Cell] {
    [
      .text(style.texts("series.\(row.series.rawValue)")), .text("\(row.period)"),
      .number(row.mean?.value, .money), .number(row.mean?.standardError, .money),
    ]
      + Summary.quantileNames.indices.map {
        $0 < row.quantiles.count ? .number(row.quantiles[$0], .money) : .absent("")
      }
  }
}
