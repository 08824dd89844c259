import Foundation
import Testing

/// A run of the large example under names that would break a careless report, as pages in both
/// languages.
struct HostileRun: Sendable {
  static let title = #"<script>alert(1)</script> "quotes" 'x' & </title>"#
  static let formula = #"=HYPERLINK("http://x","y")"#
  static let markup = "</script><img src=x onerror=alert(1)>"
  static let rightToLeft = "שלום עולם مرحبا {x} {{y}} {{{z}}}"
  static let long = String(repeating: "长名W", count: 67)
  static let pictures = "👩‍👩‍👧‍👦😀🏳️‍🌈"

  static let shared = Result { try HostileRun() }

  /// `report.html` by language.
  let pages: [String: String]
  let visits: [String: PageVisit]
  let summary: CSVTable
  let budget: CSVTable

  private init() throws {
    let place = try Workplace()
    try place.copyExample("dongguan_baseline.yaml")
    let labels = [
      "sub_funds.binhai_bay_1": Self.formula, "sub_funds.chain_leader_1": Self.rightToLeft,
      "anchors.binhai_bay": Self.markup, "sub_funds.songshan_lake_1": Self.long,
      "sub_funds.songshan_lake_2": Self.pictures,
    ]
    let changes = labels.sorted { $0.key < $1.key }.map {
      "  \($0.key).label: \(Self.label($0.value))"
    }
    try place.write(
      "base: dongguan_baseline.yaml\ntitle: \(Self.label(Self.title))\nset:\n"
        + changes.joined(separator: "\n") + "\n", to: "hostile.yaml")
    let outcome = try place.run("run", "hostile.yaml", "--paths", "60", "--output", "en")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let again = try place.run(
      "report", "en/hostile", "--format", "html", "--lang", "zh", "--output", "zh/hostile")
    #expect(again.status == 0, "\(again.messages)")
    let languages = ["en", "zh"]
    pages = try languages.reduce(into: [:]) { $0[$1] = try place.text("\($1)/hostile/report.html") }
    visits = try languages.reduce(into: [:]) {
      guard Browser.isThere else { return }
      $0[$1] = try Browser.visit(place.folder.appending(path: "\($1)/hostile/report.html"))
    }
    summary = try CSVTable(place.text("en/hostile/summary.csv"))
    budget = try CSVTable(place.text("en/hostile/budget.csv"))
  }

  private static func label(_ text: String) -> String {
    let quoted = text.replacing("\"", with: "\\\"")
    return "{en: \"\(quoted)\", zh: \"\(quoted)\"}"
  }

  /// A number of `summary.csv`; nil where its cell is empty.
  func number(_ origin: String) throws -> Double? {
    let parts = origin.split(separator: "/").map(String.init)
    let row = try #require(
      summary.rows.first { [$0[0], $0[1], $0[3]] == Array(parts.prefix(3)) }, "\(origin)")
    return Double(row[try #require(summary.header.firstIndex(of: parts[3]))])
  }

  /// A number of the mother fund in `budget.csv`.
  func budget(_ year: Int, _ item: String, _ column: String) throws -> Double {
    let row = try #require(
      budget.rows.first { $0[0] == "mother_fund" && $0[3] == "\(year)" && $0[4] == item })
    let index = try #require(budget.header.firstIndex(of: column))
    return try #require(Double(row[index]))
  }
}
