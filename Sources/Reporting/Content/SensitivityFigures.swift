import AngelFunds
import Stochastics

/// How the headlines move as one input at a time goes to the ends of its range.
struct SensitivityFigures {
  let content: RunContent
  let style: ReportStyle

  private var texts: Texts { style.texts }

  /// One figure for each headline that ranges are known for, in the order of headlines.
  var all: [Figure] { content.headlines.compactMap(figure) }

  /// The inputs by how far they move a headline, the one that moves it most first.
  private func figure(_ range: HeadlineRange) -> Figure? {
    let rows = content.sensitivity.filter { $0.headline == range.headline }
      .sorted { ($1.width, $0.input.path) < ($0.width, $1.input.path) }
    guard !rows.isEmpty else { return nil }
    let name = texts.name(of: range.headline)
    let table = Table(
      id: "sensitivity_\(range.headline.metric)", title: texts("sensitivity.title", ["name": name]),
      columns: columns, rows: rows.map { row($0, around: range) }, note: texts("sensitivity.note"))
    return Figure(
      chart: chart(range), table: table, caption: texts("sensitivity.caption", ["name": name]))
  }

  private var columns: [Table.Column] {
    [
      .name(texts("column.input")), .value(texts("column.range_low")),
      .value(texts("column.range_high")), .value(texts("column.estimate")),
      .value(texts("column.at_low")), .value(texts("column.at_high")),
      .value(texts("column.change_low")), .error("±"), .value(texts("column.change_high")),
      .error(texts("column.change_high") + " ±"),
    ]
  }

  private func row(_ row: SensitivityRow, around range: HeadlineRange) -> [Cell] {
    let format = NumberFormat(range.headline.unit)
    func end(_ change: Estimate?) -> Cell {
      .number(change.flatMap { range.value(changedBy: $0.value) }, format)
    }
    return [
      .text(row.input.path), .written(row.input.low), .written(row.input.high),
      .number(range.value, format), end(row.low), end(row.high),
      .number(row.low?.value, format), .number(row.low?.standardError, format),
      .number(row.high?.value, format), .number(row.high?.standardError, format),
    ]
  }

  private func chart(_ range: HeadlineRange) -> Chart {
    let format = NumberFormat(range.headline.unit)
    return Chart(
      x: Chart.Axis(title: style.axisTitle(texts.name(of: range.headline), format), format: format),
      y: Chart.Axis(title: ""), categories: 0,
      series: [
        Chart.Series(
          name: texts("sensitivity.low"), shape: .interval(low: 3, high: 4, mark: nil),
          colour: .blue),
        Chart.Series(
          name: texts("sensitivity.high"), shape: .interval(low: 3, high: 5, mark: nil),
          colour: .orange),
      ],
      isHorizontal: true,
      lines: [Chart.Line(axis: .x, value: range.value, name: texts("column.estimate"))])
  }
}

extension SensitivityRow {
  /// How far apart the ends lie, the estimate included.
  fileprivate var width: Double {
    let changes = [0, low?.value ?? 0, high?.value ?? 0]
    return (changes.max() ?? 0) - (changes.min() ?? 0)
  }
}

extension HeadlineRange {
  /// The estimate with a change of it, but nothing that it cannot be.
  fileprivate func value(changedBy change: Double) -> Double {
    guard let inputs else { return value + change }
    return min(max(value + change, inputs.lowerBound), inputs.upperBound)
  }
}
