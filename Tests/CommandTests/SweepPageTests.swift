import Foundation
import Testing

/// `sweep.html` as Chromium shows it, against `sweep.csv` and `tornado.csv`.
@Suite(.enabled(if: Browser.isThere, "needs chromium"))
struct SweepPageTests {
  /// A sweep with its page in both languages.
  struct Swept: Sendable {
    let visits: [String: PageVisit]
    let sweep: CSVTable
    let tornado: CSVTable?
    let bytes: Int

    init(_ design: Design) throws {
      let place = try Workplace()
      try place.write(Self.plan, to: "plan.yaml")
      try place.write("base: plan.yaml\npaths: 60\n" + design.text, to: "sweep.yaml")
      let outcome = try place.run("sweep", "sweep.yaml", "--output", ".")
      #expect(outcome.status == 0, "\(outcome.messages)")
      let page = try place.bytes("sweep/sweep.html")
      let again = try place.run("report", "sweep", "--format", "html", "--output", "again")
      #expect(again.status == 0, "\(again.messages)")
      #expect(try place.bytes("again/sweep.html") == page)
      _ = try place.run("report", "sweep", "--format", "html", "--lang", "zh", "--output", "zh")
      visits = [
        "en": try Browser.visit(place.folder.appending(path: "sweep/sweep.html")),
        "zh": try Browser.visit(place.folder.appending(path: "zh/sweep.html")),
      ]
      sweep = try CSVTable(place.text("sweep/sweep.csv"))
      tornado = try? CSVTable(place.text("sweep/tornado.csv"))
      bytes = page.count
    }

    private static let plan = """
      mother_fund: {fund_life: 3y, commitment_period: 1y}
      terms: {investment_period: 1y, exit_period: 1y, extension: 1y}
      anchors: {lake: {kind: town, quality_shift: 0.5}, bay: {kind: town}}
      sub_funds:
        lake_1: {anchor: lake, commitment: 1亿}
        bay_1: {anchor: bay, commitment: 2亿}

      """

    /// A number of a file, by what the page says of it.
    func number(_ origin: String) throws -> Double? {
      let parts = origin.split(separator: "/").map(String.init)
      let start = try #require(parts.first?.split(separator: ":", maxSplits: 1).map(String.init))
      let table = start[0] == "tornado" ? try #require(tornado) : sweep
      let metrics = try table.column("metric")
      let row = try #require(
        table.rows.indices.first { table.rows[$0][0] == start[1] && metrics[$0] == parts[3] })
      return Double(try table.column(parts[4])[row])
    }

    /// The cells with a figure's means, by cell.
    func means(_ metric: String) throws -> [String: Double] {
      let rows = zip(
        try sweep.column("cell"), zip(try sweep.column("metric"), try sweep.column("mean")))
      return rows.reduce(into: [:]) { means, row in
        if row.1.0 == metric { means[row.0] = Double(row.1.1) }
      }
    }
  }

  enum Design: String, CaseIterable, Sendable {
    case shares, grid, tornado, sobol

    var text: String {
      switch self {
      case .shares: "factors: {money: {shares: [lake, bay], step: 25%}}"
      case .grid:
        """
        title: {en: "<script>alert(1)</script> \\"=1+1", zh: "</script>\\u202E扫描😀"}
        factors:
          terms.carry: [10%, 20%]
          outcomes.engine: [multiples, rounds]
          mother_fund.mgmt_fee: [1%, 2%]
        """
      case .tornado:
        "design: one_at_a_time\nfactors: {terms.carry: [10%, 30%], outcomes.tail_index: [1.3, 1.5]}"
      case .sobol:
        "design: sobol\npoints: 6\nfactors: {terms.carry: {uniform: [10%, 30%]}, "
          + "outcomes.tail_index: {uniform: [1.3, 1.5]}}"
      }
    }

    /// The frontier; that; a tornado for each headline; correlations.
    var charts: Int {
      switch self {
      case .shares, .grid, .sobol: 1
      case .tornado: 10
      }
    }

    static let swept = Dictionary(
      uniqueKeysWithValues: allCases.map { design in (design, Result { try Swept(design) }) })

    var swept: Swept { get throws { try #require(Self.swept[self]).get() } }
  }

  @Test(arguments: Design.allCases, ["en", "zh"])
  func drawsEveryChartAndAsksForNothing(design: Design, language: String) throws {
    let swept = try design.swept
    let visit = try #require(swept.visits[language])
    #expect(visit.messages == [])
    #expect(visit.requests == [])
    for look in visit.looks {
      #expect(look.emptyCanvases == [])
      #expect(look.canvases.count == design.charts)
      #expect(look.contentWidth <= look.width)
      #expect(look.scripts == 3)
    }
    #expect(swept.bytes < 1_000_000)
  }

  @Test(arguments: Design.allCases, ["en", "zh"])
  func numbersAreThoseOfTheTables(design: Design, language: String) throws {
    let swept = try design.swept
    let numbers = try #require(swept.visits[language]?.looks.first).numbers
    #expect(numbers.count > 20)
    for number in numbers {
      let shown = try #require(PageNumber(number.text))
      let expected = try #require(try swept.number(number.origin))
      #expect(
        abs(shown.value - expected) <= 0.5001 * shown.step + 5e-7,
        "\(number.origin): \(number.text), not \(expected)")
    }
  }

  /// The base has a third in lake, which no share in steps of a quarter is.
  @Test func whatThereIsNowIsOnTheFrontiersPicture() throws {
    let swept = try Design.shares.swept
    let look = try #require(swept.visits["en"]?.looks.first)
    let means = try swept.means("tvpi")
    let risks = try swept.means("dpi_below_1")
    let best = try #require(means.max { $0.value < $1.value }?.key)
    #expect(means.count == 6)
    #expect(
      look.text.contains(
        "The highest mean net TVPI of 6 simulated cells has cell \u{2068}\(best) ("))
    #expect(look.text.contains("\u{2068}base (lake 33.33%, bay 66.67%)\u{2069}, is number"))
    let frontier = means.keys.filter { cell in
      !means.keys.contains { other in
        guard let (m, r) = means[other].flatMap({ m in risks[other].map { (m, $0) } }),
          let own = means[cell], let risk = risks[cell]
        else { return false }
        return m >= own && r <= risk && (m > own || r < risk)
      }
    }
    let shown = try cells(of: "frontier", in: look)
    let names = stride(from: 0, to: shown.count, by: 3).map { shown[$0].prefix { $0 != ":" } }
    #expect(Set(names.map(String.init)) == Set(frontier).union(["base"]))
  }

  /// Two fees are averaged over.
  @Test func heatIsAnAverageOverOtherFactors() throws {
    let swept = try Design.grid.swept
    let look = try #require(swept.visits["en"]?.looks.first)
    let means = try swept.means("tvpi")
    let expected = try [("1", "2"), ("3", "4"), ("5", "6"), ("7", "8")].map { pair in
      (try #require(means[pair.0]) + (try #require(means[pair.1]))) / 2
    }
    let shown = try cells(of: "heat_tvpi", in: look).compactMap { PageNumber(String($0)) }
      .filter { $0.step < 0.01 }
    #expect(shown.count == 4)
    for (shown, expected) in zip(shown, expected) {
      #expect(abs(shown.value - expected) < 0.00051)
    }
    #expect(look.text.contains("Averaged over the values of mother_fund.mgmt_fee."))
  }

  /// The texts of a table's cells, row by row.
  private func cells(of table: String, in look: PageLook) throws -> [Substring] {
    let start = try #require(look.html.range(of: "<table id=\"table_\(table)\""))
    let body = look.html[start.upperBound...].prefix(
      upTo: try #require(
        look.html.range(of: "</table>", range: start.upperBound..<look.html.endIndex)
      ).lowerBound)
    return body.matches(of: /<td[^>]*>(?:<bdi>)?([^<]*)/).map { $0.1 }
  }
}
