import Foundation
import Testing

/// What is no whole set of shards is refused, and nothing is written.
@Suite struct MergeRefusalTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.writeShortPlan(to: "plan.yaml")
    try shards("1/2", "2/2")
  }

  private func shards(_ shards: String..., options: String...) throws {
    for shard in shards {
      let outcome = try place.run(
        ["run", "plan.yaml", "--paths", "600", "--no-ranges", "--shard", shard] + options)
      try #require(outcome.status == 0)
    }
  }

  private func expectRefusal(
    _ arguments: [String], _ status: Int32, _ message: String
  ) throws {
    let before = try place.snapshot()
    let outcome = try place.run(arguments)
    #expect(outcome.status == status)
    #expect(outcome.output == "")
    #expect(outcome.messages == message + "\n")
    #expect(try place.snapshot() == before)
    #expect(try place.everything().allSatisfy { !$0.contains("/.") && !$0.hasPrefix("out") })
  }

  private let first = "Reports/plan/shard_1_of_2.sqlite"
  private let second = "Reports/plan/shard_2_of_2.sqlite"

  @Test func aMissingShard() throws {
    try expectRefusal(
      ["merge", second, "--output", "out"], 65,
      "shard 1 of 2 is missing; name its file too, or simulate it with --shard 1/2")
  }

  @Test func aDoubledShard() throws {
    try expectRefusal(
      ["merge", "Reports/plan", first, "--output", "out"], 65,
      "shard 1 of 2 is given 2 times: \(first), \(first); name it once")
  }

  @Test func shardsOfDifferentRuns() throws {
    try shards("2/2", options: "--seed", "7", "--output", "other")
    try expectRefusal(
      ["merge", first, "other/plan/shard_2_of_2.sqlite", "--output", "out"], 65,
      "other/plan/shard_2_of_2.sqlite: is of another run than \(first): its seed is 7, not 1; "
        + "name the shards of one run")
  }

  @Test func aReportOfAShard() throws {
    try expectRefusal(
      ["report", second], 65,
      "\(second): is shard 2 of 2 of a run; make the run of all shards first, with angelfof merge")
    try expectRefusal(
      ["report", "Reports/plan", "--format", "csv"], 65,
      "Reports/plan: holds shards of a run, which are not merged; make the run of them first, "
        + "with angelfof merge Reports/plan")
  }

  @Test func whatIsNotThere() throws {
    try expectRefusal(
      ["merge", first, "none.sqlite"], 66,
      "none.sqlite: is not a run that can be read: there is no such file; give the folder or "
        + "run.sqlite of a run")
    try expectRefusal(
      ["merge", "Reports"], 66,
      "Reports: holds no shards; name the folder in which --shard wrote "
        + "shard_1_of_N.sqlite, or the files")
  }

  @Test func wholeRuns() throws {
    _ = try place.run("run", "plan.yaml", "--paths", "2", "--no-ranges", "--output", "whole")
    try expectRefusal(
      ["merge", "whole/plan"], 65,
      "whole/plan/run.sqlite: is a whole run, and no shard; there is nothing to merge")
    try expectRefusal(
      ["merge", first, "whole/plan/run.sqlite"], 65,
      "whole/plan/run.sqlite: is a whole run, and no shard; there is nothing to merge")
  }

  @Test func aFolderThatCannotBeMade() throws {
    try expectRefusal(
      ["merge", "Reports/plan", "--output", "plan.yaml"], 73,
      "plan.yaml: is in the way: it is no folder; choose another folder "
        + "with --output")
  }

  /// The limit on the size of files stands for a full disk.
  @Test(arguments: ["merge Reports/plan", "run plan.yaml --paths 600 --no-ranges --shard 1/2"])
  func aFullDiskChangesNothing(command: String) throws {
    let before = try place.snapshot()
    let outcome = try place.shell("trap '' XFSZ; ulimit -f 200; exec \"$ANGELFOF\" \(command)")
    #expect(outcome.status == 74)
    #expect(outcome.output == "")
    let name = command.hasPrefix("merge") ? "run.sqlite" : "shard_1_of_2.sqlite"
    #expect(outcome.messages.hasPrefix("Reports/plan/\(name): cannot be written: "))
    #expect(outcome.messageLines.count == 1)
    #expect(try place.snapshot() == before)
    #expect(try place.everything().allSatisfy { !$0.contains("/.") })
  }
}
