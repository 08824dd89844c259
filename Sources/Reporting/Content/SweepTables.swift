import AngelFunds
import Stochastics

/// A sweep's cells as tables.
struct SweepTables {
  let content: SweepContent
  let style: ReportStyle

  private var texts: Texts { style.texts }
  private var words: SweepWords { SweepWords(content: content, style: style) }
  private var sweep: FinishedSweep { content.sweep }

  /// Cells that a table holds.
  private static let most = 300
  private static let mostOthers = 100
  private static let headlines = ["tvpi", "dpi_below_1", "irr", "dpi_10y"].compactMap { name in
    Headline.all.first { $0.metric == name }
  }

  /// The simulated cells, the best first; of many only the first and the base.
  var cells: Table {
    var shown = Array(content.order.prefix(Self.most))
    if let base = sweep.base, !shown.contains(base), content.order.contains(base) {
      shown.append(base)
    }
    let figures = Self.headlines.map { headline -> [Table.Column] in
      [.value(shortName(of: headline), help: words.name(of: headline)), .error("±")]
    }
    let gap: [Table.Column] = [
      .value(texts("sweep_page.gap")), .error("±"), .value(texts("sweep_page.to_best")),
    ]
    let left = content.order.count - shown.count
    return Table(
      id: "cells", title: texts("sweep_page.cells.title"),
      columns: [.value(texts("sweep_page.place")), .name(texts("sweep_page.cell"))]
        + valueColumns + figures[0] + gap + figures.dropFirst().joined(),
      rows: shown.map(row),
      note: texts("sweep_page.cells.note")
        + (left > 0
          ? texts("sweep_page.cells.more", ["count": NumberText.grouped(left)]) : ""),
      isSortable: true)
  }

  private func row(_ index: Int) -> [Cell] {
    let cell = sweep.cells[index]
    let gap = index == sweep.best ? nil : sweep.gaps[index]
    let verdict =
      index == sweep.best
      ? "best" : gap == nil ? "unknown" : sweep.isUndecided(index) ? "undecided" : "below"
    return [
      .number(content.place(of: index).map(Double.init), .whole),
      .text(index == sweep.base ? texts("sweep_page.cell.base", ["cell": cell.id]) : cell.id),
    ] + values(of: cell) + figure(Self.headlines[0], of: cell) + [
      .change(gap?.value, .multiple, error: gap?.standardError),
      gap == nil ? .absent("") : .number(gap?.standardError, .multiple),
      .text(texts("sweep_page.to_best.\(verdict)")),
    ] + Self.headlines.dropFirst().flatMap { figure($0, of: cell) }
  }

  private func shortName(of headline: Headline) -> String {
    let name = texts.shortName(of: headline.metric)
    return headline.statistic == .median ? texts("sweep_page.median", ["figure": name]) : name
  }

  /// What tells the values of cells; nothing where a cell's name does.
  private var valueColumns: [Table.Column] {
    guard sweep.provenance.design != .oneAtATime else { return [] }
    let columns = sweep.provenance.columns
    let short = columns.map(SweepContent.short)
    let isTold = Set(short).count == short.count
    return zip(columns, short).map { .value(isTold ? $1 : $0, help: $0) }
  }

  private func values(of cell: CellResult) -> [Cell] {
    valueColumns.isEmpty ? [] : cell.values.map(Self.value)
  }

  /// A value as written, to be sorted as a number where it is one.
  static func value(_ text: String) -> Cell {
    // An exponent says nothing of decimals.
    if text.lowercased().contains("e") { return .text(text) }
    if text.hasSuffix("%"), let number = Double(text.dropLast()) {
      var cell = Cell.number(number / 100, .percent)
      cell.decimals = shownDecimals(of: text.dropLast())
      return cell
    }
    if let number = Double(text) {
      var cell = Cell.number(number, .plain)
      cell.decimals = decimals(of: text[...])
      return cell
    }
    return text.isEmpty ? .absent() : .text(text)
  }

  /// Those of a share: all that somebody would write, and two of what a division left.
  static func shownDecimals(of text: Substring) -> Int {
    let written = decimals(of: text)
    return written <= 4 ? written : 2
  }

  private static func decimals(of text: Substring) -> Int {
    text.split(separator: ".").dropFirst().first?.count ?? 0
  }

  private func figure(_ headline: Headline, of cell: CellResult) -> [Cell] {
    let place = headline.statistic == .mean ? 0 : 6
    let statistics = cell.figure(headline.metric)?.statistics
    func origin(_ suffix: String) -> String {
      let statistic = headline.statistic.rawValue + suffix
      return "sweep:\(cell.id)/mother_fund/mother_fund/\(headline.metric)/\(statistic)"
    }
    let format = NumberFormat(headline.unit)
    return [
      .number(statistics?[place], format, origin: origin("")),
      .number(statistics?[place + 1], format, origin: origin("_se")),
    ]
  }

  /// The cells that were not simulated, and why; nil if all were.
  var others: Table? {
    let found = sweep.cells.filter { $0.status != .done }
    guard !found.isEmpty else { return nil }
    let left = found.count - Self.mostOthers
    return Table(
      id: "others", title: texts("sweep_page.others.title"),
      columns: [.name(texts("sweep_page.cell"))] + valueColumns + [
        .value(texts("sweep_page.status")), .name(texts("sweep_page.why")),
      ],
      rows: found.prefix(Self.mostOthers).map { cell in
        [.text(cell.id)] + values(of: cell) + [
          .text(words.name(of: cell.status)), .text(cell.message),
        ]
      },
      note: texts("sweep_page.others.note")
        + (left > 0
          ? texts("sweep_page.others.more", ["count": NumberText.grouped(left)]) : ""))
  }

  /// Where the numbers come from.
  var provenance: Table {
    let source = sweep.provenance
    func row(_ key: String, _ value: String) -> [Cell] { [.text(texts(key)), .text(value)] }
    return Table(
      id: "provenance", title: texts("provenance.title"),
      columns: [.name(texts("column.item")), .value(texts("column.value"))],
      rows: [
        row("sweep_page.provenance.sweep", source.name),
        row("sweep_page.provenance.base", source.baseName),
        row("compare_page.provenance.hash", source.baseResolved.shortHash),
        row("sweep_page.provenance.design", texts("sweep_page.design.\(source.design.rawValue)")),
        row("provenance.seed", String(source.seed)),
        [.text(texts("sweep_page.provenance.paths")), .number(Double(source.paths), .whole)],
        row("provenance.generator", source.generator),
        row("provenance.program", source.programVersion), row("provenance.gsl", source.gslVersion),
      ])
  }

  /// What makes the sweep again, from its file.
  var command: String {
    let source = sweep.provenance
    return ShellWords.text(
      ["angelfof", "sweep", "\(source.name).yaml", "--paths", "\(source.paths)"]
        + ["--seed", "\(source.seed)"]
        + (source.generator == "philox" ? [] : ["--generator", source.generator])
        + (source.hasAllMetrics ? ["--all-metrics"] : []))
  }
}
