import AngelFunds

/// The figures of all runs of a comparison side by side, on a screen of 80 columns.
struct FiguresAcrossRuns {
  /// Runs beside one another.
  private static let mostColumns = 6

  let figures: [FigureAcrossRuns]
  /// Of the runs, in their order.
  let names: [String]
  let style: ReportStyle

  /// The tables, a few runs at a time.
  var lines: [String] {
    stride(from: 0, to: names.count, by: Self.mostColumns).flatMap { first in
      [""] + block(first..<min(first + Self.mostColumns, names.count))
    }
  }

  /// Columns of 80 that a run takes.
  private var columnWidth: Int { names.count > 5 ? 9 : 11 }

  private func block(_ runs: Range<Int>) -> [String] {
    let phrases = ComparisonPhrases(language: style.language)
    var table = TextTable(
      [(24, .left)] + runs.map { _ in (width: columnWidth, alignment: .right) }, isFitted: true)
    let (titles, legend) = titles(runs)
    table.add([phrases.means] + titles)
    for row in figures {
      table.add(
        [phrases.name(of: row.figure)]
          + runs.map { row.means[$0].map { text($0, row.figure.unit) } ?? phrases.absent })
    }
    return legend + table.lines
  }

  /// What stands above the columns: names if they can be told apart there, else numbers with a
  /// legend.
  private func titles(_ runs: Range<Int>) -> (titles: [String], legend: [String]) {
    let short = names[runs].map {
      TextTable.cut(TextTable.printable($0), to: columnWidth - 1)
    }
    guard Set(short).count < short.count else { return (short, []) }
    let legend = runs.map { "(\($0 + 1)) \(TextTable.printable(names[$0]))" }
    return (runs.map { "(\($0 + 1))" }, TextWrap.lines(legend.joined(separator: ", ")))
  }

  private func text(_ value: Double, _ unit: MetricUnit) -> String {
    unit == .yuan ? style.amount(value) : FigureText.short(value, unit: unit)
  }
}
