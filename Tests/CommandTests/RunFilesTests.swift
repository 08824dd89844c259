import Foundation
import Testing

/// The files of a run are a contract with spreadsheets and scripts.
@Suite struct RunFilesTests {
  private let run: FinishedRun

  init() throws { run = try FinishedRun.serial.get() }

  @Test func endsWellAndTellsWhereTheReportsAre() {
    #expect(run.outcome.status == 0)
    #expect(run.outcome.messages == "")
    let lines = run.outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.contains { $0.hasPrefix("Reports/minimal/: ") })
    #expect(lines.joined(separator: " ").contains("CSV for programs."))
    #expect(run.outcome.output.hasSuffix("\nAll figures: angelfof report Reports/minimal\n"))
  }

  @Test func writesTheseFilesAndNoOthers() {
    #expect(
      run.files.keys.sorted() == [
        "budget.csv", "cashflows.csv", "notes.csv", "paths.csv", "report.html", "report.xlsx",
        "run.sqlite", "sensitivity.csv", "summary.csv",
      ])
  }

  @Test func headersAreThoseOfTheContract() throws {
    let headers = [
      "summary.csv":
        "scope,id,label,metric,unit,mean,mean_se,p05,p05_se,p25,p25_se,p50,p50_se,p75,p75_se,"
        + "p95,p95_se,defined_share",
      "cashflows.csv":
        "scope,id,label,series,quarter,period,unit,mean,mean_se,p05,p25,p50,p75,p95",
      "budget.csv":
        "scope,id,label,year,item,unit,mean,mean_se,p05,p05_se,p25,p25_se,p50,p50_se,p75,p75_se,"
        + "p90,p90_se,p95,p95_se",
      "sensitivity.csv":
        "input,low,high,metric,statistic,unit,base,low_value,low_change,low_change_se,"
        + "high_value,high_change,high_change_se,paths",
      "notes.csv": "scope,id,metric,statistic,note,value",
    ]
    for (name, header) in headers {
      #expect(try run.text(name).hasPrefix(header + "\r\n"), "\(name)")
    }
    let paths = try CSVTable(run.text("paths.csv"))
    let summary = try CSVTable(run.text("summary.csv"))
    let metrics = Set(
      zip(try summary.column("scope"), try summary.column("metric"))
        .filter { $0.0 == "mother_fund" }.map(\.1))
    #expect(paths.header.first == "path")
    #expect(paths.header.count > 10)
    #expect(Set(paths.header.dropFirst()).isSubset(of: metrics))
    #expect(try paths.column("path") == (0..<600).map(String.init))
  }

  @Test func everyNumberIsPlainAndFinite() throws {
    let words: Set = [
      "scope", "id", "label", "metric", "unit", "series", "period", "item", "input", "low", "high",
      "statistic", "note",
    ]
    for name in run.tables {
      let table = try CSVTable(run.text(name))
      #expect(!table.rows.isEmpty, "\(name)")
      for (index, column) in table.header.enumerated() where !words.contains(column) {
        let wrong = table.rows.map { $0[index] }.filter {
          !$0.isEmpty && $0.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) == nil
        }
        #expect(wrong == [], "\(name), \(column)")
      }
    }
  }

  @Test func saysNowhereThatANumberIsNone() throws {
    for name in run.tables {
      let table = try CSVTable(run.text(name))
      let wrong = table.rows.joined().filter {
        ["nan", "-nan", "inf", "-inf", "infinity", "null", "nil"].contains($0.lowercased())
      }
      #expect(wrong == [], "\(name)")
    }
    #expect(run.outcome.output.firstMatch(of: /(?i)\bnan\b|\binf\b/) == nil)
  }

  @Test func rangesOfInputsStayNumbers() throws {
    let table = try CSVTable(run.text("sensitivity.csv"))
    let lows = Set(zip(try table.column("input"), try table.column("low")).map { "\($0)=\($1)" })
    #expect(lows.contains("outcomes.quality_shift=-0.2"))
  }

  /// No result depends on the number of workers, to the last bit.
  @Test func twoWorkersWriteTheSameBytes() throws {
    let parallel = try FinishedRun.parallel.get()
    #expect(parallel.outcome.status == 0)
    #expect(parallel.outcome.output == run.outcome.output)
    #expect(parallel.tables == run.tables)
    for name in run.tables + ["report.html", "report.xlsx", "run.sqlite"] {
      #expect(parallel.files[name] == run.files[name], "\(name)")
    }
  }

  @Test func theScreenIsAtMostEightyColumnsWide() {
    #expect(run.outcome.output.contains("Smallest scenario"))
    #expect(wideLines(run.outcome.output) == [])
    #expect(!run.outcome.output.unicodeScalars.contains("\u{1B}"))
  }

  /// A figure cut with an ellipsis tells nothing; `…` stands between the ends of ranges only.
  @Test func theScreenCutsNoFigure() {
    #expect(run.outcome.output.contains("± ?"))
    #expect(run.outcome.output.firstMatch(of: /[0-9,.%x]…(\s|$)/) == nil)
  }
}
