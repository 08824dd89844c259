import AngelFunds

/// A comparison as a page: `comparison.html`.
public struct ComparisonPage {
  private let content: ComparisonContent
  private let style: ReportStyle

  /// Makes the page of a comparison.
  public init(_ content: ComparisonContent, style: ReportStyle) {
    (self.content, self.style) = (content, style)
  }

  /// The page's text in HTML, complete in itself.
  public var html: String { PageHTML(page).text }

  private var texts: Texts { style.texts }
  private var words: ComparisonWords { ComparisonWords(content: content, style: style) }
  private var tables: ComparisonTables { ComparisonTables(content: content, style: style) }
  private var differences: DifferenceTables { DifferenceTables(content: content, style: style) }
  private var comparison: Comparison { content.comparison }

  private var page: Page {
    let provenance = comparison.provenance
    return Page(
      title: texts("compare_page.title", ["base": words.name(0)]),
      subtitle: Phrases(language: style.language).paths(provenance.paths, seed: provenance.seed),
      sections: [answer, forest, plane, time] + comparison.variants.indices.map(variant) + [origin],
      style: style)
  }

  private func section(_ id: String, _ blocks: [Page.Block]) -> Page.Section {
    Page.Section(id: id, title: texts("compare_page.section.\(id)"), blocks: blocks)
  }

  private var answer: Page.Section {
    let verdicts = comparison.variants.indices.map {
      Page.Block.verdict(words.answer($0).joined(separator: style.language == .english ? " " : ""))
    }
    let pairing = comparison.variants.enumerated().compactMap { variant, found -> Page.Block? in
      words.unpaired(found, variant).map { .paragraph($0) }
    }
    let glance: [Page.Block] = comparison.variants.count > 1 ? [.table(tables.glance)] : []
    return section(
      "answer",
      verdicts + pairing + [.table(tables.ranking)] + glance
        + [.paragraph(texts("compare_page.how_to_read", ["tests": String(comparison.testCount)]))])
  }

  private var forest: Page.Section {
    section("forest", differences.forests.map { .figure($0) })
  }

  private var plane: Page.Section {
    let figures = PlaneFigures(content: content, style: style)
    return section(
      "plane",
      [.figure(figures.plane)] + figures.sides.map { .paragraph($0) }
        + figures.paths.map { .figure($0) })
  }

  private var time: Page.Section {
    let figures = ComparisonFigures(content: content, style: style)
    return section("time", [.figure(figures.jCurves), .figure(figures.netAssetValues)])
  }

  private func variant(_ variant: Int) -> Page.Section {
    let found = comparison.variants[variant]
    var blocks: [Page.Block] = [.list(found.headlines.map { words.sentence($0, variant) })]
    blocks += words.dominance(found, variant).map { .paragraph($0) }
    blocks.append(
      .details(title: texts("compare_page.differences.title"), [.table(differences.table(variant))])
    )
    blocks.append(.table(tables.keys(variant)))
    return Page.Section(
      id: "variant_\(variant + 1)",
      title: texts("compare_page.section.variant", ["variant": words.name(variant + 1)]),
      blocks: blocks)
  }

  private var origin: Page.Section {
    section(
      "provenance",
      tables.sideBySide.map { .table($0) } + [
        .table(tables.provenance), .paragraph(texts("compare_page.repeat")), .code(content.command),
      ])
  }
}
