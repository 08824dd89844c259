import AngelFunds

/// A run as a page: `report.html`.
public struct RunPage {
  private let content: RunContent
  private let style: ReportStyle

  /// Makes the page of a run.
  public init(_ content: RunContent, style: ReportStyle) {
    (self.content, self.style) = (content, style)
  }

  /// The page's text in HTML, complete in itself.
  public var html: String { PageHTML(page).text }

  private var page: Page {
    let texts = style.texts
    let cash = CashFigures(content: content, style: style)
    return Page(
      title: content.scenario.title.text(style.language),
      subtitle: Phrases(language: style.language).paths(
        content.provenance.paths, seed: content.provenance.seed),
      sections: [
        Page.Section(
          id: "cash", title: texts("section.cash"),
          blocks: [.figure(cash.jCurve), .figure(cash.netAssetValue)])
      ],
      style: style)
  }
}
