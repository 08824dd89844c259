import Foundation
import Testing

/// `comparison.xlsx` and `sweep.xlsx` as a reader of workbooks finds them.
@Suite(.enabled(if: ReadWorkbook.python != nil, "needs python3 with openpyxl"))
struct OtherWorkbookTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.writeShortPlan(to: "plan.yaml")
  }

  private func read(_ file: String) throws -> ReadWorkbook {
    let book = try ReadWorkbook(place.folder.appending(path: file))
    for sheet in book.sheets {
      #expect(sheet.cells.values.allSatisfy { $0.type == "s" || $0.type == "n" }, "\(sheet.name)")
    }
    return book
  }

  @Test func aComparisonsDifferencesEqualThoseOfTheFile() throws {
    try place.write(
      """
      base: plan.yaml
      title: {en: "=Dear plan", zh: "=高费方案"}
      set: {mother_fund.mgmt_fee: 5%}
      """, to: "dear.yaml")
    let outcome = try place.run(
      "compare", "plan.yaml", "dear.yaml", "--paths", "100", "--lang", "zh", "--output", "out")
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
    let book = try read("out/comparison.xlsx")
    for name in ["摘要", "差异", "风险与收益", "现金流", "不同的键", "来源"] {
      #expect(book.sheets.contains { $0.name == name })
    }
    #expect(try book.sheet("差异").charts.allSatisfy { $0.kind == "barChart" })
    #expect(try book.sheet("风险与收益").charts.allSatisfy { $0.kind == "scatterChart" })
    let sheet = try book.sheet("全部差异")
    let table = try #require(sheet.tables.first)
    let csv = try CSVTable(place.text("out/compare.csv"))
    #expect(table.bottom - table.top == csv.rows.count)
    let (units, found) = (try csv.column("unit"), try csv.column("difference"))
    var compared = 0
    for (index, text) in found.enumerated() {
      guard let expected = Double(text) else { continue }
      let isMoney = units[index] == "CNY"
      let value = try #require(sheet.number(table.top + 1 + index, 9)) * (isMoney ? 1e4 : 1)
      #expect(abs(value - expected) <= (isMoney ? 0.005 : 5e-10) + 1e-9 * abs(expected))
      compared += 1
    }
    #expect(compared > 100)
  }

  @Test func aSweepsWorkbookIsTheSameFromItsStore() throws {
    try place.write(
      """
      base: plan.yaml
      paths: 40
      factors:
        terms.carry: [10%, 20%]
        terms.hurdle_rate: [4%, 6%]

      """, to: "grid.yaml")
    let outcome = try place.run("sweep", "grid.yaml", "--jobs", "1", "--lang", "en")
    #expect(outcome.status == 0)
    #expect(!outcome.messages.contains("[ERROR]") && !outcome.messages.contains("[WARNING]"))
    let book = try read("Reports/grid/sweep.xlsx")
    let cells = try #require(try book.sheet("Cells").tables.first)
    #expect(cells.bottom - cells.top == 4)
    let again = try place.run(
      "report", "Reports/grid", "--format", "xlsx", "--lang", "en", "--output", "again")
    #expect(again.status == 0)
    #expect(again.output == "again/\n")
    #expect(try place.bytes("again/sweep.xlsx") == place.bytes("Reports/grid/sweep.xlsx"))
  }
}
