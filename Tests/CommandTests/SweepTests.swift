import Foundation
import Testing

/// Sweeps from the command line.
@Suite struct SweepTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.writeShortPlan(to: "plan.yaml")
    try place.write(
      """
      base: plan.yaml
      paths: 400
      factors:
        terms.carry: [10%, 15%, 20%]
        terms.hurdle_rate: [4%, 6%]
        outcomes.tail_index: [1.3, 1.5]

      """, to: "grid.yaml")
  }

  @Test func writesTablesAndTheStore() throws {
    let outcome = try place.run("sweep", "grid.yaml", "--jobs", "1")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let folder = try place.everything().filter { $0.hasPrefix("Reports/grid/") }
    #expect(
      folder
        == ["cells.csv", "sweep.csv", "sweep.html", "sweep.sqlite", "sweep.xlsx"].map {
          "Reports/grid/\($0)"
        })
    let sweep = try CSVTable(place.text("Reports/grid/sweep.csv"))
    #expect(
      sweep.header == [
        "cell", "terms.carry", "terms.hurdle_rate", "outcomes.tail_index", "scope", "id", "metric",
        "unit", "mean", "mean_se", "p05", "p05_se", "p25", "p25_se", "p50", "p50_se", "p75",
        "p75_se", "p95", "p95_se",
      ])
    #expect(sweep.rows.count == 12 * 10)
    let cells = try CSVTable(place.text("Reports/grid/cells.csv"))
    #expect(
      cells.header == [
        "cell", "terms.carry", "terms.hurdle_rate", "outcomes.tail_index", "status", "message",
        "seconds",
      ])
    #expect(cells.rows.allSatisfy { $0[4] == "done" && (Double($0[6]) ?? 0) > 0 })
    // No terminal: one line a cell.
    #expect(outcome.messageLines.count == 12)
    #expect(outcome.output.split(separator: "\n").allSatisfy { displayWidth($0) <= 80 })
  }

  @Test func jobsChangeNothing() throws {
    _ = try place.run("sweep", "grid.yaml", "--jobs", "1", "--output", "one")
    _ = try place.run("sweep", "grid.yaml", "--jobs", "2", "--output", "two")
    #expect(try place.bytes("one/grid/sweep.csv") == place.bytes("two/grid/sweep.csv"))
  }

  /// SIGKILL at ten random moments, each time resumed: the same bytes as without.
  @Test func survivesBeingKilled() throws {
    let start = ContinuousClock.now
    #expect(try place.run("sweep", "grid.yaml", "--output", "whole").status == 0)
    let seconds = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
    let expected = try place.bytes("whole/grid/sweep.csv")
    let cells = try CSVTable(place.text("whole/grid/cells.csv"))
    for number in 0..<10 {
      let folder = "killed_\(number)"
      let program = try place.start(["sweep", "grid.yaml", "--output", folder])
      let moment = Double.random(in: 0...seconds)
      Thread.sleep(forTimeInterval: moment)
      kill(program.process.processIdentifier, SIGKILL)
      _ = try program.outcome()
      let resumed = try place.run("sweep", "grid.yaml", "--output", folder, "--resume")
      #expect(resumed.status == 0, "killed after \(moment) s: \(resumed.messages)")
      #expect(try place.bytes("\(folder)/grid/sweep.csv") == expected)
      let again = try CSVTable(place.text("\(folder)/grid/cells.csv"))
      #expect(again.rows.map { $0.dropLast() } == cells.rows.map { $0.dropLast() })
      #expect(
        try place.everything().filter { $0.hasPrefix("\(folder)/grid/") }.count == 5,
        "killed after \(moment) s")
    }
  }

  @Test func aSecondCtrlCOrAStartFromNothingLosesNothing() throws {
    let program = try place.start(["sweep", "grid.yaml", "--paths", "4000"])
    try program.wait { place.holds { $0 == "Reports/grid/unfinished_sweep.sqlite" } }
    Thread.sleep(forTimeInterval: 0.3)
    kill(program.process.processIdentifier, SIGINT)
    let outcome = try program.outcome()
    #expect(outcome.status == 130)
    #expect(outcome.messages.contains("go on with --resume"))
    let again = try place.run("sweep", "grid.yaml", "--paths", "4000")
    #expect(again.status == 73)
    #expect(again.messages.contains("an unfinished sweep is here"))
    let other = try place.run("sweep", "grid.yaml", "--resume")
    #expect(other.status == 65)
    #expect(other.messages.contains("another number of paths (4000, not 400)"))
    #expect(try place.run("sweep", "grid.yaml", "--paths", "4000", "--resume").status == 0)
  }

  @Test func badCellsAreToldAndTheOthersRun() throws {
    try place.write(
      """
      base: plan.yaml
      paths: 50
      factors: {mother_fund.fund_life: [3y, 4y], terms.exit_period: [1y, 2y]}

      """, to: "bad.yaml")
    let outcome = try place.run("sweep", "bad.yaml")
    #expect(outcome.status == 65)
    #expect(outcome.messages.contains("cell 2: invalid: sub_funds.one ends too late"))
    let cells = try CSVTable(place.text("Reports/bad/cells.csv"))
    #expect(cells.rows.map { $0[3] } == ["done", "invalid", "done", "done"])
  }

  @Test(arguments: [
    ("factors: {terms.cary: [1%]}", "grid.yaml:2: terms.cary is not a key path"),
    ("factors: {terms.carry: [900%]}", "grid.yaml:2: terms.carry must be a share"),
    ("factors: {}", "grid.yaml:2: factors is empty"),
  ])
  func wrongSweepsWriteNothing(text: String, message: String) throws {
    try place.write("base: plan.yaml\n\(text)\n", to: "grid.yaml")
    let outcome = try place.run("sweep", "grid.yaml")
    #expect(outcome.status == 65)
    #expect(outcome.messageLines.count == 1)
    #expect(outcome.messages.hasPrefix(message))
    #expect(try place.everything() == ["grid.yaml", "plan.yaml"])
  }

  @Test func aMissingSweepIsNoInput() throws {
    #expect(try place.run("sweep", "other.yaml").status == 66)
    #expect(try place.run("sweep", "grid.yaml", "--shard", "4/3").status == 64)
  }

  @Test func aTornadoHasItsOwnTable() throws {
    try place.write(
      """
      base: plan.yaml
      paths: 100
      design: one_at_a_time
      factors: {terms.carry: [10%, 30%], outcomes.holding_scale: [0.75, 1.25]}

      """, to: "tornado.yaml")
    for language in ["zh", "en"] {
      let outcome = try place.run("sweep", "tornado.yaml", "--lang", language)
      #expect(outcome.status == 0)
      let table = try CSVTable(place.text("Reports/tornado/tornado.csv"))
      #expect(table.rows.count == 2 * 10)
      #expect(outcome.output.split(separator: "\n").allSatisfy { displayWidth($0) <= 80 })
    }
  }

  @Test func pointsOfManyInputsTellHowFarTheySpread() throws {
    try place.write(
      """
      base: plan.yaml
      paths: 50
      design: sobol
      points: 8
      factors: {outcomes.tail_index: {uniform: [1.2, 1.6]}, terms.carry: [10%, 20%]}

      """, to: "points.yaml")
    for language in ["zh", "en"] {
      let outcome = try place.run("sweep", "points.yaml", "--lang", language)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("outcomes.tail_index"))
      #expect(outcome.output.split(separator: "\n").allSatisfy { displayWidth($0) <= 80 })
    }
  }

  @Test func shardsMergeFromTheCommandLine() throws {
    #expect(try place.run("sweep", "grid.yaml", "--output", "whole").status == 0)
    for shard in ["2/3", "1/3"] {
      let outcome = try place.run("sweep", "grid.yaml", "--shard", shard)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("angelfof merge Reports/grid"))
    }
    let early = try place.run("merge", "Reports/grid")
    #expect(early.status == 65)
    #expect(early.messages.contains("shard 3 of 3 is missing"))
    #expect(try place.run("sweep", "grid.yaml", "--shard", "3/3").status == 0)
    let merged = try place.run("merge", "Reports/grid", "--output", "all")
    #expect(merged.status == 0, "\(merged.messages)")
    #expect(try place.bytes("all/sweep.csv") == place.bytes("whole/grid/sweep.csv"))
  }

  @Test func reportsAreMadeAgainFromTheStore() throws {
    let first = try place.run("sweep", "grid.yaml")
    let sweep = try place.bytes("Reports/grid/sweep.csv")
    let again = try place.run("report", "Reports/grid")
    #expect(again.status == 0)
    #expect(first.output.hasPrefix(again.output))
    #expect(try place.run("report", "Reports/grid", "--format", "csv", "-o", "x").status == 0)
    #expect(try place.bytes("x/sweep.csv") == sweep)
  }
}
