public import AngelFunds
import Stochastics

/// A sweep on one screen of 80 columns.
public struct TerminalSweep {
  private let sweep: FinishedSweep
  private let style: ReportStyle
  private let phrases: Phrases

  /// Makes the screen of a sweep.
  public init(_ sweep: FinishedSweep, style: ReportStyle) {
    self.sweep = sweep
    self.style = style
    phrases = Phrases(language: style.language)
  }

  private static let shown = 12

  /// The screen, no line wider than 80 columns.
  public var text: String {
    (title + counts + [""] + body).joined(separator: "\n") + "\n"
  }

  private var body: [String] {
    if let spread = SweepSpread(sweep) { return self.spread(spread) }
    return sweep.provenance.design == .oneAtATime ? tornado : ranking
  }

  /// How far the mean multiple spreads over the cells, and with which inputs it goes.
  private func spread(_ spread: SweepSpread) -> [String] {
    var table = TextTable(
      [(30, .left)] + [(Int, TextTable.Alignment)](repeating: (10, .right), count: 5))
    table.add([phrases.overCells] + ["P5", "P25", "P50", "P75", "P95"])
    let quantiles = spread.quantiles.map { FigureText.short($0, unit: .multiple) }
    table.add([phrases.multiple] + quantiles)
    var inputs = TextTable([(60, .left), (20, .right)])
    inputs.add([phrases.factor, phrases.correlation])
    for input in spread.inputs {
      inputs.add([
        input.name, input.correlation.map { NumberText.fixed($0, decimals: 2) } ?? phrases.none,
      ])
    }
    return table.lines + [""] + inputs.lines + [""] + phrases.spreadExplanation
  }

  private var title: [String] {
    let run = phrases.paths(sweep.provenance.paths, seed: sweep.provenance.seed)
    var table = TextTable([(79 - TextTable.width(run), .left), (TextTable.width(run) + 1, .right)])
    table.add([sweep.provenance.title.text(style.language), run])
    return table.lines + [Rule.line(style)]
  }

  private var counts: [String] {
    let statuses: [CellResult.Status] = [.done, .notLegal, .invalid, .failed]
    let parts = statuses.compactMap { status -> String? in
      let count = sweep.count(status)
      guard count > 0 || status == .done else { return nil }
      return "\(NumberText.grouped(count)) \(phrases.name(of: status))"
    }
    return [phrases.cells(sweep.cells.count) + parts.joined(separator: phrases.comma)]
  }

  /// The cells with the highest mean multiple.
  private var ranking: [String] {
    guard let best = sweep.best else { return [phrases.noCell] }
    let order = sweep.cells.indices.filter { sweep.cells[$0].multiple != nil }
      .sorted { (sweep.cells[$0].multiple ?? 0, $1) > (sweep.cells[$1].multiple ?? 0, $0) }
    var table = TextTable([
      (7, .left), (25, .left), (17, .right), (20, .right), (11, .right),
    ])
    table.add([
      phrases.cell, phrases.values, phrases.multipleWithError, phrases.gap, "P(DPI<1)",
    ])
    for index in order.prefix(Self.shown) { table.add(row(index, best: best)) }
    let more = order.count > Self.shown ? [phrases.more(order.count - Self.shown)] : []
    return columns + table.lines + more + [""]
      + phrases.sweepExplanation(undecided: sweep.undecided)
  }

  /// What the values in a row are, in their order.
  private var columns: [String] {
    var lines: [String] = []
    var line = phrases.valuesAre
    for (number, column) in sweep.provenance.columns.enumerated() {
      let isLast = number == sweep.provenance.columns.count - 1
      let part = column + (isLast ? "" : phrases.comma)
      if TextTable.width(line + part) > 80, number > 0 {
        lines.append(line.hasSuffix(" ") ? String(line.dropLast()) : line)
        line = "  "
      }
      line += part
    }
    return (lines + [line]).map { TextTable.cut($0, to: 80) }
  }

  private func row(_ index: Int, best: Int) -> [String] {
    let cell = sweep.cells[index]
    let multiple = cell.figure("tvpi")?.statistics ?? []
    let gap = sweep.gaps[index]
    return [
      cell.id, cell.values.joined(separator: " "),
      multiple.first.flatMap { $0 }.map {
        FigureText.estimate($0, multiple[1], unit: .multiple, otherwise: phrases.unreliable)
      } ?? "",
      index == best
        ? phrases.best
        : gap.map {
          FigureText.estimate($0.value, $0.standardError, unit: .multiple, otherwise: "")
        } ?? "",
      cell.figure("dpi_below_1")?.statistics[0].map { FigureText.short($0, unit: .share) } ?? "",
    ]
  }

  /// How the mean multiple moves with each factor.
  private var tornado: [String] {
    var table = TextTable([
      (30, .left), (9, .right), (16, .right), (9, .right), (16, .right),
    ])
    table.add([phrases.factor, phrases.low, phrases.change, phrases.high, phrases.change])
    for bar in TornadoBar.all(sweep, headline: Headline.all[0]) {
      func change(_ end: TornadoBar.End) -> String {
        end.change.map {
          FigureText.estimate($0.value, $0.standardError, unit: .multiple, otherwise: "")
        } ?? phrases.none
      }
      table.add([bar.factor, bar.low.value, change(bar.low), bar.high.value, change(bar.high)])
    }
    let base = sweep.cells.first?.multiple.map { FigureText.short($0, unit: .multiple) } ?? ""
    return [phrases.tornado(base: base)] + table.lines + [""] + phrases.tornadoExplanation
  }
}
