import AngelFunds

/// A comparison's pictures over time.
struct ComparisonFigures {
  let content: ComparisonContent
  let style: ReportStyle

  private var texts: Texts { style.texts }

  /// Runs of which the band is drawn too; of more only the medians.
  private static let mostBands = 4
  /// Of the base, then of the variants in their order.
  static let colours: [Chart.Colour] = [
    .black, .blue, .vermillion, .green, .orange, .purple, .sky, .grey,
  ]

  static func colour(_ run: Int) -> Chart.Colour { colours[run % colours.count] }

  /// Cumulative net cash of all runs by year: J-curves laid over one another.
  var jCurves: Figure { fans(.netCumulative, id: "j_curves") }

  /// Net asset values of all runs by year.
  var netAssetValues: Figure { fans(.nav, id: "nav") }

  private func fans(_ series: Series, id: String) -> Figure {
    let names = content.taggedNames(style.language)
    let hasBands = names.count <= Self.mostBands
    let width = hasBands ? 3 : 1
    let years = Set(content.runs.flatMap { $0.years.map(\.period.year) }).sorted()
    let rows = content.runs.map { run in
      Dictionary(
        run.years.filter { $0.series == series }.map { ($0.period.year, $0.quantiles) }
      ) { first, _ in first }
    }
    let columns = names.flatMap { name -> [Table.Column] in
      let told = hasBands ? ["p50", "p05", "p95"] : ["p50"]
      return told.map { .value("\(name): \(texts("quantile.\($0)"))") }
    }
    let table = Table(
      id: id, title: texts("compare_page.\(id).title"),
      columns: [.name(texts("column.year_end"))] + columns,
      rows: years.map { year in
        [.number(Double(year), .year)]
          + rows.flatMap { Self.cells($0[year] ?? [], hasBands: hasBands) }
      })
    let shown = names.enumerated().flatMap { run, name -> [Chart.Series] in
      let median = 1 + run * width
      let colour = Self.colour(run)
      let line = Chart.Series(name: name, shape: .line(median), colour: colour)
      guard hasBands else { return [line] }
      // One area stays readable; the bands of others are told by their edges.
      guard run > 0 else {
        let band = Chart.Shape.band(low: median + 1, high: median + 2)
        return [line, Chart.Series(name: name, shape: band, colour: .grey, isHidden: true)]
      }
      let edges = [median + 1, median + 2].map {
        Chart.Series(
          name: name, shape: .line($0), colour: colour, isDashed: true, isHidden: true)
      }
      return [line] + edges
    }
    let chart = Chart(
      x: Chart.Axis(title: texts("column.year")),
      y: Chart.Axis(title: style.unitName, format: .money), categories: 0, series: shown)
    let caption = texts("compare_page.fans.\(hasBands ? "bands" : "medians")")
    return Figure(chart: chart, table: table, caption: caption)
  }

  private static func cells(_ quantiles: [Double], hasBands: Bool) -> [Cell] {
    (hasBands ? [2, 0, 4] : [2]).map {
      quantiles.count == 5 ? .number(quantiles[$0], .money) : .absent()
    }
  }
}
