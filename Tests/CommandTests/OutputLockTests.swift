import Foundation
import Testing

/// Two programs never write into one folder at a time.
@Suite struct OutputLockTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.writeShortPlan(to: "plan.yaml")
  }

  private func startLongRun(_ more: String...) throws -> RunningProgram {
    let program = try place.start(["run", "plan.yaml", "--paths", "5000000"] + more)
    try program.wait { place.holds { $0.contains(".sqlite.partial") } }
    return program
  }

  private func end(_ program: RunningProgram) throws {
    kill(program.process.processIdentifier, SIGINT)
    _ = try program.outcome()
  }

  /// Seen: three runs at once into one folder, whose summary and store disagreed in 288 rows.
  @Test(arguments: [
    "run plan.yaml --paths 20", "compare plan.yaml plan.yaml --paths 20 --output Reports/plan",
    "merge shard_1_of_1.sqlite --output Reports/plan",
    "report whole/plan --format csv --output Reports/plan",
  ])
  func theSecondIsRefusedAndToldWhoIsAtWork(command: String) throws {
    let merges = command.hasPrefix("merge")
    if merges || command.hasPrefix("report") {
      let paths = ["run", "plan.yaml", "--paths", "20", "--no-ranges"]
      #expect(
        try place.run(paths + (merges ? ["--shard", "1/1", "-o", "."] : ["-o", "whole"])).status
          == 0)
      if merges {
        try FileManager.default.copyItem(
          at: place.folder.appending(path: "plan/shard_1_of_1.sqlite"),
          to: place.folder.appending(path: "shard_1_of_1.sqlite"))
      }
    }
    let first = try startLongRun()
    let id = first.process.processIdentifier
    let outcome = try place.run(command.split(separator: " ").map(String.init))
    #expect(outcome.status == 73)
    #expect(outcome.output == "")
    let pattern = try Regex(
      "Reports/plan: is in use: angelfof run plan.yaml --paths 5000000 \\(process \(id) of .*, "
        + "since 20[0-9-]+T[0-9:]+Z\\); wait until it ends, or choose another folder with "
        + "--output\n")
    #expect(try pattern.wholeMatch(in: outcome.messages) != nil, "\(outcome.messages)")
    try end(first)
    #expect(try place.everything().allSatisfy { !$0.contains(".angelfof") })
  }

  @Test func aSecondSweepIsRefused() throws {
    try place.write(
      "base: plan.yaml\npaths: 100000\nfactors: {terms.carry: [10%, 20%]}\n", to: "grid.yaml")
    let first = try place.start(["sweep", "grid.yaml"])
    try first.wait { place.holds { $0 == "Reports/grid/unfinished_sweep.sqlite" } }
    let second = try place.run("sweep", "grid.yaml", "--resume")
    #expect(second.status == 73)
    #expect(second.messages.hasPrefix("Reports/grid: is in use: angelfof sweep grid.yaml (process"))
    try end(first)
  }

  /// Shards are what several programs make at a time, also into one folder.
  @Test func differentShardsGoSideBySide() throws {
    let first = try startLongRun("--shard", "1/2", "--no-ranges")
    let outcome = try place.run(
      "run", "plan.yaml", "--paths", "600", "--no-ranges", "--shard", "2/2")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let same = try place.run(
      "run", "plan.yaml", "--paths", "600", "--no-ranges", "--shard", "1/2")
    #expect(same.status == 73)
    try end(first)
  }

  /// A lock is held by a program that lives: what a killed one left locks nobody out.
  @Test func theLockOfAKilledProgramHoldsNobodyUp() throws {
    let killed = try startLongRun()
    kill(killed.process.processIdentifier, SIGKILL)
    _ = try killed.outcome()
    #expect(place.holds { $0 == "Reports/plan/.angelfof-lock" })
    #expect(try place.run("run", "plan.yaml", "--paths", "2", "--no-ranges").status == 0)
    #expect(try place.everything().allSatisfy { !$0.contains("/.") })
  }

  /// Many starts at a time, in a folder that is made and taken away again: one whole set each.
  @Test func ofManyAtATimeTheFilesAreOfOne() throws {
    let programs = try (1...4).map { seed in
      try place.start(
        ["run", "plan.yaml", "--paths", "20", "--no-ranges", "--seed", "\(seed)"])
    }
    let codes = try programs.map { try $0.outcome().status }
    #expect(codes.contains(0) && codes.allSatisfy { $0 == 0 || $0 == 73 })
    let page = try place.bytes("Reports/plan/report.html")
    let seed = try #require((1...4).first { page.firstRange(of: Data("seed \($0)".utf8)) != nil })
    let again = try place.run(
      "run", "plan.yaml", "--paths", "20", "--no-ranges", "--seed", "\(seed)", "-o", "again")
    #expect(again.status == 0)
    let files = try place.snapshot()
    func names(_ folder: String) -> [String] {
      files.keys.filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) }.sorted()
    }
    #expect(names("Reports/plan/") == names("again/plan/"))
    #expect(names("Reports/plan/").contains("run.sqlite"))
    for name in names("again/plan/") {
      #expect(files["Reports/plan/\(name)"] == files["again/plan/\(name)"], "\(name)")
    }
  }
}
