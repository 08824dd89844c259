import AngelFunds
import Foundation
import Testing

@testable import Reporting

/// A trace as text, as a table and as JSON.
@Suite struct TraceTextTests {
  private static func trace(_ engine: String) throws -> PathTrace {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Scenarios/dongguan_baseline.yaml")
    let loaded = try LoadedScenario(
      path: file.path, overrides: [KeyOverride(path: "outcomes.engine", value: engine)]
    ) { try [UInt8](Data(contentsOf: URL(filePath: $0))) }
    return try PathTrace(
      loaded, settings: SimulationSettings(paths: 20, seed: 1), path: 7)
  }

  @Test(arguments: ["multiples", "rounds"], Language.allCases)
  func fitsTheScreen(engine: String, language: Language) throws {
    let trace = try Self.trace(engine)
    for part in [
      trace, try trace.restricted(toVehicle: "songshan_lake_1"),
      try trace.restricted(toVehicle: "direct", company: trace.vehicles.last?.companies[0].ordinal),
    ] {
      let text = TerminalTrace(part, style: ReportStyle(language: language)).text
      let lines = text.split(separator: "\n").map(String.init)
      #expect(lines.filter { TextTable.width($0) > 80 } == [])
      #expect(text.contains(language == .english ? "Reconciles: all " : "核对相符："))
      // Headings of columns and what happened are never cut short.
      #expect(lines.filter { $0.contains("…") && !$0.contains("*") }.count < lines.count / 10)
    }
  }

  @Test func theTableHasEveryEntry() throws {
    let trace = try Self.trace("rounds")
    let rows = TraceTable.text(trace, forExcel: false).split(separator: "\r\n")
    #expect(rows.count == trace.entries.count + 1)
    #expect(
      rows[0]
        == "date,quarter,vehicle,company,event,detail,payer,payee,amount_cny,price,"
        + "company_value_cny,ownership,stake_cny")
    let called = rows.filter { $0.contains(",capital_call,,mother_fund,") }
      .compactMap { Double($0.split(separator: ",", omittingEmptySubsequences: false)[8]) }
    #expect(abs(called.reduce(0, +) - trace.years.reduce(0) { $0 + $1.called }) < 1)
    #expect(trace.entries.map(\.quarter) == trace.entries.map(\.quarter).sorted())
  }

  @Test func jsonHasTheSameContent() throws {
    let trace = try Self.trace("rounds")
    let data = Data(try TraceJSON.text(trace).utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect((object["entries"] as? [Any])?.count == trace.entries.count)
    #expect((object["vehicles"] as? [Any])?.count == trace.vehicles.count)
    let figures = try #require(object["figures"] as? [String: Double])
    let tvpi = try #require(trace.motherFund(.tvpi))
    #expect(abs(try #require(figures["tvpi"]) - tvpi) < 1e-12)
    let check = try #require(object["reconciliation"] as? [String: Any])
    #expect(check["reconciles"] as? Bool == true)
  }
}
