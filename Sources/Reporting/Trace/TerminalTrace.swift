public import AngelFunds

/// A traced path as text of 80 columns.
public struct TerminalTrace {
  let trace: PathTrace
  let style: ReportStyle
  let phrases: TracePhrases

  /// Makes the text of a traced path.
  public init(_ trace: PathTrace, style: ReportStyle) {
    self.trace = trace
    self.style = style
    phrases = TracePhrases(style: style)
  }

  /// The whole text, no line wider than 80 columns.
  public var text: String {
    var sections = [title, factorSection]
    for vehicle in trace.vehicles { sections.append(self.vehicle(vehicle)) }
    sections += [motherFund, check]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  static let rule = Rule.plain
  var language: Language { style.language }

  func heading(_ text: String) -> [String] { [TextTable.cut(TextTable.printable(text), to: 80)] }

  func wrapped(_ text: String) -> [String] { TextWrap.lines(text) }

  // MARK: - What path it is

  private var title: [String] {
    let origin = trace.origin
    let generator = origin.generator == "philox" ? "" : " (\(origin.generator))"
    let run = phrases.texts(
      "trace.origin", ["path": "\(origin.path)", "seed": "\(origin.seed)", "generator": generator])
    var table = TextTable([(79 - TextTable.width(run), .left), (TextTable.width(run) + 1, .right)])
    table.add([origin.title.text(language), run])
    let changes = origin.changes.flatMap { heading("  --set \($0)") }
    return table.lines + changes + [Rule.line(style)]
      + wrapped(
        phrases.texts("trace.explanation"))
      + (trace.choice.map { wrapped(phrases.choice($0)) } ?? []) + [""]
      + heading(phrases.texts("trace.headlines")) + figureTable
  }

  private static let headline: [Metric] = [
    .tvpi, .irr, .dpi5, .grossMOIC, .dpi7, .grossLossRatio, .dpi10, .reinvestmentMultiple,
    .paybackYears, .companiesFunded,
  ]

  private var figureTable: [String] {
    var table = TextTable([(25, .left), (12, .right), (5, .left), (25, .left), (12, .right)])
    var cells: [String] = []
    for metric in Self.headline {
      cells += [phrases.name(of: metric), value(of: metric)]
      guard cells.count > 2 else {
        cells.append("")
        continue
      }
      table.add(cells)
      cells = []
    }
    return table.lines
  }

  private func value(of metric: Metric) -> String {
    guard let value = trace.motherFund(metric) else {
      return phrases.texts("trace.none")
    }
    return metric.unit == .companies
      ? NumberText.fixed(value, decimals: 0) : FigureText.short(value, unit: metric.unit)
  }

  // MARK: - Factors

  private static let sectorsInARow = 6

  private var factorSection: [String] {
    let factors = trace.factors
    let starts = stride(from: 0, to: max(1, factors.sectors.count), by: Self.sectorsInARow)
    return heading(phrases.factors) + wrapped(phrases.factorsExplained)
      + starts.flatMap { first in
        factorTable(Array(factors.sectors.dropFirst(first).prefix(Self.sectorsInARow)))
      }
  }

  private func factorTable(_ sectors: [TracedFactors.SectorFactor]) -> [String] {
    let factors = trace.factors
    let columns = sectors.map { _ in (width: 9, alignment: TextTable.Alignment.right) }
    var table = TextTable([(7, .left), (9, .right), (9, .right)] + columns)
    let window = factors.isWindowOpen.isEmpty ? "" : phrases.texts("trace.listings")
    table.add(
      [phrases.texts("trace.from"), window, phrases.texts("trace.market")]
        + sectors.map { $0.label.text(language) })
    for (year, date) in factors.years.enumerated() {
      let isOpen = year < factors.isWindowOpen.count ? factors.isWindowOpen[year] : nil
      table.add(
        [
          "\(date)",
          isOpen.map { $0 ? phrases.texts("trace.open") : phrases.texts("trace.shut") } ?? "",
          signed(factors.market[year]),
        ] + sectors.map { signed($0.values[year]) })
    }
    return table.lines
  }

  func signed(_ value: Double) -> String {
    let text = NumberText.fixed(value, decimals: 2)
    return value > 0 && text != "0.00" ? "+" + text : text
  }
}
