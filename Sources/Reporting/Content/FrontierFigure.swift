import AngelFunds

/// The cells of a sweep by return and risk.
struct FrontierFigure {
  let content: SweepContent
  let style: ReportStyle

  private var texts: Texts { style.texts }
  private var sweep: FinishedSweep { content.sweep }

  /// Other cells that are drawn.
  private static let mostDrawn = 2000
  private static let mostOnFrontier = 60

  private struct Place {
    let cell: Int
    let risk: Double
    let multiple: Double
  }

  private var places: [Place] {
    content.order.compactMap { cell in
      guard let risk = sweep.cells[cell].figure("dpi_below_1")?.statistics[0],
        let multiple = sweep.cells[cell].multiple
      else { return nil }
      return Place(cell: cell, risk: risk, multiple: multiple)
    }
  }

  /// The cells than which no other has both a higher mean multiple and less risk, from the highest
  /// multiple on.
  private static func frontier(_ places: [Place]) -> [Place] {
    var found: [Place] = []
    for place in places.sorted(by: { ($0.multiple, $1.risk) > ($1.multiple, $0.risk) })
    where found.last.map({ place.risk < $0.risk }) ?? true {
      found.append(place)
    }
    return found
  }

  /// Nil below two simulated cells.
  var figure: Figure? {
    let places = places
    guard places.count > 1 else { return nil }
    let frontier = Array(Self.frontier(places).prefix(Self.mostOnFrontier))
    let base = sweep.base.flatMap { base in places.first { $0.cell == base } }
    let extra = base.map { base in frontier.contains { $0.cell == base.cell } ? [] : [base] } ?? []
    let rows = frontier + extra
    let others = Self.thinned(places.filter { place in !rows.contains { $0.cell == place.cell } })
    func points(_ places: [Place]) -> [Chart.Point] {
      places.map { Chart.Point(x: $0.risk, y: $0.multiple) }
    }
    let named = rows.indices.filter { rows[$0].cell != sweep.base }
    let baseRow = rows.indices.filter { rows[$0].cell == sweep.base }
    var series: [Chart.Series] = []
    if !others.isEmpty {
      series.append(
        Chart.Series(
          name: texts("sweep_page.frontier.others"), shape: .cloud(points(others)), colour: .grey))
    }
    series += [
      Chart.Series(
        name: texts("sweep_page.frontier.line"), shape: .path(points(frontier)), colour: .blue,
        isHidden: true),
      Chart.Series(
        name: texts("sweep_page.frontier.on_it"), shape: .points(x: 3, y: 1), colour: .blue,
        rows: Set(named)),
    ]
    if !baseRow.isEmpty {
      series.append(
        Chart.Series(
          name: texts("sweep_page.frontier.base"), shape: .points(x: 3, y: 1),
          colour: .vermillion, isDashed: true, rows: Set(baseRow)))
    }
    let chart = Chart(
      x: Chart.Axis(title: texts.name(of: "dpi_below_1"), format: .percent),
      y: Chart.Axis(title: texts.name(of: "tvpi"), format: .multiple),
      categories: nil, series: series)
    let key = base == nil ? "caption.no_base" : "caption"
    return Figure(
      chart: chart, table: table(rows), caption: texts("sweep_page.frontier.\(key)"))
  }

  private static func thinned(_ places: [Place]) -> [Place] {
    let count = min(places.count, mostDrawn)
    return (0..<count).map { places[$0 * places.count / count] }
  }

  private func table(_ rows: [Place]) -> Table {
    let isOfShares = !content.shares.isEmpty
    return Table(
      id: "frontier",
      title: texts("sweep_page.frontier.\(isOfShares ? "title.shares" : "title")"),
      columns: [
        .name(texts("sweep_page.cell")), .value(texts.name(of: "tvpi")), .error("±"),
        .value(texts.name(of: "dpi_below_1")), .error("±"),
      ],
      rows: rows.map { place in
        let cell = sweep.cells[place.cell]
        func figure(_ metric: String, _ statistic: Int, _ format: NumberFormat) -> Cell {
          let name = statistic == 0 ? "mean" : "mean_se"
          return .number(
            cell.figure(metric)?.statistics[statistic], format,
            origin: "sweep:\(cell.id)/mother_fund/mother_fund/\(metric)/\(name)")
        }
        let values = content.values(of: place.cell)
        return [
          .text(values.isEmpty ? cell.id : "\(cell.id): \(values)"),
          figure("tvpi", 0, .multiple), figure("tvpi", 1, .multiple),
          figure("dpi_below_1", 0, .percent), figure("dpi_below_1", 1, .percent),
        ]
      },
      note: texts("sweep_page.frontier.note"))
  }
}
