import Foundation
import Testing

/// In which language and unit of money people read reports.
@Suite struct LanguageTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.copyExample("minimal.yaml")
  }

  @Test(arguments: [
    ([:], "en"), (["LANG": "zh_CN.UTF-8"], "zh"), (["LANG": "zh"], "zh"),
    (["LANG": "ZH_TW.UTF-8"], "zh"), (["LANG": "en_GB.UTF-8"], "en"), (["LANG": ""], "en"),
    (["LC_MESSAGES": "zh_CN.UTF-8"], "zh"), (["LC_MESSAGES": "C", "LANG": "zh_CN.UTF-8"], "en"),
    (["LC_MESSAGES": "", "LANG": "zh_CN.UTF-8"], "zh"),
    (["LC_ALL": "zh_CN.UTF-8", "LC_MESSAGES": "C"], "zh"),
    (["LC_ALL": "C.UTF-8", "LC_MESSAGES": "zh_CN", "LANG": "zh_CN"], "en"),
    (["LC_ALL": "", "LC_MESSAGES": "zh_CN"], "zh"), (["LC_CTYPE": "zh_CN.UTF-8"], "en"),
  ])
  func theLocaleDecidesWhereNothingElseDoes(environment: [String: String], language: String) throws
  {
    let outcome = try place.run(["check", "minimal.yaml"], environment: environment)
    #expect(outcome.output.contains(language == "en" ? "The plan fits." : "计划在规模之内。"))
  }

  @Test(arguments: [("en", "zh_CN.UTF-8"), ("zh", "en_US.UTF-8")])
  func theOptionOutranksTheLocale(language: String, locale: String) throws {
    let outcome = try place.run(
      ["check", "minimal.yaml", "--lang", language], environment: ["LC_ALL": locale])
    #expect(outcome.output.contains(language == "en" ? "The plan fits." : "计划在规模之内。"))
  }

  @Test func theScenarioOutranksTheLocaleAndTheOptionTheScenario() throws {
    let asking = ["check", "minimal.yaml", "--set", "language=zh"]
    let chinese = try place.run(asking, environment: ["LC_ALL": "en_US.UTF-8"])
    #expect(chinese.output.contains("计划在规模之内。"))
    let english = try place.run(asking + ["--lang", "en"], environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(english.output.contains("The plan fits."))
    let trace = try place.run(
      ["trace", "minimal.yaml", "--path", "0", "--set", "language=zh"], environment: [:])
    #expect(trace.output.contains("最小方案"))
  }

  /// The smallest scenario's fund has 10亿.
  @Test(arguments: [
    ("en", "yuan", "yuan", "1,000,000,000"), ("en", "wan", "10k yuan", "100,000"),
    ("en", "million", "million yuan", "1,000.0"), ("en", "yi", "100m yuan", "10.00"),
    ("zh", "yuan", "元", "1,000,000,000"), ("zh", "wan", "万元", "100,000"),
    ("zh", "million", "百万元", "1,000.0"), ("zh", "yi", "亿元", "10.00"),
  ])
  func theUnitHoldsForTheWholeScreen(
    language: String, unit: String, name: String, size: String
  ) throws {
    let outcome = try place.run("check", "minimal.yaml", "--lang", language, "--unit", unit)
    let lines = outcome.output.split(separator: "\n")
    let line = try #require(lines.first { $0.contains("size") || $0.contains("规模") })
    #expect(line.split(separator: " ").contains { $0 == size })
    #expect(lines.contains { $0.hasSuffix("\(name) ──") })
    let numbers = lines.filter { !$0.contains("─") }
    #expect(numbers.allSatisfy { $0.firstMatch(of: /[0-9](m|万|亿)/) == nil })
    #expect(wideLines(outcome.output) == [])
  }

  @Test func csvStaysInYuanAndLabelsFollowTheLocale() throws {
    let run = try FinishedRun.serial.get()
    try run.place(in: place, folder: "kept")
    let outcome = try place.run(
      ["report", "kept", "--format", "csv", "--output", "again", "--unit", "yi"],
      environment: ["LANG": "zh_CN.UTF-8"])
    #expect(outcome.status == 0)
    for name in ["summary.csv", "budget.csv"] {
      let chinese = try CSVTable(place.text("again/\(name)"))
      let english = try CSVTable(run.text(name))
      #expect(try chinese.column("label").contains("最小方案"))
      #expect(try chinese.column("mean") == english.column("mean"))
    }
  }

  @Test(arguments: ["yuan", "wan", "million", "yi"])
  func noNumberOfARunIsCutInAnyUnit(unit: String) throws {
    let run = try FinishedRun.serial.get()
    try run.place(in: place, folder: "kept")
    for language in ["en", "zh"] {
      let outcome = try place.run("report", "kept", "--unit", unit, "--lang", language)
      #expect(wideLines(outcome.output) == [])
      #expect(outcome.output.firstMatch(of: /[0-9,]…(\s|$)/) == nil)
    }
  }
}
