import Foundation
import Testing

/// `report.html` as Chromium shows it, against `summary.csv` and `budget.csv`.
@Suite(.enabled(if: Browser.isThere, "needs chromium"))
struct RunPageTests {
  private let run: HostileRun

  init() throws { run = try HostileRun.shared.get() }

  @Test(arguments: ["en", "zh"])
  func drawsEveryChartAndAsksForNothing(language: String) throws {
    let visit = try #require(run.visits[language])
    #expect(visit.messages == [])
    #expect(visit.requests == [])
    #expect(visit.looks.map(\.width) == [1280, 390])
    for look in visit.looks {
      #expect(look.canvases.count >= 15)
      #expect(look.emptyCanvases == [])
      #expect(look.contentWidth <= look.width)
    }
  }

  /// With scripts off, what a chart shows is to be read below it.
  @Test(arguments: ["en", "zh"])
  func everyChartHasItsTableInThePage(language: String) throws {
    let page = try #require(run.pages[language])
    let charts = page.matches(of: /<canvas id="chart_(\w+)" role="img" aria-label="([^"]+)"/)
    #expect(charts.count >= 15)
    for chart in charts {
      let table = try #require(page.range(of: "<table id=\"table_\(chart.1)\""))
      let rows = page[table.upperBound...].prefix { $0 != "\u{0}" }.prefix(200_000)
      let end = try #require(rows.range(of: "</table>"))
      #expect(rows[..<end.lowerBound].contains("<tbody>\n<tr><td"), "\(chart.1)")
    }
  }

  @Test(arguments: ["en", "zh"])
  func numbersAreThoseOfTheTable(language: String) throws {
    let numbers = try #require(run.visits[language]?.looks.first).numbers
    #expect(numbers.count > 300)
    for number in numbers {
      let expected = try #require(try run.number(number.origin), "\(number.origin)")
      let shown = try #require(PageNumber(number.text))
      #expect(
        abs(shown.value - expected) <= 0.5001 * shown.step,
        "\(number.origin): \(number.text), not \(expected)")
      guard let sign = number.text.firstIndex(of: "±") else { continue }
      let text = String(number.text[number.text.index(after: sign)...])
      let error = try run.number(number.origin + "_se")
      let told = PageNumber(text)
      #expect((told == nil) == (error == nil), "\(number.origin): \(number.text)")
      guard let told, let error else { continue }
      let allowed = text.contains("<") ? told.step : 0.5001 * told.step
      #expect(abs(told.value - error) <= allowed, "\(number.origin)_se: \(text), not \(error)")
    }
  }

  @Test func headlinesStandAtTheTop() throws {
    let html = try #require(run.visits["en"]?.looks.first).html
    let cards = html.matches(of: /<div class="value" data-origin="([^"]+)">/).map { String($0.1) }
    let wanted = [
      "tvpi/mean", "irr/p50", "dpi_7y/mean", "dpi_10y/mean", "dpi_below_1/mean",
      "loss_beyond_tolerance/mean", "reinvestment_multiple/mean",
    ]
    #expect(wanted.allSatisfy { cards.contains("mother_fund/mother_fund/\($0)") }, "\(cards)")
    #expect(html.matches(of: /<p class="error">[^<]+</).count == cards.count)
    #expect(html.matches(of: /<p class="range">[^<]+</).count == cards.count)
  }

  /// The questions that a planner has, answered in words with the numbers of the tables.
  @Test(arguments: [
    ("en", "million yuan", 1e6, 1), ("zh", "万元", 1e4, 0),
  ])
  func answersTheQuestions(language: String, unit: String, size: Double, decimals: Int) throws {
    let html = try #require(run.visits[language]?.looks.first).html
    let answers = html.matches(of: /<div class="answer"><h3>.+?<\/h3><p>(.+?)<\/p>/).map(\.1)
    try #require(answers.count == 3)
    let loss = try #require(try run.number("mother_fund/mother_fund/loss_beyond_tolerance/mean"))
    #expect(answers[0].contains(String(format: "%.1f%%", 100 * loss)))
    let risk = try #require(try run.number("sub_fund/direct/risk_share_covariance/mean"))
    #expect(answers[1].contains(String(format: "%.2f ±", 100 * risk)))
    for quantile in ["p50", "p90"] {
      let need = String(
        format: "%.\(decimals)f", try run.budget(2027, "calls", quantile) / size)
      #expect(answers[2].replacing(",", with: "").contains(need), "\(answers[2])")
    }
    #expect(answers[2].contains(unit))
    let short = try run.budget(2027, "shortfall_probability", "mean")
    #expect(answers[2].contains(String(format: "%.2f ±", 100 * short)))
  }

  @Test(arguments: ["en", "zh"])
  func hostileNamesAreTextAndNothingElse(language: String) throws {
    let look = try #require(run.visits[language]?.looks.first)
    for name in [
      HostileRun.title, HostileRun.formula, HostileRun.markup, HostileRun.rightToLeft,
      HostileRun.long, HostileRun.pictures,
    ] {
      #expect(look.text.contains(name), "\(name)")
    }
    #expect(look.scripts == 3)
    #expect(!look.html.contains("<img"))
    #expect(!look.html.contains("onerror=\""))
  }

  @Test(arguments: ["en", "zh"])
  func isSmallAndNamesNoOtherFile(language: String) throws {
    let page = try #require(run.pages[language])
    #expect(page.utf8.count < 1_000_000)
    #expect(page.firstMatch(of: /(src|href|action|poster|srcset)\s*=\s*["']?(https?:|\/\/)/) == nil)
    #expect(page.firstMatch(of: /@import|url\(["']?[^d]/) == nil)
  }

  /// A scenario without rules has fewer sections, and no empty one.
  @Test func aPlainRunHasAPageToo() throws {
    let place = try Workplace()
    try #require(FinishedRun.serial.get().files["report.html"]).write(
      to: place.folder.appending(path: "report.html"))
    let visit = try Browser.visit(place.folder.appending(path: "report.html"))
    #expect(visit.messages == [])
    for look in visit.looks {
      #expect(look.emptyCanvases == [])
      #expect(look.canvases.count >= 8)
      #expect(look.contentWidth <= look.width)
      #expect(!look.html.contains("id=\"evaluation\""))
      #expect(look.html.matches(of: /<\/h2>\s*<\/section>/).isEmpty)
    }
  }
}
