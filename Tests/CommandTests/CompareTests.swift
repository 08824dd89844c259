import Foundation
import Testing

/// What `compare` writes and shows.
@Suite struct CompareTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.writeShortPlan(to: "plan.yaml")
    try place.write(
      """
      base: plan.yaml
      title: {en: "=Dear plan", zh: "高费方案"}
      set: {mother_fund.mgmt_fee: 5%}
      """, to: "dear.yaml")
  }

  private static let columns = [
    "scope", "id", "label", "metric", "unit", "base", "variant", "base_mean", "variant_mean",
    "difference", "difference_se", "ci95_low", "ci95_high", "share_of_paths_higher",
    "variance_reduction", "paired_share",
  ]

  private func number(_ row: [String], _ column: String) throws -> Double {
    let index = try #require(Self.columns.firstIndex(of: column))
    return try #require(Double(row[index]))
  }

  @Test func scenariosAreComparedOnTheFirstOnesSeed() throws {
    let outcome = try place.run("compare", "plan.yaml", "dear.yaml", "--paths", "100")
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
    #expect(wideLines(outcome.output) == [])
    #expect(outcome.output.hasPrefix("Compared with plan "))
    #expect(outcome.output.contains("100 paths, seed 1"))
    #expect(outcome.output.contains("\nReports/compare_plan/: comparison.html to read, "))
    #expect(outcome.output.contains("mother_fund.mgmt_fee"))
    #expect(
      try place.everything().filter { $0.hasPrefix("Reports") }
        == [
          "Reports", "Reports/compare_plan", "Reports/compare_plan/compare.csv",
          "Reports/compare_plan/comparison.html", "Reports/compare_plan/comparison.xlsx",
        ])
    let table = try CSVTable(try place.text("Reports/compare_plan/compare.csv"))
    #expect(table.header == Self.columns)
    #expect(Set(try table.column("scope")).count == 4)
    #expect(Set(try table.column("variant")) == ["dear"])
    #expect(try table.column("label")[0] == "'=Dear plan")
    let multiple = try #require(table.rows.first { $0[3] == "tvpi" })
    #expect(try number(multiple, "difference") < 0)
    #expect(try number(multiple, "ci95_low") < number(multiple, "difference"))
    #expect(try number(multiple, "ci95_high") > number(multiple, "difference"))
    #expect(try number(multiple, "paired_share") == 1)
    #expect(try number(multiple, "variance_reduction") > 1)
    let difference = try number(multiple, "variant_mean") - number(multiple, "base_mean")
    #expect(abs(difference - (try number(multiple, "difference"))) < 2e-6)
  }

  @Test func aScenarioEqualsItself() throws {
    let outcome = try place.run(
      "compare", "plan.yaml", "plan.yaml", "--paths", "40", "--output", "same")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("2  plan_2"))
    let equal = outcome.output.split(separator: "\n").filter {
      $0.hasSuffix(" equal on every path")
    }
    #expect(equal.count == 9)
    let table = try CSVTable(try place.text("same/compare.csv"))
    for row in table.rows { #expect(Array(row[9...14]) == ["0", "0", "0", "0", "0", ""]) }
  }

  @Test func finishedRunsAreComparedWithoutSimulating() throws {
    let first = try place.run(
      "compare", "plan.yaml", "dear.yaml", "--paths", "60", "--save-runs", "--output", "kept",
      "--lang", "zh", "--excel")
    #expect(first.status == 0)
    #expect(wideLines(first.output) == [])
    #expect(
      try place.everything().filter { $0.hasPrefix("kept/") }
        == [
          "kept/compare.csv", "kept/comparison.html", "kept/comparison.xlsx", "kept/dear.sqlite",
          "kept/plan.sqlite",
        ])
    let second = try place.run(
      "compare", "kept/plan.sqlite", "kept/dear.sqlite", "--output", "again", "--lang", "zh",
      "--excel")
    #expect(second.status == 0)
    #expect(try place.bytes("again/compare.csv") == place.bytes("kept/compare.csv"))
    #expect(try place.text("again/compare.csv").hasPrefix("\u{FEFF}"))
    let screens = [first, second].map { $0.output.split(separator: "\n").dropLast() }
    #expect(screens[0] == screens[1])
  }

  @Test func anotherSeedIsToldAndNotPaired() throws {
    for seed in ["1", "2"] {
      let run = try place.run(
        "run", "plan.yaml", "--paths", "60", "--no-ranges", "--seed", seed, "--output",
        "seed\(seed)")
      #expect(run.status == 0)
    }
    let outcome = try place.run("compare", "seed1/plan", "seed2/plan")
    #expect(outcome.status == 0)
    #expect(wideLines(outcome.output) == [])
    #expect(outcome.output.contains("Not paired: seeds differ (1, 2)."))
    #expect(outcome.output.contains("within noise"))
    #expect(outcome.output.contains("The scenarios are the same"))
    let table = try CSVTable(try place.text("Reports/compare_plan/compare.csv"))
    for row in table.rows { #expect(Array(row[13...15]) == ["", "", "0"]) }
  }

  @Test func anyFigureWithADirectionRanks() throws {
    let outcome = try place.run(
      "compare", "dear.yaml", "plan.yaml", "--paths", "60", "--rank-by", "mgmt_fees")
    #expect(outcome.status == 0)
    #expect(wideLines(outcome.output) == [])
    let lines = outcome.output.split(separator: "\n")
    #expect(lines[2] == "By Management fees, the lowest first:")
    #expect(lines[4].hasPrefix("1  plan "))
    #expect(lines[5].hasPrefix("2  dear "))
  }

  /// The seed of the second file is not the one it runs on.
  @Test func aSeedThatIsNotUsedIsMarked() throws {
    try place.write(
      "{base: plan.yaml, title: {en: Short plan, zh: Short plan}, seed: 9, paths: 70}",
      to: "other.yaml")
    let outcome = try place.run("compare", "plan.yaml", "other.yaml", "--paths", "40")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("seed (not used)"))
    #expect(outcome.output.contains("paths (not used)"))
    #expect(outcome.output.contains("The scenarios are the same"))
  }

  @Test func whatCannotBeComparedIsRefused() throws {
    try place.write("sub_funds: 5", to: "bad.yaml")
    let run = try place.run("run", "plan.yaml", "--paths", "20", "--no-ranges")
    #expect(run.status == 0)
    let before = try place.snapshot()
    let cases: [(arguments: [String], status: Int32, message: String)] = [
      ([], 64, "inputs"),
      (["plan.yaml"], 64, "compare takes the base and at least one more"),
      (["plan.yaml", "Reports/plan"], 64, "not both at once"),
      (["Reports/plan/run.sqlite", "plan.yaml"], 64, "not both at once"),
      (["Reports/plan", "Reports/plan", "--seed", "3"], 64, "need scenario files"),
      (["plan.yaml", "dear.yaml", "--rank-by", "carry"], 64, "loss_probability, distributions"),
      (["plan.yaml", "dear.yaml", "--output", ""], 64, "--output names no folder."),
      (["plan.yaml", "none.yaml"], 66, "none.yaml: cannot be read: there is no such file"),
      (["Reports/plan", "Reports/none.sqlite"], 66, "there is no such file"),
      (["plan.yaml", "bad.yaml"], 65, "bad.yaml:1: sub_funds"),
      (["Reports/plan", "Reports"], 66, "Reports/run.sqlite: is not a run"),
    ]
    for (arguments, status, message) in cases {
      let outcome = try place.run(["compare"] + arguments)
      #expect(outcome.status == status, "\(arguments)")
      #expect(outcome.messages.contains(message), "\(arguments): \(outcome.messages)")
      #expect(outcome.output == "")
    }
    #expect(try place.snapshot() == before)
  }

  @Test func anInterruptedComparisonLeavesNothing() throws {
    let before = try place.everything()
    let program = try place.start(["compare", "plan.yaml", "dear.yaml", "--paths", "5000000"])
    try program.wait { place.holds { $0.contains(".sqlite.partial") } }
    kill(program.process.processIdentifier, SIGINT)
    let outcome = try program.outcome()
    #expect(outcome.status == 130)
    #expect(outcome.messages == "Interrupted; nothing half-written is left.\n")
    #expect(try place.everything() == before)
  }
}
