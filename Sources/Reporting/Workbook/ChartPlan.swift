/// A chart as spreadsheets draw it: columns of numbers, and what each of them shows.
struct ChartPlan {
  enum Kind {
    /// Areas, each on top of the one before.
    case areas
    case lines
    case bars(isHorizontal: Bool, isStacked: Bool)
    case plane
  }

  enum Look: Hashable {
    case hidden
    case filled(Chart.Colour, transparency: Int)
    case line(Chart.Colour, isDashed: Bool)
    case points(Chart.Colour, isHollow: Bool, size: Int)
  }

  struct Series {
    var name: String
    let values: [Double?]
    let look: Look
    /// In a plane.
    var xs: [Double?] = []
    /// Names of points, where they have any.
    var labels: [String] = []
    /// Whether the legend names it.
    var isNamed = true
  }

  let kind: Kind
  let categories: [String]
  var series: [Series]
  /// The ends of the axis of numbers; nil where spreadsheets choose them.
  var ends: (low: Double, high: Double)?
  /// What is told of straight lines that bars have no room for.
  var aside: String?

  init(_ figure: Figure, style: ReportStyle) {
    let columns = ChartColumns(figure, style: style)
    let chart = figure.chart
    categories = columns.categories
    guard chart.categories != nil else {
      (kind, series) = (.plane, columns.plane)
      return
    }
    let shapes = chart.series.map(\.shape)
    if shapes.contains(where: \.isInterval) {
      kind = .bars(isHorizontal: chart.isHorizontal, isStacked: true)
      let stack = IntervalStack(columns)
      (series, ends) = (stack.series, stack.ends)
      aside = columns.aside
    } else if shapes.contains(where: \.isBar) {
      kind = .bars(isHorizontal: chart.isHorizontal, isStacked: chart.isStacked)
      series = columns.bars
      aside = columns.aside
    } else if shapes.contains(where: \.isBand) {
      (kind, series) = (.areas, columns.areas)
    } else {
      (kind, series) = (.lines, columns.lines)
    }
  }
}

extension Chart.Shape {
  fileprivate var isInterval: Bool { if case .interval = self { true } else { false } }
  fileprivate var isBar: Bool { if case .bar = self { true } else { false } }
  fileprivate var isBand: Bool { if case .band = self { true } else { false } }
}
