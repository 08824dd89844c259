import Foundation
import Testing

/// A run that several machines share, and `merge`.
@Suite struct ShardRunTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.writeShortPlan(to: "plan.yaml")
  }

  /// Runs one shard of the short plan's 1,700 paths, which are four blocks.
  private func runShard(_ shard: String, _ more: String...) throws -> Outcome {
    try place.run(["run", "plan.yaml", "--paths", "1700", "--shard", shard] + more)
  }

  private func csv(_ folder: String) throws -> [String: Data] {
    try place.snapshot().reduce(into: [:]) { files, file in
      guard file.key.hasPrefix(folder + "/"), file.key.hasSuffix(".csv") else { return }
      files[String(file.key.dropFirst(folder.count + 1))] = file.value
    }
  }

  @Test func aShardWritesItsStoreAndTellsHowToGoOn() throws {
    let outcome = try runShard("2/3", "--excel", "--save-paths")
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
    #expect(
      outcome.output == """
        Short plan
        Shard 2 of 3: 500 of 1,700 paths, seed 1

        Reports/plan/shard_2_of_3.sqlite

        When all 3 shards are in one folder, make the run of them with:
          angelfof merge Reports/plan --excel --save-paths

        """)
    #expect(
      try place.everything()
        == ["Reports", "Reports/plan", "Reports/plan/shard_2_of_3.sqlite", "plan.yaml"])
  }

  @Test func inChineseToo() throws {
    let outcome = try runShard("1/1", "--lang", "zh", "--output", "两台 机器")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("分片 1/1：1,700 条，全部 1,700 条路径，种子 1"))
    #expect(outcome.output.hasSuffix("  angelfof merge '两台 机器/plan' --lang zh\n"))
    #expect(wideLines(outcome.output) == [])
  }

  @Test func threeShardsInTwoOrdersAreTheRun() throws {
    let single = try place.run(
      "run", "plan.yaml", "--paths", "1700", "--save-paths", "--output", "single")
    #expect(single.status == 0)
    let expected = try csv("single/plan")
    #expect(expected.count == 6)
    for (number, jobs) in [(1, "1"), (2, "2"), (3, "1")] {
      let outcome = try runShard("\(number)/3", "--output", "machine_\(number)", "--jobs", jobs)
      #expect(outcome.status == 0)
    }
    let shards = (1...3).map { "machine_\($0)/plan/shard_\($0)_of_3.sqlite" }
    for order in [[2, 0, 1], [1, 2, 0]] {
      let outcome = try place.run(
        ["merge"] + order.map { shards[$0] } + ["--output", "merged", "--save-paths"])
      #expect(outcome.status == 0)
      #expect(outcome.messages == "")
      #expect(
        try place.run("report", "merged").output == place.run("report", "single/plan").output)
      #expect(try csv("merged") == expected)
    }
    let again = try place.run("report", "merged", "--format", "csv", "--output", "again")
    #expect(again.status == 0)
    #expect(try place.bytes("again/summary.csv") == expected["summary.csv"])
  }

  /// The inputs' ranges are in the merged run, once.
  @Test func aFolderOfShardsMergesIntoTheRunWithItsRanges() throws {
    let single = try FinishedRun.serial.get()
    try place.copyExample("minimal.yaml")
    for shard in ["2/2", "1/2"] {
      let outcome = try place.run(
        ["run", "minimal.yaml", "--paths", "600", "--shard", shard] + FinishedRun.sevenYears)
      #expect(outcome.status == 0)
    }
    let outcome = try place.run("merge", "Reports/minimal", "--save-paths")
    #expect(outcome.status == 0)
    #expect(outcome.output == single.outcome.output)
    let files = try csv("Reports/minimal")
    #expect(files.keys.sorted() == single.tables)
    #expect(try place.bytes("Reports/minimal/run.sqlite") == single.files["run.sqlite"])
    for name in single.tables { #expect(files[name] == single.files[name], "\(name)") }
  }

  @Test func languageAndExcelAreThoseOfTheMerge() throws {
    _ = try runShard("1/1", "--no-ranges")
    let outcome = try place.run("merge", "Reports/plan/", "--lang", "zh", "--excel")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("1,700 条路径，种子 1"))
    #expect(try place.bytes("Reports/plan/summary.csv").starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(try !place.everything().contains("Reports/plan/paths.csv"))
  }

  @Test func severalScenariosHaveAFolderEach() throws {
    try place.writeShortPlan(to: "other.yaml", label: "Other")
    let outcome = try place.run(
      "run", "plan.yaml", "other.yaml", "--paths", "600", "--no-ranges", "--shard", "1/2")
    #expect(outcome.status == 0)
    let stores = try place.everything().filter { $0.hasSuffix(".sqlite") }
    #expect(
      stores == ["Reports/other/shard_1_of_2.sqlite", "Reports/plan/shard_1_of_2.sqlite"])
  }
}
