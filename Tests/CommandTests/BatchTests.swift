import Foundation
import Testing

/// Several things in one command: what goes wrong with one does not hold up the others.
@Suite struct BatchTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    for name in ["a", "b", "c"] { try place.writeShortPlan(to: "\(name).yaml") }
  }

  /// Seen: a file where the first scenario's folder should be, and nothing of the second.
  @Test func theOthersRun() throws {
    try FileManager.default.createDirectory(
      at: place.folder.appending(path: "out"), withIntermediateDirectories: false)
    try place.write("mine", to: "out/a")
    let outcome = try place.run(
      "run", "a.yaml", "b.yaml", "c.yaml", "--paths", "2", "--no-ranges", "--output", "out")
    #expect(outcome.status == 73)
    #expect(
      outcome.messageLines == [
        "out/a: is in the way: it is no folder; choose another folder with --output",
        "1 of 3 not done: a",
      ])
    for name in ["b", "c"] {
      #expect(try place.everything().contains("out/\(name)/summary.csv"))
      #expect(outcome.output.contains("out/\(name)/: report.html"))
    }
    #expect(try place.text("out/a") == "mine")
  }

  @Test func anInterruptedBatchEnds() throws {
    let program = try place.start(["run", "a.yaml", "b.yaml", "--paths", "5000000"])
    try program.wait { place.holds { $0.contains(".sqlite.partial") } }
    kill(program.process.processIdentifier, SIGTERM)
    let outcome = try program.outcome()
    #expect(outcome.status == 143)
    #expect(try place.everything() == ["a.yaml", "b.yaml", "c.yaml"])
  }

  /// Checks before the first run tell everything that is wrong, of whatever kind.
  @Test func checksBeforehandTellEverything() throws {
    let outcome = try place.run(
      "run", "a.yaml", "gone.yaml", "b.yaml", "--paths", "600", "--shard", "1/9", "--set",
      "terms.carry=1")
    #expect(outcome.status == 65)
    for name in ["a.yaml", "gone.yaml", "b.yaml"] {
      #expect(outcome.messageLines.contains { $0.hasPrefix(name) }, "\(outcome.messages)")
    }
    let shards = try place.run("run", "a.yaml", "b.yaml", "--paths", "600", "--shard", "1/9")
    #expect(shards.status == 64)
    #expect(shards.messageLines.count == 2)
  }

  @Test func allRunsThatCannotBeReadAreTold() throws {
    try place.write("no run", to: "text.sqlite")
    let outcome = try place.run("compare", "text.sqlite", "gone.sqlite", "gone2.sqlite")
    #expect(outcome.status == 65)
    #expect(outcome.messageLines.count == 3)
    let merge = try place.run("merge", "gone.sqlite", "gone2.sqlite")
    #expect(merge.status == 66)
    #expect(merge.messageLines.count == 2)
  }

  @Test func calibrationsGoOn() throws {
    try place.write("outcomes: 5", to: "bad.yaml")
    let outcome = try place.run("calibrate", "bad.yaml", "a.yaml", "--paths", "20")
    #expect(outcome.status == 65)
    #expect(outcome.messageLines.last == "1 of 2 not done: bad.yaml")
    #expect(outcome.output.contains("a.yaml"))
  }
}
