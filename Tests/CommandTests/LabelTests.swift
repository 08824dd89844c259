import Foundation
import Testing

/// Names that planners, or pranksters, write.
@Suite struct LabelTests {
  static let labels = [
    String(repeating: "A very long name ", count: 12),
    String(repeating: "松山湖创业投资", count: 30),
    "🚀🌊 Rockets 👩‍💻",
    "صندوق الملائكة",
    "=HYPERLINK(\\\"http://x\\\",\\\"y\\\")",
    "@SUM(A1)",
    "one, \\\"two\\\", three",
  ]

  @Test(arguments: labels) func doesNotBreakTables(label: String) throws {
    let place = try Workplace()
    try place.writeShortPlan(to: "plan.yaml", label: label)
    let outcome = try place.run("run", "plan.yaml", "--paths", "4", "--no-ranges")
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
    #expect(outcome.output.split(separator: "\n").count > 10)
    #expect(wideLines(outcome.output) == [])
    let check = try place.run("check", "plan.yaml")
    #expect(wideLines(check.output) == [])

    let text = label.replacing("\\\"", with: "\"").trimmingCharacters(in: .whitespaces)
    let cell = "=@".contains(text.prefix(1)) ? "'" + text : text
    for name in ["summary.csv", "cashflows.csv", "budget.csv"] {
      let table = try CSVTable(place.text("Reports/plan/\(name)"))
      let cells = try table.column("label").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(cells.contains(cell), "\(name)")
    }
  }
}
