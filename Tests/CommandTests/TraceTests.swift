import Foundation
import Testing

/// `trace` tells one path of a scenario or of a run.
@Suite struct TraceTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.writeShortPlan(to: "plan.yaml")
  }

  private func run() throws {
    #expect(try place.run("run", "plan.yaml", "--paths", "40", "--no-ranges").status == 0)
  }

  @Test func tellsAPathOfAScenario() throws {
    let outcome = try place.run("trace", "plan.yaml", "--path", "3")
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
    #expect(outcome.output.contains("path 3, seed 1"))
    #expect(outcome.output.contains("Reconciles: all "))
    #expect(wideLines(outcome.output) == [])
    let other = try place.run("trace", "plan.yaml", "--path", "3", "--seed", "2")
    #expect(other.output.contains("path 3, seed 2"))
    #expect(other.output != outcome.output)
  }

  @Test func findsPathsOfARunByWord() throws {
    try run()
    _ = try place.run("report", "Reports/plan", "--format", "csv", "--save-paths")
    let table = try CSVTable(place.text("Reports/plan/paths.csv"))
    let values = try table.column("tvpi").map { try #require(Double($0)) }
    for (word, value) in [("worst", values.min()), ("best", values.max())] {
      let path = try #require(values.firstIndex { $0 == value })
      let byWord = try place.run("trace", "Reports/plan", "--path", word)
      #expect(byWord.status == 0)
      #expect(byWord.output.contains("path \(path), seed 1"))
      #expect(byWord.output.contains("Chosen as the \(word) of 40 paths by tvpi."))
      let ofScenario = try place.run("trace", "plan.yaml", "--path", word)
      #expect(ofScenario.output == byWord.output)
      let number = try place.run("trace", "Reports/plan", "--path", "\(path)", "--format", "csv")
      let again = try place.run("trace", "plan.yaml", "--path", "\(path)", "--format", "csv")
      #expect(number.output == again.output && number.status == 0)
    }
  }

  @Test func aFileGetsTheSameAsTheScreen() throws {
    for format in ["text", "csv", "json"] {
      let command = ["trace", "plan.yaml", "--path", "0", "--format", format]
      let screen = try place.run(command)
      let file = try place.run(command + ["--output", "out/path.\(format)"])
      #expect(file.output == "out/path.\(format)\n")
      #expect(try place.text("out/path.\(format)") == screen.output)
    }
    let rows = try CSVTable(place.text("out/path.csv"))
    #expect(rows.header.count == 13)
    #expect(
      try place.everything() == [
        "out", "out/path.csv", "out/path.json", "out/path.text", "plan.yaml",
      ])
  }

  @Test func tellsOneCompany() throws {
    let fund = try place.run("trace", "plan.yaml", "--path", "0", "--sub-fund", "one")
    #expect(fund.status == 0)
    #expect(!fund.output.contains("Mother fund by"))
    let company = try place.run(
      "trace", "plan.yaml", "--path", "0", "--sub-fund", "one", "--company", "0", "--lang", "zh")
    #expect(company.status == 0)
    #expect(company.output.contains("企业 0："))
    #expect(company.output.contains("核对相符"))
  }

  @Test(arguments: [
    (["--path", "-1"], 64, "--path"), (["--path", "p50"], 64, "not p50."),
    (["--path", "20000"], 64, "paths are numbered from 0 to"),
    (["--path", "1", "--company", "2"], 64, "--company needs --sub-fund"),
    (["--path", "1", "--sub-fund", "oen"], 64, "did you mean one?"),
    (["--path", "1", "--sub-fund", "one", "--company", "9999"], 64, "the nearest that it buys"),
    (["--path", "1", "--by", "tvip"], 64, "did you mean tvpi?"),
    (["--path", "1", "--format", "pdf"], 64, "pdf"),
    (["--path", "1", "--generator", "dice"], 64, "--generator must be one of"),
    (["--path", "1", "--output", ""], 64, "--output names no file."),
    (["--path", "1", "--set", "terms.cary=1"], 65, "terms.carry"),
    (["--path", "worst"], 66, "run it first, with angelfof run plan.yaml"),
    ([], 64, "--path"),
  ])
  func whatIsWrongIsTold(arguments: [String], status: Int32, message: String) throws {
    let outcome = try place.run(["trace", "plan.yaml"] + arguments)
    #expect(outcome.status == status)
    #expect(outcome.output == "")
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
    #expect(try place.everything() == ["plan.yaml"])
  }

  @Test func wrongRunsAreTold() throws {
    try run()
    let missing = try place.run("trace", "Reports/paln", "--path", "1")
    #expect(missing.status == 66 || missing.status == 65)
    let set = try place.run("trace", "Reports/plan", "--path", "1", "--seed", "2")
    #expect(set.status == 64 && set.messages.contains("need a scenario file"))
    let range = try place.run("trace", "Reports/plan", "--path", "40")
    #expect(range.status == 64 && range.messages.contains("from 0 to 39"))
    let changed = try place.run("trace", "plan.yaml", "--path", "best", "--set", "terms.carry=9%")
    #expect(changed.status == 65 && changed.messages.contains("is a run of another scenario"))
    let seed = try place.run("trace", "plan.yaml", "--path", "best", "--seed", "2")
    #expect(seed.status == 65 && seed.messages.contains("is a run with seed 1"))
    let elsewhere = try place.run(
      "trace", "plan.yaml", "--path", "best", "--run", "Reports/plan/run.sqlite")
    #expect(elsewhere.status == 0)
  }
}
