import AngelFunds

/// A sweep as a page: `sweep.html`.
public struct SweepPage {
  private let content: SweepContent
  private let style: ReportStyle

  /// Makes the page of a sweep.
  public init(_ content: SweepContent, style: ReportStyle) {
    (self.content, self.style) = (content, style)
  }

  /// The page's text in HTML, complete in itself.
  public var html: String { PageHTML(page).text }

  private var texts: Texts { style.texts }
  private var words: SweepWords { SweepWords(content: content, style: style) }
  private var tables: SweepTables { SweepTables(content: content, style: style) }

  private var page: Page {
    let source = content.sweep.provenance
    return Page(
      title: source.title.text(style.language),
      subtitle: Phrases(language: style.language).paths(source.paths, seed: source.seed),
      sections: ([answer] + [tornado, frontier, heat, spread] + [cells, origin]).compactMap { $0 },
      style: style)
  }

  private func section(_ id: String, _ blocks: [Page.Block]) -> Page.Section? {
    guard !blocks.isEmpty else { return nil }
    return Page.Section(id: id, title: texts("sweep_page.section.\(id)"), blocks: blocks)
  }

  private var answer: Page.Section? {
    let answer = words.answer
    return section(
      "answer",
      answer.verdicts.map { .verdict($0) } + (answer.list.isEmpty ? [] : [.list(answer.list)]) + [
        .paragraph(words.counts), .paragraph(texts("sweep_page.how_to_read")),
      ])
  }

  private var tornado: Page.Section? {
    let figures = TornadoFigures(content: content, style: style).all
    guard let first = figures.first else { return nil }
    return section(
      "tornado",
      [.figure(first)] + [
        .details(
          title: texts("sweep_page.tornado.others"), figures.dropFirst().map { .figure($0) })
      ])
  }

  private var frontier: Page.Section? {
    guard [.grid, .list].contains(content.sweep.provenance.design) else { return nil }
    let figure = FrontierFigure(content: content, style: style).figure
    return section("frontier", figure.map { [.figure($0)] } ?? [])
  }

  private var heat: Page.Section? {
    section(
      "heat",
      HeatTables(content: content, style: style).pairs.flatMap { heat, errors in
        [
          .heat(heat),
          .details(title: texts("sweep_page.heat.errors"), [.table(errors)]),
        ] as [Page.Block]
      })
  }

  private var spread: Page.Section? {
    guard let spread = SweepSpread(content.sweep) else { return nil }
    let figures = SpreadFigures(spread: spread, content: content, style: style)
    return section("spread", [.table(figures.quantiles), .figure(figures.inputs)])
  }

  private var cells: Page.Section? {
    section("cells", [.table(tables.cells)] + (tables.others.map { [.table($0)] } ?? []))
  }

  private var origin: Page.Section? {
    section(
      "provenance",
      [
        .table(tables.provenance), .paragraph(texts("sweep_page.repeat")), .code(tables.command),
        .details(title: texts("sweep_page.file"), [.code(content.sweep.provenance.source)]),
      ])
  }
}
