import AngelFunds
import Stochastics

/// How the net multiple spreads over futures, with those that lose money marked.
struct MultipleFigure {
  let content: RunContent
  let style: ReportStyle

  private var texts: Texts { style.texts }

  /// nil where no future has a multiple.
  var distribution: Figure? {
    let bins = content.multiples.bins
    guard !bins.isEmpty else { return nil }
    let table = Table(
      id: "multiples", title: texts("multiples.title"),
      columns: [.name(texts.name(of: "tvpi"))]
        + Table.Column.estimate(texts("column.below_1"))
        + Table.Column.estimate(texts("column.from_1")),
      rows: bins.map(row))
    let chart = Chart(
      x: Chart.Axis(title: texts.name(of: "tvpi")),
      y: Chart.Axis(title: texts("column.futures_share"), format: .percent), categories: 0,
      series: [
        Chart.Series(name: texts("column.below_1"), shape: .bar(1), colour: .vermillion),
        Chart.Series(name: texts("column.from_1"), shape: .bar(3), colour: .blue),
      ],
      isStacked: true,
      lines: bins.firstIndex { $0.low >= 1 }.map {
        [Chart.Line(axis: .x, value: Double($0) - 0.5, name: texts("line.money_back"))]
      } ?? [])
    return Figure(chart: chart, table: table, caption: texts("multiples.caption", values))
  }

  private var values: [String: String] {
    let cells = CellText(style: style)
    return [
      "share": content.multiples.below1.map { cells.short($0.value, .percent) } ?? "–"
    ]
  }

  private func row(_ bin: MultipleDistribution.Bin) -> [Cell] {
    let share: [Cell] = [
      .number(bin.share.value, .percent), .number(bin.share.standardError, .percent),
    ]
    let none: [Cell] = [.absent(""), .absent("")]
    return [.text(name(of: bin))] + (bin.low < 1 ? share + none : none + share)
  }

  private func name(of bin: MultipleDistribution.Bin) -> String {
    let decimals = content.multiples.width < 0.1 ? 2 : 1
    let low = NumberText.fixed(bin.low, decimals: decimals)
    guard let high = bin.high else { return texts("multiples.last", ["low": low]) }
    return "\(low)–\(NumberText.fixed(high, decimals: decimals))×"
  }
}
