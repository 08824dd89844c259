internal import Foundation
internal import Mustache

/// A page as one HTML file that asks nothing of anybody: charts, styles and numbers are in it.
struct PageHTML {
  private let page: Page
  private let cells: CellText

  init(_ page: Page) {
    self.page = page
    cells = CellText(style: page.style)
  }

  /// The file's text.
  var text: String { Self.templates.render(content, withTemplate: "page") ?? "" }

  private static let templates: MustacheLibrary = {
    let names = ["page", "block", "table"]
    let templates = names.reduce(into: [String: MustacheTemplate]()) {
      $0[$1] = try? MustacheTemplate(string: Assets.text("\($1).mustache"))
    }
    precondition(templates.count == names.count, "a page's template cannot be read")
    return MustacheLibrary(templates: templates)
  }()

  private var content: [String: Any] {
    let texts = page.style.texts
    return [
      "language": page.style.language == .chinese ? "zh-CN" : "en",
      "title": page.title, "subtitle": page.subtitle,
      "style": Assets.text("page.css"), "library": Assets.text("chart.min.js"),
      "script": Assets.text("charts.js"), "data": data,
      "contents": texts("page.contents"), "noScript": texts("page.no_script"),
      "sections": page.sections.map(section),
    ]
  }

  private func section(_ section: Page.Section) -> [String: Any] {
    ["id": section.id, "title": section.title, "blocks": section.blocks.map(block)]
  }

  /// A template looks for what a block lacks in the blocks around it, so every block says no to
  /// what it is not.
  private static let kinds = [
    "cards", "paragraph", "answer", "verdict", "list", "code", "figure", "hasTable", "table",
    "details",
  ]

  private func block(_ block: Page.Block) -> [String: Any] {
    let nothing = Self.kinds.map { ($0, false as Any) }
    return Dictionary(uniqueKeysWithValues: nothing).merging(content(of: block)) { $1 }
  }

  private func content(of block: Page.Block) -> [String: Any] {
    switch block {
    case .cards(let cards): ["cards": ["all": cards.map(card)]]
    case .paragraph(let text): ["paragraph": text]
    case .answer(let question, let text): ["answer": ["question": question, "text": text]]
    case .verdict(let text): ["verdict": text]
    case .list(let lines): ["list": ["lines": lines]]
    case .code(let text): ["code": text]
    case .figure(let figure): ["figure": self.figure(figure)]
    case .table(let table): ["hasTable": true, "table": TableHTML(table, cells: cells).content]
    case .heat(let table):
      ["hasTable": true, "table": TableHTML(table, cells: cells, isHeat: true).content]
    case .details(let title, let blocks):
      ["details": ["title": title, "inner": blocks.map(self.block)] as [String: Any]]
    }
  }

  private func card(_ card: Page.Card) -> [String: Any] {
    [
      "title": card.title, "value": card.value, "error": card.error, "range": card.range,
      "help": card.help.isEmpty ? false : card.help as Any, "origin": card.origin ?? false,
    ]
  }

  private func figure(_ figure: Figure) -> [String: Any] {
    [
      "id": figure.table.id, "title": figure.table.title, "caption": figure.caption,
      "summary": page.style.texts("page.table_of_chart"),
      "height": height(of: figure), "isOpen": figure.showsTable,
      "table": TableHTML(figure.table, cells: cells, isTitled: false).content,
    ]
  }

  /// In pixels: a row of a horizontal chart needs the room of its name.
  private func height(of figure: Figure) -> Int {
    guard figure.chart.isHorizontal else { return 340 }
    return 110 + max(3, figure.table.rows.count) * 38
  }

  /// The charts' numbers, in which no text can end the script element that holds them.
  private var data: String {
    let charts = page.sections.flatMap { Self.figures($0.blocks) }.map {
      ChartData($0, text: cells)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let data = try? encoder.encode(charts) else { return "[]" }
    return String(decoding: data, as: UTF8.self).replacing("<", with: "\\u003c")
  }

  private static func figures(_ blocks: [Page.Block]) -> [Figure] {
    blocks.flatMap { block -> [Figure] in
      switch block {
      case .figure(let figure): [figure]
      case .details(_, let inner): figures(inner)
      default: []
      }
    }
  }
}
