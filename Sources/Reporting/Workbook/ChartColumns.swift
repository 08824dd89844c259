/// What a chart's series show, in the units that its table is told in.
struct ChartColumns {
  let figure: Figure
  let style: ReportStyle

  init(_ figure: Figure, style: ReportStyle) { (self.figure, self.style) = (figure, style) }

  private var chart: Chart { figure.chart }
  private var rows: [[Cell]] { figure.table.rows }

  var categories: [String] {
    guard let column = chart.categories else { return [] }
    let text = CellText(style: style)
    return rows.map { text.text($0[column]) }
  }

  /// A column of the table, where a series shows it.
  func values(_ column: Int, of series: Chart.Series) -> [Double?] {
    rows.indices.map { row in
      guard
        series.rows?.contains(row) ?? true,
        case .number(let value, let format) = rows[row][column].content
      else { return nil }
      return style.told(value, format)
    }
  }

  /// Lines through columns, and straight ones.
  var lines: [ChartPlan.Series] {
    chart.series.compactMap { one in
      guard case .line(let column) = one.shape else { return nil }
      return ChartPlan.Series(
        name: one.name, values: values(column, of: one),
        look: .line(one.colour, isDashed: one.isDashed), isNamed: !one.isHidden)
    } + straight
  }

  private var straight: [ChartPlan.Series] {
    chart.lines.filter { $0.axis == .y }.map { line in
      ChartPlan.Series(
        name: line.name, values: rows.map { _ in style.told(line.value, chart.y.format) },
        look: .line(.black, isDashed: true))
    }
  }

  /// Bars; lines become bars beside them, since spreadsheets of all makes draw these alike.
  var bars: [ChartPlan.Series] {
    chart.series.compactMap { one in
      switch one.shape {
      case .bar(let column), .line(let column), .marks(let column), .steps(let column):
        ChartPlan.Series(
          name: one.name, values: values(column, of: one),
          look: .filled(one.colour, transparency: one.isDashed ? 50 : 20), isNamed: !one.isHidden)
      default: nil
      }
    }
  }

  /// Straight lines in words.
  var aside: String? {
    let text = CellText(style: style)
    let told = chart.lines.filter { !$0.name.isEmpty }.map { line in
      // Along categories a line has a place, and no value.
      guard let format = line.axis == .x ? chart.x.format : chart.y.format else {
        return line.name
      }
      return "\(line.name) \(text.short(line.value, format))"
    }
    return told.isEmpty ? nil : told.joined(separator: style.texts("list.semicolon"))
  }

  /// Bands and lines as areas on top of each other.
  ///
  /// An unseen area goes up or down to where the next begins; a line is an area without height.
  var areas: [ChartPlan.Series] {
    var level = [Double](repeating: 0, count: rows.count)
    var result: [ChartPlan.Series] = []
    func rise(to values: [Double?], _ name: String, _ look: ChartPlan.Look, isNamed: Bool) {
      let steps = zip(values, level).map { value, level in value.map { $0 - level } ?? 0 }
      level = zip(values, level).map { $0 ?? $1 }
      result.append(
        ChartPlan.Series(name: name, values: steps, look: look, isNamed: isNamed))
    }
    for one in chart.series {
      guard case .band(let low, let high) = one.shape else { continue }
      rise(to: values(low, of: one), "", .hidden, isNamed: false)
      rise(
        to: values(high, of: one), one.name,
        .filled(one.colour, transparency: one.isDashed ? 82 : 62), isNamed: !one.isHidden)
    }
    for line in lines {
      rise(to: line.values, "", .hidden, isNamed: false)
      rise(to: line.values, line.name, line.look, isNamed: line.isNamed)
    }
    return result
  }
}
