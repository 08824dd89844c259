import Foundation
import Testing

/// `report.xlsx` as a reader of workbooks finds it.
@Suite(.enabled(if: ReadWorkbook.python != nil, "needs python3 with openpyxl"))
struct WorkbookTests {
  private static let english = Result { try read("en") }
  private static let chinese = Result { try read("zh") }

  private static func read(_ language: String) throws -> ReadWorkbook {
    let place = try Workplace()
    try FinishedRun.serial.get().place(in: place, folder: "kept")
    let outcome = try place.run(
      "report", "kept", "--format", "xlsx", "--lang", language, "--output", "out")
    try #require(outcome.status == 0)
    try #require(outcome.messages == "")
    #expect(outcome.output == "out/\n")
    #expect(try place.everything().filter { $0.hasPrefix("out/") } == ["out/report.xlsx"])
    return try ReadWorkbook(place.folder.appending(path: "out/report.xlsx"))
  }

  private let run: FinishedRun
  private let books: [ReadWorkbook]

  init() throws {
    run = try FinishedRun.serial.get()
    books = [try Self.english.get(), try Self.chinese.get()]
  }

  @Test func sheetsAreNamedInTheReportsLanguage() {
    func names(_ book: ReadWorkbook) -> [String] {
      book.sheets.filter { !$0.isHidden }.map(\.name)
    }
    for name in [
      "Summary", "All figures", "Cash flows", "Sensitivity", "Assumptions", "Provenance",
    ] {
      #expect(names(books[0]).contains(name))
    }
    for name in ["摘要", "全部指标", "现金流", "子基金", "敏感性", "假设", "来源", "指标说明"] {
      #expect(names(books[1]).contains(name))
    }
    #expect(names(books[0]).count == names(books[1]).count)
    #expect(books[1].title == "最小方案")
    #expect(books[1].sheets.filter(\.isHidden).map(\.name) == ["图表数据"])
  }

  /// A workbook is to calculate with: "65%" and "15" are numbers, shown as they were written.
  @Test func writtenValuesThatAreNumbersAreCellsOfNumbers() throws {
    for (book, name) in zip(books, ["Assumptions", "假设"]) {
      let cells = try book.sheet(name).cells
      let texts = cells.compactMap { place, cell -> (place: String, text: String)? in
        guard case .text(let text) = cell.value else { return nil }
        return (place, text)
      }
      #expect(texts.allSatisfy { $0.text.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?%?/) == nil })
      let rows = texts.filter { $0.text == "terms.carry" }
        .compactMap { $0.place.split(separator: ",").first.flatMap { Int($0) } }
      #expect(!rows.isEmpty)
      for row in rows { #expect(try book.sheet(name).number(row, 2) == 0.2) }
    }
  }

  @Test func everyTableHasFiltersOverTitlesThatItsCellsShow() {
    var names: Set<String> = []
    for sheet in books.flatMap(\.sheets) {
      for table in sheet.tables {
        #expect(table.filter == table.range, "\(table.name)")
        #expect(table.bottom > table.top)
        for (index, title) in table.titles.enumerated() {
          #expect(sheet.text(table.top, index + 1) == title)
        }
        names.insert(table.name)
      }
    }
    #expect(names.count == books[0].sheets.flatMap(\.tables).count)
    #expect(names.allSatisfy { $0.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) != nil })
    #expect(books[0].sheets.filter { !$0.isHidden }.allSatisfy { !$0.tables.isEmpty })
  }

  @Test func titlesStayInSightAndOnEveryPrintedPage() throws {
    for book in books {
      for sheet in book.sheets where !sheet.isHidden {
        #expect(sheet.orientation == "landscape")
        #expect(sheet.paper == 9)
        #expect(sheet.isFitted && sheet.fitsWidth ?? 1 == 1 && sheet.fitsHeight == 0)
        #expect(sheet.printArea.contains("$A$1:"), "\(sheet.name)")
        #expect(sheet.header?.contains(book.title ?? "?") == true)
        #expect(sheet.footer == "&P / &N" || sheet.footer == "&[Page] / &[Pages]")
        #expect(sheet.frozen != nil)
        guard sheet.tables.count == 1, let table = sheet.tables.first else { continue }
        #expect(sheet.frozen?.hasSuffix("\(table.top + 1)") == true, "\(sheet.name)")
        #expect(sheet.repeatedRows == "$\(table.top):$\(table.top)")
      }
    }
  }

  /// In the unit that is told, every number is that of the file, to the file's last digit.
  @Test(arguments: [(0, "All figures", 1e6), (1, "全部指标", 1e4)])
  func numbersEqualThoseOfTheSummary(book: Int, name: String, unit: Double) throws {
    let sheet = try books[book].sheet(name)
    let table = try #require(sheet.tables.first)
    let csv = try CSVTable(run.text("summary.csv"))
    #expect(table.bottom - table.top == csv.rows.count)
    let statistics = Array(csv.header.dropFirst(5))
    let (metrics, units) = (try csv.column("metric"), try csv.column("unit"))
    var compared = 0
    for (index, row) in csv.rows.enumerated() {
      let line = table.top + 1 + index
      #expect(sheet.text(line, 4) == metrics[index])
      for (offset, text) in row.dropFirst(5).enumerated() {
        let isMoney = units[index] == "CNY" && statistics[offset] != "defined_share"
        let found = sheet.number(line, 6 + offset)
        guard let expected = Double(text) else {
          #expect(found == nil, "\(row), \(statistics[offset])")
          continue
        }
        let half = isMoney ? 0.005 : 0.0000005
        let value = try #require(found) * (isMoney ? unit : 1)
        #expect(abs(value - expected) <= half + 1e-9 * abs(expected))
        compared += 1
      }
    }
    #expect(compared > 1000)
  }

  @Test func numbersAreWrittenAsPlannersReadThem() throws {
    let sheet = try books[1].sheet("全部指标")
    let table = try #require(sheet.tables.first)
    var formats: [String: Set<String>] = [:]
    for row in table.top + 1...table.bottom {
      guard let unit = sheet.text(row, 5), let cell = sheet.cell(row, 6), cell.type == "n" else {
        continue
      }
      formats[unit, default: []].insert(cell.format)
    }
    #expect(formats["万元"] == ["#,##0\"万元\""])
    #expect(formats["×"] == ["0.000\"×\""])
    #expect(formats["%"] == ["0.00%"])
    let cash = try books[1].sheet("现金流")
    let fan = try #require(cash.tables.first { $0.name == "t_j_curve" })
    #expect(fan.titles.prefix(3) == ["年末", "均值（万元）", "均值 ±（万元）"])
    #expect(cash.cell(fan.top + 1, 1)?.format == "0")
    #expect(cash.cell(fan.top + 1, 2)?.format == "#,##0")
  }

  @Test func noCellHoldsAFormula() {
    for sheet in books.flatMap(\.sheets) {
      #expect(sheet.cells.values.allSatisfy { $0.type == "s" || $0.type == "n" }, "\(sheet.name)")
    }
  }

  @Test func fansAreDrawnFromTheLowestQuantileUp() throws {
    let cash = try books[1].sheet("现金流")
    let chart = try #require(cash.charts.first { $0.title.contains("J曲线") })
    #expect(chart.kind == "areaChart")
    let csv = try CSVTable(run.text("cashflows.csv"))
    let rows = csv.rows.filter {
      $0[0] == "mother_fund" && $0[3] == "net_cumulative" && $0[5].hasSuffix("Q4")
    }
    func column(_ name: String) throws -> [Double] {
      let index = try #require(csv.header.firstIndex(of: name))
      return rows.compactMap { Double($0[index]) }
    }
    // Each area begins where the one before it ends.
    var level = [Double](repeating: 0, count: rows.count)
    var levels: [[Double]] = []
    for series in chart.series {
      level = zip(level, series.values).map { $0 + ($1 ?? 0) }
      levels.append(level)
    }
    let expected = try [
      column("p05"), column("p95"), column("p25"), column("p75"), column("p50"), column("p50"),
      column("mean"), column("mean"),
    ]
    #expect(levels.count == expected.count)
    for (found, values) in zip(levels, expected) {
      #expect(found.count == values.count)
      for (one, other) in zip(found, values) { #expect(abs(one * 1e4 - other) < 0.02) }
    }
    #expect(chart.series.map(\.name).filter { !$0.isEmpty }.count == 4)
  }

  @Test func sensitivityIsDrawnFromTheEstimateToBothEnds() throws {
    let sheet = try books[0].sheet("Sensitivity")
    #expect(sheet.charts.count == sheet.tables.count)
    let (chart, table) = (try #require(sheet.charts.first), try #require(sheet.tables.first))
    #expect(chart.kind == "barChart")
    for row in 0..<table.bottom - table.top {
      let drawn = chart.series.reduce(0) { $0 + ($1.values[row] ?? 0) }
      let ends = try (4...6).map { try #require(sheet.number(table.top + 1 + row, $0)) }
      #expect(abs(drawn - (ends.max() ?? 0)) < 1e-9)
    }
  }
}
