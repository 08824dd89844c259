extension ChartColumns {
  /// Series of a plane of two numbers.
  var plane: [ChartPlan.Series] {
    let points = figure.chart.series.compactMap(series)
    return points + straight(through: points)
  }

  private func series(_ one: Chart.Series) -> ChartPlan.Series? {
    switch one.shape {
    case .points(let x, let y):
      let text = CellText(style: style)
      let places = values(y, of: one)
      // The legend names a point that has a series to itself.
      let isAlone = places.count(where: { $0 != nil }) < 2 && !one.isHidden
      return ChartPlan.Series(
        name: one.name, values: places,
        look: .points(one.colour, isHollow: one.isDashed, size: 9), xs: values(x, of: one),
        labels: isAlone ? [] : figure.table.rows.map { text.text($0[0]) },
        isNamed: !one.isHidden)
    case .cloud(let points):
      return placed(points, one, .points(one.colour, isHollow: false, size: 2))
    case .path(let points):
      return placed(points, one, .line(one.colour, isDashed: one.isDashed))
    case .line, .band, .bar, .interval, .marks, .steps: return nil
    }
  }

  private func placed(
    _ points: [Chart.Point], _ one: Chart.Series, _ look: ChartPlan.Look
  ) -> ChartPlan.Series {
    ChartPlan.Series(
      name: one.name, values: points.map { style.told($0.y, figure.chart.y.format) }, look: look,
      xs: points.map { style.told($0.x, figure.chart.x.format) }, isNamed: !one.isHidden)
  }

  /// Straight lines from one end of what is shown to the other.
  private func straight(through points: [ChartPlan.Series]) -> [ChartPlan.Series] {
    let (xs, ys) = (
      points.flatMap { $0.xs.compactMap(\.self) }, points.flatMap { $0.values.compactMap(\.self) }
    )
    return figure.chart.lines.compactMap { line in
      let format = line.axis == .x ? figure.chart.x.format : figure.chart.y.format
      let value = style.told(line.value, format)
      let across = line.axis == .x ? ys : xs
      guard let low = across.min(), let high = across.max() else { return nil }
      let (constant, ends) = ([value, value], [low, high])
      return ChartPlan.Series(
        name: line.name, values: line.axis == .x ? ends : constant,
        look: .line(.black, isDashed: true), xs: line.axis == .x ? constant : ends)
    }
  }
}
