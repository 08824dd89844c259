internal import CXLSXWriter

/// The hidden sheet whose numbers charts draw, and the charts.
final class ChartSheet {
  /// What is still to be written into the sheet.
  private enum Content {
    case texts([String])
    case numbers([Double?])
  }

  private let name: String
  private let file: WorkbookFile
  private var columns: [(title: String, content: Content)] = []

  init(name: String, file: WorkbookFile) { (self.name, self.file) = (name, file) }

  /// How large a chart is, in pixels.
  func size(of figure: Figure, isBeside: Bool) -> (width: Int, height: Int) {
    let rows = figure.chart.isHorizontal ? 120 + 30 * figure.table.rows.count : 0
    let least = figure.chart.categories == nil ? 460 : 340
    return (isBeside ? 680 : 900, min(max(rows, least), 900))
  }

  /// Puts a figure's chart into a sheet.
  func insert(
    _ figure: Figure, into sheet: UnsafeMutablePointer<lxw_worksheet>, row: Int, column: Int,
    size: (width: Int, height: Int)
  ) throws(WorkbookError) {
    let plan = ChartPlan(figure, style: file.style)
    guard !plan.series.isEmpty else { return }
    let drawn = ChartWriter(plan, figure: figure, file: file)
    let chart = try drawn.chart()
    let categories = plan.categories.isEmpty ? nil : add("", .texts(plan.categories))
    for series in plan.series {
      let xs = series.xs.isEmpty ? categories : add("", .numbers(series.xs))
      let values = add(series.name, .numbers(series.values))
      guard let added = chart_add_series(chart, nil, nil) else { continue }
      let last = UInt32(series.values.count)
      if let xs { chart_series_set_categories(added, name, 1, xs, last, xs) }
      chart_series_set_values(added, name, 1, values, last, values)
      if !series.name.isEmpty { chart_series_set_name_range(added, name, 0, values) }
      drawn.dress(added, as: series)
    }
    drawn.setLegend(of: chart)
    var options = lxw_chart_options()
    options.x_scale = Double(size.width) / 480
    options.y_scale = Double(size.height) / 288
    options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
    options.description = file.string(WorkbookText.label(figure.caption))
    try WorkbookFile.check(
      worksheet_insert_chart_opt(sheet, UInt32(row), UInt16(column), chart, &options))
  }

  private func add(_ title: String, _ content: Content) -> UInt16 {
    columns.append((title, content))
    return UInt16(columns.count - 1)
  }

  /// Writes the sheet behind all others, where readers do not meet it.
  func write() throws(WorkbookError) {
    guard !columns.isEmpty else { return }
    let sheet = try file.addSheet(name)
    worksheet_hide(sheet)
    for (index, column) in columns.enumerated() {
      try file.write(column.title, .text, to: sheet, row: 0, column: index)
      switch column.content {
      case .texts(let texts):
        for (row, text) in texts.enumerated() {
          try file.write(text, .text, to: sheet, row: row + 1, column: index)
        }
      case .numbers(let values):
        file.size += 60 * values.count
        for (row, value) in values.enumerated() {
          guard let value, value.isFinite else { continue }
          try WorkbookFile.check(
            worksheet_write_number(sheet, UInt32(row + 1), UInt16(index), value, nil))
        }
      }
    }
  }
}
