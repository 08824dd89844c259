import Foundation
import Testing

@Suite struct InterruptionTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.copyExample("minimal.yaml")
  }

  /// Starts a run that takes an hour and waits until it simulates.
  private func startLongRun(_ more: String...) throws -> RunningProgram {
    let program = try place.start(["run", "minimal.yaml", "--paths", "2000000"] + more)
    let deadline = ContinuousClock.now + .seconds(10)
    while try !place.everything().contains(where: { $0.contains(".sqlite.partial") }) {
      try #require(ContinuousClock.now < deadline)
      Thread.sleep(forTimeInterval: 0.05)
    }
    Thread.sleep(forTimeInterval: 0.3)
    return program
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func endsAtOnceAndLeavesNothing(signal: Int32) throws {
    let program = try startLongRun()
    let start = ContinuousClock.now
    kill(program.process.processIdentifier, signal)
    let outcome = try program.outcome()
    #expect(ContinuousClock.now - start < .seconds(1))
    #expect(outcome.status == 130)
    #expect(outcome.output == "")
    #expect(outcome.messages == "Interrupted; nothing half-written is left.\n")
    #expect(try place.everything() == ["minimal.yaml"])
  }

  @Test func leavesNothingOfAShard() throws {
    let program = try startLongRun("--shard", "2/3")
    kill(program.process.processIdentifier, SIGINT)
    #expect(try program.outcome().status == 130)
    #expect(try place.everything() == ["minimal.yaml"])
  }

  @Test func leavesTheReportsOfAnEarlierRun() throws {
    try FinishedRun.serial.get().place(in: place, folder: "Reports/minimal")
    let before = try place.snapshot()
    let program = try startLongRun()
    kill(program.process.processIdentifier, SIGINT)
    #expect(try program.outcome().status == 130)
    #expect(try place.snapshot() == before)
    #expect(try place.everything().allSatisfy { !$0.contains("/.") })
  }

  /// `nohup angelfof run … &` goes on when the terminal is closed.
  @Test func heedsNoHangUpUnderNohup() throws {
    try place.writeShortPlan(to: "plan.yaml")
    let outcome = try place.shell(
      "trap '' HUP; \"$ANGELFOF\" run plan.yaml --paths 2000 --no-ranges --jobs 1 & "
        + "sleep 0.3; kill -HUP $!; wait $!")
    #expect(outcome.status == 0)
    #expect(try place.everything().contains("Reports/plan/summary.csv"))
  }
}
