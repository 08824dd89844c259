import AngelFunds

/// A run as a page: `report.html`.
public struct RunPage {
  let content: RunContent
  let style: ReportStyle

  /// Makes the page of a run.
  public init(_ content: RunContent, style: ReportStyle) {
    (self.content, self.style) = (content, style)
  }

  /// The page's text in HTML, complete in itself.
  public var html: String { PageHTML(page).text }

  var texts: Texts { style.texts }

  private var page: Page {
    Page(
      title: content.scenario.title.text(style.language),
      subtitle: Phrases(language: style.language).paths(
        content.provenance.paths, seed: content.provenance.seed),
      sections: [
        answer, cash, funds, risk, rules, evaluation, sensitivity, assumptions, provenance, help,
      ]
      .filter { !$0.blocks.isEmpty },
      style: style)
  }

  private var answer: Page.Section {
    let answers = Answers(content: content, style: style)
    let words = HeadlineWords(content: content, style: style)
    return section(
      "answer",
      [answers.back].compactMap { $0 }.map(Page.Block.verdict)
        + [.cards(content.headlines.map { card($0, words) })]
        + [answers.absentRates, texts("answer.how_sure")].compactMap { $0 }
        .map(Page.Block.paragraph)
        + question("loss", [answers.loss]) + question("risk", [answers.risk])
        + question("budget", answers.budget))
  }

  /// A question with what answers it.
  private func question(_ key: String, _ answers: [String?]) -> [Page.Block] {
    let text = answers.compactMap { $0 }.joined(separator: style.language == .chinese ? "" : " ")
    return text.isEmpty ? [] : [.answer(question: texts("question.\(key)"), text)]
  }

  private func card(_ range: HeadlineRange, _ words: HeadlineWords) -> Page.Card {
    let row = content.figure(range.headline.metric)
    return Page.Card(
      title: words.name(range.headline), value: words.value(range), error: words.error(range),
      range: words.shortInputs(range), help: words.spread(range),
      origin: row?.origin(of: range.headline.statistic.rawValue))
  }

  private var cash: Page.Section {
    let cash = CashFigures(content: content, style: style)
    let budget = BudgetFigures(content: content, style: style).needs
    let multiples = MultipleFigure(content: content, style: style).distribution
    return section(
      "cash",
      figures([budget, cash.jCurve, cash.netAssetValue, multiples]))
  }

  private var funds: Page.Section {
    let funds = FundFigures(content: content, style: style)
    return section("funds", figures([funds.subFunds, funds.anchors]))
  }

  private var risk: Page.Section {
    let value = ValueFigures(content: content, style: style)
    let shares = RiskFigures(content: content, style: style).shares
    return section(
      "risk",
      figures([value.concentration, value.classes])
        + [value.companies].compactMap { $0 }.map(Page.Block.table) + figures([shares]))
  }

  func section(_ id: String, _ blocks: [Page.Block]) -> Page.Section {
    Page.Section(id: id, title: texts("section.\(id)"), blocks: blocks)
  }

  func figures(_ figures: [Figure?]) -> [Page.Block] {
    figures.compactMap { $0 }.map(Page.Block.figure)
  }
}
