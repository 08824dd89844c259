internal import CXLSXWriter

/// A chart while it is written: its kind, its axes, and how its series look.
struct ChartWriter {
  private let plan: ChartPlan
  private let figure: Figure
  private let file: WorkbookFile

  private var style: ReportStyle { file.style }

  init(_ plan: ChartPlan, figure: Figure, file: WorkbookFile) {
    (self.plan, self.figure, self.file) = (plan, figure, file)
  }

  func chart() throws(WorkbookError) -> UnsafeMutablePointer<lxw_chart> {
    let chart = try file.addChart(type)
    var font = self.font(size: 12, isBold: true)
    chart_title_set_name(chart, WorkbookText.label(figure.table.title))
    chart_title_set_name_font(chart, &font)
    setAxes(of: chart)
    if case .bars(_, let isStacked) = plan.kind {
      chart_set_series_gap(chart, isStacked ? 60 : 80)
      chart_set_series_overlap(chart, isStacked ? 100 : 0)
    }
    return chart
  }

  private var type: lxw_chart_type {
    switch plan.kind {
    case .areas: LXW_CHART_AREA_STACKED
    case .lines: LXW_CHART_LINE
    case .bars(true, true): LXW_CHART_BAR_STACKED
    case .bars(true, false): LXW_CHART_BAR
    case .bars(false, true): LXW_CHART_COLUMN_STACKED
    case .bars(false, false): LXW_CHART_COLUMN
    case .plane: LXW_CHART_SCATTER
    }
  }

  private func setAxes(of chart: UnsafeMutablePointer<lxw_chart>) {
    guard let x = chart.pointee.x_axis, let y = chart.pointee.y_axis else { return }
    let isHorizontal = if case .bars(true, _) = plan.kind { true } else { false }
    let (numbers, others) = isHorizontal ? (x, y) : (y, x)
    set(x, as: figure.chart.x, aside: isHorizontal ? plan.aside : nil)
    set(y, as: figure.chart.y, aside: isHorizontal ? nil : plan.aside)
    // Names and numbers stand at the edge, also where bars or points lie below 0.
    chart_axis_set_label_position(others, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    if case .plane = plan.kind {
      chart_axis_set_label_position(y, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    }
    if isHorizontal {
      chart_axis_set_reverse(y)
      chart_axis_set_label_position(x, UInt8(LXW_CHART_AXIS_LABEL_POSITION_HIGH.rawValue))
      chart_axis_set_major_tick_mark(x, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
      chart_axis_set_major_tick_mark(y, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
      var none = lxw_chart_line()
      none.none = 1
      chart_axis_set_line(x, &none)
    }
    if let ends = plan.ends {
      chart_axis_set_min(numbers, ends.low)
      chart_axis_set_max(numbers, ends.high)
    }
    var line = lxw_chart_line()
    (line.color, line.width) = (0xE6E9EC, 0.75)
    chart_axis_major_gridlines_set_visible(others, 0)
    chart_axis_major_gridlines_set_visible(numbers, 1)
    chart_axis_major_gridlines_set_line(numbers, &line)
  }

  private func set(
    _ axis: UnsafeMutablePointer<lxw_chart_axis>, as told: Chart.Axis, aside: String?
  ) {
    var (small, usual) = (font(size: 9), font(size: 10))
    chart_axis_set_num_font(axis, &small)
    let title = [told.title, aside ?? ""].filter { !$0.isEmpty }
      .joined(separator: style.texts("list.semicolon"))
    if !title.isEmpty {
      chart_axis_set_name(axis, WorkbookText.label(title))
      chart_axis_set_name_font(axis, &usual)
    }
    if let code = told.format.flatMap({ style.code($0, hasUnit: false) }) {
      chart_axis_set_num_format(axis, code)
    }
  }

  private func font(size: Double, isBold: Bool = false) -> lxw_chart_font {
    var font = lxw_chart_font()
    font.name = file.string(CellLook.font(style.language))
    font.size = size
    font.bold = isBold ? 1 : UInt8(LXW_EXPLICIT_FALSE.rawValue)
    return font
  }

  func dress(_ series: UnsafeMutablePointer<lxw_chart_series>, as plan: ChartPlan.Series) {
    switch plan.look {
    case .hidden: dress(series, fill: nil, line: nil)
    case .filled(let colour, let transparency):
      dress(series, fill: (colour, transparency), line: nil)
    case .line(let colour, let isDashed): dress(series, fill: nil, line: (colour, isDashed))
    case .points(let colour, let isHollow, let size):
      dress(series, fill: nil, line: nil)
      mark(series, colour, isHollow: isHollow, size: size)
    }
    if case .line = plan.look {
      chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_NONE.rawValue))
    }
    if !plan.labels.isEmpty, plan.labels.count <= 40 { name(series, plan.labels) }
  }

  private func dress(
    _ series: UnsafeMutablePointer<lxw_chart_series>,
    fill: (colour: Chart.Colour, transparency: Int)?, line: (colour: Chart.Colour, isDashed: Bool)?
  ) {
    var filling = lxw_chart_fill()
    if let fill {
      (filling.color, filling.transparency) = (fill.colour.rgb, UInt8(fill.transparency))
    } else {
      filling.none = 1
    }
    chart_series_set_fill(series, &filling)
    var stroke = lxw_chart_line()
    if let line {
      (stroke.color, stroke.width) = (line.colour.rgb, 2)
      if line.isDashed { stroke.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
    } else {
      stroke.none = 1
    }
    chart_series_set_line(series, &stroke)
  }

  private func mark(
    _ series: UnsafeMutablePointer<lxw_chart_series>, _ colour: Chart.Colour, isHollow: Bool,
    size: Int
  ) {
    chart_series_set_marker_type(
      series,
      UInt8((isHollow ? LXW_CHART_MARKER_DIAMOND : LXW_CHART_MARKER_CIRCLE).rawValue))
    chart_series_set_marker_size(series, UInt8(size))
    var (filling, stroke) = (lxw_chart_fill(), lxw_chart_line())
    (filling.color, stroke.color, stroke.width) = (colour.rgb, colour.rgb, 0.75)
    // Clouds show where they are dense.
    if size < 5 { (filling.transparency, stroke.none) = (60, 1) }
    chart_series_set_marker_fill(series, &filling)
    chart_series_set_marker_line(series, &stroke)
  }

  /// Writes names beside points.
  private func name(_ series: UnsafeMutablePointer<lxw_chart_series>, _ names: [String]) {
    var small = font(size: 8)
    chart_series_set_labels(series)
    chart_series_set_labels_position(series, UInt8(LXW_CHART_LABEL_POSITION_RIGHT.rawValue))
    chart_series_set_labels_font(series, &small)
    var labels = names.map { name in
      var label = lxw_chart_data_label()
      label.value = file.string(WorkbookText.cut(WorkbookText.label(name), to: 24))
      return label
    }
    labels.withUnsafeMutableBufferPointer { labels in
      var pointers: [UnsafeMutablePointer<lxw_chart_data_label>?] = labels.indices.map {
        labels.baseAddress?.advanced(by: $0)
      }
      pointers.append(nil)
      _ = pointers.withUnsafeMutableBufferPointer {
        chart_series_set_labels_custom(series, $0.baseAddress)
      }
    }
  }

  /// Names what readers see, and nothing else.
  func setLegend(of chart: UnsafeMutablePointer<lxw_chart>) {
    guard plan.series.filter(\.isNamed).count > 1 else {
      chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
      return
    }
    var font = self.font(size: 9)
    chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    chart_legend_set_font(chart, &font)
    var unnamed = plan.series.indices.filter { !plan.series[$0].isNamed }.map { Int16($0) } + [-1]
    chart_legend_delete_series(chart, &unnamed)
  }
}

extension Chart.Colour {
  /// As on pages.
  var rgb: UInt32 {
    switch self {
    case .blue: 0x0072B2
    case .orange: 0xE69F00
    case .green: 0x009E73
    case .vermillion: 0xD55E00
    case .purple: 0xAA4499
    case .sky: 0x56B4E9
    case .black: 0x1B1F24
    case .grey: 0x8C959F
    }
  }
}
