import AngelFunds
import Stochastics

/// The mother fund's money over time: tables with their charts.
struct CashFigures {
  let content: RunContent
  let style: ReportStyle

  private var texts: Texts { style.texts }

  /// Cumulative net cash by year: the J-curve.
  var jCurve: Figure { fan(.netCumulative, id: "j_curve") }

  /// Net asset value by year.
  var netAssetValue: Figure { fan(.nav, id: "nav") }

  /// A series at the end of each calendar year, with what half and nine tenths of futures keep to.
  private func fan(_ series: Series, id: String) -> Figure {
    let quantiles = ["p05", "p25", "p50", "p75", "p95"].map { texts("quantile.\($0)") }
    let table = Table(
      id: id, title: texts("\(id).title"),
      columns: [.name(texts("column.year_end")), .value(texts("column.mean")), .error("±")]
        + quantiles.map { .value($0) },
      rows: content.series(series).yearEnds.map(row))
    let chart = Chart(
      x: Chart.Axis(title: texts("column.year")),
      y: Chart.Axis(title: style.unitName, format: .money), categories: 0,
      series: [
        Chart.Series(name: texts("band.90"), shape: .band(low: 3, high: 7), colour: .sky),
        Chart.Series(name: texts("band.50"), shape: .band(low: 4, high: 6), colour: .blue),
        Chart.Series(name: texts("quantile.p50"), shape: .line(5), colour: .blue),
        Chart.Series(
          name: texts("column.mean"), shape: .line(1), colour: .orange, isDashed: true),
      ])
    return Figure(chart: chart, table: table, caption: texts("\(id).caption"))
  }

  private func row(_ row: QuarterlyRow) -> [Cell] {
    [
      .number(Double(row.period.year), .year), .number(row.mean?.value, .money),
      .number(row.mean?.standardError, .money),
    ]
      + (0..<5).map {
        $0 < row.quantiles.count ? .number(row.quantiles[$0], .money) : .absent()
      }
  }
}

extension [QuarterlyRow] {
  /// The last quarter of each calendar year, and the last of all.
  var yearEnds: [QuarterlyRow] {
    indices.filter { index in
      index + 1 == count || self[index + 1].period.year != self[index].period.year
    }.map { self[$0] }
  }
}
