import AngelFunds
import Stochastics

/// How headlines move as one factor alone goes to its ends.
struct TornadoFigures {
  let content: SweepContent
  let style: ReportStyle

  private var texts: Texts { style.texts }
  private var words: SweepWords { SweepWords(content: content, style: style) }

  /// One figure a headline; the mean multiple first.
  var all: [Figure] {
    Headline.all.compactMap { headline in
      let bars = TornadoBar.all(content.sweep, headline: headline)
      return bars.contains(where: \.isTold) ? figure(headline, bars) : nil
    }
  }

  private func figure(_ headline: Headline, _ bars: [TornadoBar]) -> Figure {
    let name = words.name(of: headline)
    let format = NumberFormat(headline.unit)
    let table = Table(
      id: "tornado_\(headline.metric)", title: texts("sweep_page.tornado.title", ["figure": name]),
      columns: [
        .name(texts("sweep_page.factor")), .value(texts("sweep_page.low")),
        .value(texts("sweep_page.change")), .error("±"), .value(texts("sweep_page.high")),
        .value(texts("sweep_page.change")), .error("±"), .value(texts("sweep_page.width")),
        .value(texts("sweep_page.from")), .value(texts("sweep_page.to")),
      ],
      rows: bars.map { row($0, headline) },
      note: texts("sweep_page.tornado.note"))
    let base = bars.first?.base.map { CellText(style: style).short($0, format) } ?? "–"
    let chart = Chart(
      x: Chart.Axis(
        title: style.axisTitle(texts("sweep_page.tornado.axis"), format), format: format),
      y: Chart.Axis(title: ""), categories: 0,
      series: [
        Chart.Series(
          name: texts("sweep_page.width"), shape: .interval(low: 8, high: 9, mark: nil),
          colour: .sky, isHidden: true),
        Chart.Series(
          name: texts("sweep_page.low"), shape: .interval(low: 2, high: 2, mark: 2),
          colour: .vermillion, isDashed: true),
        Chart.Series(
          name: texts("sweep_page.high"), shape: .interval(low: 5, high: 5, mark: 5),
          colour: .blue),
      ],
      isHorizontal: true,
      lines: [Chart.Line(axis: .x, value: 0, name: "")])
    return Figure(
      chart: chart, table: table,
      caption: texts("sweep_page.tornado.caption", ["figure": name, "base": base]))
  }

  private func row(_ bar: TornadoBar, _ headline: Headline) -> [Cell] {
    let format = NumberFormat(headline.unit)
    func end(_ end: TornadoBar.End, _ name: String) -> [Cell] {
      func origin(_ column: String) -> String {
        "tornado:\(bar.factor)/mother_fund/mother_fund/\(headline.metric)/\(name)_\(column)"
      }
      let error = end.change?.standardError
      return [
        SweepTables.value(end.value),
        .change(end.change?.value, format, error: error, origin: origin("change")),
        .number(error, format, origin: origin("change_se")),
      ]
    }
    let changes = [bar.low.change?.value, bar.high.change?.value].compactMap { $0 } + [0]
    let error = [bar.low.change, bar.high.change].compactMap { $0?.standardError }.max()
    var width = Cell.number(
      bar.width, format,
      origin: "tornado:\(bar.factor)/mother_fund/mother_fund/\(headline.metric)/width")
    width.decimals = format.decimals(error: error)
    return [.text(bar.factor)] + end(bar.low, "low") + end(bar.high, "high") + [
      width, .change(changes.min(), format, error: error),
      .change(changes.max(), format, error: error),
    ]
  }
}
