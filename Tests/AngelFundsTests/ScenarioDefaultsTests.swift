import Foundation
import Testing

@testable import AngelFunds

@Suite struct ScenarioDefaultsTests {
  /// Rows of the table of defaults: key, default, meaning, source.
  private func rows() throws -> [[String]] {
    let texts = try ["Docs/Model.md"].map(projectFile)
      .filter { FileManager.default.fileExists(atPath: $0.path) }
      .map { try String(contentsOf: $0, encoding: .utf8) }
    let lines = texts.joined(separator: "\n\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    var rows: [[String]] = []
    var isInTable = false
    for line in lines {
      if line == "| key | default | meaning | source, confidence |" { isInTable = true }
      if !line.hasPrefix("|") { isInTable = false }
      guard isInTable, line.hasPrefix("| `") else { continue }
      rows.append(line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) })
    }
    return rows
  }

  private func cell(_ key: ScenarioKeys.Key) -> String {
    if let text = key.default { return "`\(text)`" }
    if let source = key.inheritsFrom { return "as \(source)" }
    return key.isRequired ? "required" : "none"
  }

  @Test func everyKeyAndDefaultIsInTheTable() throws {
    let written = Set(try rows().map { "\($0[0]) \($0[1])" })
    let known = Set(ScenarioKeys.all.map { "`\($0.path)` \(cell($0))" })
    #expect(known.subtracting(written).sorted() == [])
    #expect(written.subtracting(known).sorted() == [])
  }

  @Test func everyRowHasAMeaningAndASource() throws {
    for row in try rows() {
      try #require(row.count == 4, "\(row)")
      #expect(row.allSatisfy { !$0.isEmpty }, "\(row)")
    }
  }
}
