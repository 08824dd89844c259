/// A chart with its numbers, as the page's script reads it.
struct ChartData: Encodable {
  struct Point: Encodable {
    let x: Double
    let y: Double
  }

  struct Series: Encodable {
    let name: String
    let shape: String
    let colour: String
    let isDashed: Bool
    let isHidden: Bool
    /// Numbers by row: of a line or bar one each, of a band or an interval low and high.
    let values: [Double?]?
    let lows: [Double?]?
    let highs: [Double?]?
    let points: [Point]?
    /// The names of points, where they have any.
    let names: [String]?
  }

  struct Line: Encodable {
    let axis: String
    let value: Double
    let name: String
  }

  struct Axis: Encodable {
    let title: String
    /// What follows numbers; nil for categories.
    let sign: String?
    let decimals: Int?
  }

  let id: String
  let title: String
  let x: Axis
  let y: Axis
  let categories: [String]?
  let series: [Series]
  let isHorizontal: Bool
  let isStacked: Bool
  let lines: [Line]

  init(_ figure: Figure, text: CellText) {
    let (chart, rows) = (figure.chart, figure.table.rows)
    id = figure.table.id
    title = figure.table.title
    (x, y) = (text.axis(chart.x), text.axis(chart.y))
    categories = chart.categories.map { column in rows.map { text.text($0[column]) } }
    series = chart.series.map { Series($0, chart: chart, rows: rows, text: text) }
    (isHorizontal, isStacked) = (chart.isHorizontal, chart.isStacked)
    lines = chart.lines.map { line in
      let format = line.axis == .x ? chart.x.format : chart.y.format
      return Line(
        axis: line.axis.rawValue, value: text.scaled(line.value, format), name: line.name)
    }
  }
}

extension ChartData.Series {
  fileprivate init(_ series: Chart.Series, chart: Chart, rows: [[Cell]], text: CellText) {
    func column(_ index: Int) -> [Double?] {
      rows.indices.map { row in
        guard series.rows?.contains(row) ?? true else { return nil }
        return text.scaled(rows[row][index])
      }
    }
    func placed(_ points: [Chart.Point]) -> [ChartData.Point] {
      points.map {
        ChartData.Point(x: text.scaled($0.x, chart.x.format), y: text.scaled($0.y, chart.y.format))
      }
    }
    var (values, lows, highs): ([Double?]?, [Double?]?, [Double?]?)
    var (points, names): ([ChartData.Point]?, [String]?)
    let shape: String
    switch series.shape {
    case .line(let index): (shape, values) = ("line", column(index))
    case .marks(let index): (shape, values) = ("marks", column(index))
    case .steps(let index): (shape, values) = ("steps", column(index))
    case .bar(let index): (shape, values) = ("bar", column(index))
    case .band(let low, let high): (shape, lows, highs) = ("band", column(low), column(high))
    case .interval(let low, let high, let mark):
      (shape, lows, highs, values) = ("interval", column(low), column(high), mark.map(column))
    case .points(let x, let y):
      let found = zip(column(x), column(y)).enumerated().compactMap { row, point in
        point.0.flatMap { x in point.1.map { (row, ChartData.Point(x: x, y: $0)) } }
      }
      (shape, points) = ("points", found.map(\.1))
      names = found.map { text.text(rows[$0.0][0]) }
    case .cloud(let cloud): (shape, points) = ("cloud", placed(cloud))
    case .path(let path): (shape, points) = ("path", placed(path))
    }
    self.init(
      name: series.name, shape: shape, colour: series.colour.rawValue, isDashed: series.isDashed,
      isHidden: series.isHidden, values: values, lows: lows, highs: highs, points: points,
      names: names)
  }
}

extension CellText {
  fileprivate func axis(_ axis: Chart.Axis) -> ChartData.Axis {
    let format = axis.format
    return ChartData.Axis(
      title: axis.title, sign: format.map(axisSign), decimals: format.map(axisDecimals))
  }

  /// A number in the units that the axis is told in.
  func scaled(_ value: Double, _ format: NumberFormat?) -> Double {
    switch format {
    case .money: value / style.unit.size
    case .percent: 100 * value
    default: value
    }
  }

  fileprivate func scaled(_ cell: Cell) -> Double? {
    guard case .number(let value, let format) = cell.content else { return nil }
    return scaled(value, format)
  }

  private func axisSign(_ format: NumberFormat) -> String {
    switch format {
    case .multiple: "×"
    case .percent: "%"
    default: ""
    }
  }

  private func axisDecimals(_ format: NumberFormat) -> Int {
    switch format {
    case .money: style.unit.decimals
    case .multiple: 2
    case .percent, .years, .count: 1
    case .whole, .year: 0
    case .plain: 3
    }
  }
}
