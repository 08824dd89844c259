import Foundation
import Testing

/// A run ends with one screen, in colours only where they can be seen.
@Suite struct BriefScreenTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  static let labels = [
    String(repeating: "A very long name ", count: 12), String(repeating: "松山湖创业投资", count: 30),
    "🚀🌊 Rockets 👩‍💻", "صندوق الملائكة", "one\\u202Etwo",
  ]

  @Test(arguments: labels, ["en", "zh"])
  func anyNamesLeaveItOneScreen(label: String, language: String) throws {
    try place.writeShortPlan(to: "plan.yaml", label: label)
    let outcome = try place.run(
      "run", "plan.yaml", "--paths", "4", "--no-ranges", "--lang", language)
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n", omittingEmptySubsequences: false).count <= 24)
    #expect(wideLines(outcome.output) == [])
    #expect(!outcome.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  /// The last line of a terminal is the next prompt's.
  @Test(arguments: ["en", "zh"]) func theBaselineFitsAndAnswers(language: String) throws {
    try place.copyExample("dongguan_baseline.yaml")
    let outcome = try place.run(
      "run", "dongguan_baseline.yaml", "--paths", "40", "--no-ranges", "--lang", language)
    #expect(outcome.output.split(separator: "\n", omittingEmptySubsequences: false).count <= 24)
    #expect(wideLines(outcome.output) == [])
    #expect(outcome.output.firstMatch(of: /[0-9,]…(\s|$)/) == nil)

    let budget = try CSVTable(place.text("Reports/dongguan_baseline/budget.csv"))
    let high = try #require(try cell(budget, item: "calls", year: "2027", column: "p90"))
    let shown =
      language == "en"
      ? String(format: "%.1fm", high / 1e6) : String(format: "%.2f亿", high / 1e8)
    let lines = outcome.output.split(separator: "\n")
    let p90 = try #require(lines.first { $0.hasPrefix("  P90") })
    #expect(p90.split(separator: " ").contains { $0 == shown || $0 == shown + "!" })

    let summary = try CSVTable(place.text("Reports/dongguan_baseline/summary.csv"))
    let risks = try zip(summary.column("metric"), zip(summary.column("id"), summary.rows))
      .filter { $0.0 == "risk_share_covariance" && $0.1.0 != "direct" }.map(\.1.1)
    let mean = try #require(summary.header.firstIndex(of: "mean"))
    let top = try #require(risks.max { (Double($0[mean]) ?? 0) < (Double($1[mean]) ?? 0) })
    let told = lines.drop { !$0.hasPrefix(language == "en" ? "Risk: " : "风险：") }.prefix(2)
      .joined(separator: " ")
    let name = try #require(summary.header.firstIndex(of: "label"))
    #expect(told.contains(top[name]))
    #expect(told.contains(String(format: "%.2f", 100 * (Double(top[mean]) ?? 0))))
  }

  /// Amounts in yuan have many digits: fewer years are told, and none of their digits left out.
  @Test(arguments: [("90亿", "5亿"), ("80000亿", "3000亿")], ["en", "zh"])
  func hugeAmountsInYuanAreWhole(amounts: (String, String), language: String) throws {
    try place.write(
      """
      mother_fund: {size: 90000亿, fund_life: 3y, commitment_period: 1y}
      direct: {share: 0%}
      terms:
        investment_period: 1y
        exit_period: 1y
        extension: 1y
        ticket: {median: \(amounts.1)}
        single_project_limit: {share: 100%, amount: 100000亿}
      anchors: {a: {kind: town}}
      sub_funds: {s: {anchor: a, commitment: \(amounts.0)}}

      """, to: "huge.yaml")
    let outcome = try place.run(
      "run", "huge.yaml", "--paths", "4", "--no-ranges", "--unit", "yuan", "--lang", language)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(wideLines(outcome.output) == [])
    let lines = outcome.output.split(separator: "\n").drop {
      !$0.hasPrefix(language == "en" ? "Money needed in" : "各年资金需求")
    }.prefix(3)
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { !$0.contains("…") })
    let budget = try CSVTable(place.text("Reports/huge/budget.csv"))
    let high = try #require(
      try cell(budget, item: "contributions", year: "2026", column: "p90"))
    let digits = lines.last?.replacing(",", with: "").split(separator: " ").compactMap {
      Double($0)
    }
    #expect(digits?.contains(high.rounded()) == true, "\(lines), \(high)")
  }

  private func cell(
    _ table: CSVTable, item: String, year: String, column: String
  ) throws -> Double? {
    let index = try #require(table.header.firstIndex(of: column))
    let row = try zip(zip(table.column("scope"), table.column("item")), table.column("year"))
      .enumerated().first { $1.0.0 == "mother_fund" && $1.0.1 == item && $1.1 == year }?.offset
    return row.flatMap { Double(table.rows[$0][index]) }
  }

  @Test(arguments: [
    ("", true), ("NO_COLOR=", true), ("NO_COLOR=1", false), ("TERM=dumb", false), ("TERM=", false),
  ])
  func coloursAreForTerminals(setting: String, isColoured: Bool) throws {
    try FinishedRun.serial.get().place(in: place, folder: "kept")
    let outcome = try place.shell(
      "TERM=xterm \(setting) script -qec '\"$ANGELFOF\" report kept' /dev/null")
    #expect(outcome.output.contains("Smallest scenario"))
    #expect(outcome.output.contains("\u{1B}[1m") == isColoured)
    #expect(outcome.output.contains("\u{1B}") == isColoured)

    let codes = /\u{1B}\[[0-9;]*m/
    let plain = try place.run("report", "kept").output
    #expect(outcome.output.replacing(codes, with: "").replacing("\r\n", with: "\n") == plain)
  }

  @Test func aPipeGetsNoCodes() throws {
    try FinishedRun.serial.get().place(in: place, folder: "kept")
    let outcome = try place.shell("TERM=xterm \"$ANGELFOF\" report kept | cat")
    #expect(outcome.output.contains("Smallest scenario"))
    #expect(!outcome.output.contains("\u{1B}"))
  }
}
