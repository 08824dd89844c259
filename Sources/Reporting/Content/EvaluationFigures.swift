import AngelFunds
import Stochastics

/// The national evaluation's points by calendar year.
struct EvaluationFigures {
  let content: RunContent
  let style: ReportStyle

  private var texts: Texts { style.texts }
  private var rows: [EvaluationRow] { content.evaluation.rows }

  /// A year a row, a simulated indicator a column, their sum last; nil where the rule is off.
  var points: Figure? {
    guard let first = rows.first?.year else { return nil }
    let indicators = rows.filter { $0.year == first && $0.isSimulated }
    let years = Dictionary(grouping: rows.filter(\.isSimulated), by: \.year).sorted {
      $0.key < $1.key
    }
    let sum = 2 * indicators.count - 1
    let table = Table(
      id: "evaluation", title: texts("evaluation.title"),
      columns: [.name(texts("column.year"))]
        + indicators.flatMap { Table.Column.estimate(name($0)) },
      rows: years.map { year, rows in
        [.number(Double(year), .year)]
          + rows.flatMap { row -> [Cell] in
            [.number(row.mean?.value, .count), .number(row.mean?.standardError, .count)]
          }
      },
      note: texts("evaluation.note"))
    let chart = Chart(
      x: Chart.Axis(title: texts("column.year")),
      y: Chart.Axis(title: texts("column.points"), format: .count), categories: 0,
      series: [
        Chart.Series(name: texts("evaluation.sum"), shape: .bar(sum), colour: .blue)
      ],
      lines: [
        Chart.Line(
          axis: .y, value: Double(indicators.last?.most ?? 0),
          name: texts("evaluation.most", ["points": "\(indicators.last?.most ?? 0)"]))
      ])
    return Figure(
      chart: chart, table: table, caption: texts("evaluation.caption"), showsTable: true)
  }

  /// What the simulation knows nothing of, in a sentence.
  var missing: String {
    let missing = rows.filter { $0.year == rows.first?.year && !$0.isSimulated }
    let names = missing.compactMap { row in
      row.indicator.map { "\($0.label.text(style.language)) \(row.most)" }
    }
    let points = missing.reduce(0) { $0 + $1.most }
    return texts(
      "evaluation.missing",
      ["points": "\(points)", "names": names.joined(separator: texts("list.and"))])
  }

  private func name(_ row: EvaluationRow) -> String {
    let name = row.indicator?.label.text(style.language) ?? texts("evaluation.sum")
    return texts("evaluation.of", ["name": name, "points": "\(row.most)"])
  }
}
