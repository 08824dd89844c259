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
    let before = try place.everything()
    let program = try place.start(["run", "minimal.yaml", "--paths", "2000000"] + more)
    try program.wait {
      place.holds { $0.contains(".sqlite.partial") && !before.contains($0) }
    }
    Thread.sleep(forTimeInterval: 0.3)
    return program
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func endsAndLeavesNothing(signal: Int32) throws { _ = try interruptedRun(by: signal) }

  /// The best of some runs, as other work on the machine can hold up any one of them.
  @Test func endsWithinASecond() throws {
    for _ in 0..<5 where try interruptedRun(by: SIGINT) < .seconds(1) { return }
    Issue.record("no run ended within a second of Ctrl-C")
  }

  /// How long a run goes on when it is told to end; nothing of it is left.
  private func interruptedRun(by signal: Int32) throws -> Duration {
    let program = try startLongRun()
    let start = ContinuousClock.now
    kill(program.process.processIdentifier, signal)
    let outcome = try program.outcome()
    let duration = ContinuousClock.now - start
    // As shells tell it: 130, 143, 129.
    #expect(outcome.status == 128 + signal)
    #expect(outcome.output == "")
    #expect(outcome.messages == "Interrupted; nothing half-written is left.\n")
    #expect(try place.everything() == ["minimal.yaml"])
    return duration
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

  /// The next run clears away what a killed one left, and leaves alone what another one writes:
  /// which it is told of, as a folder has the reports of one run.
  @Test func clearsAwayWhatAKilledRunLeft() throws {
    let killed = try startLongRun()
    kill(killed.process.processIdentifier, SIGKILL)
    #expect(try killed.outcome().status == -SIGKILL)
    #expect(place.holds { $0.contains("/.angelfof-") })
    let left = try place.everything().filter { $0.contains("/.angelfof-") && $0.hasSuffix("/new") }
    let other = try startLongRun()
    #expect(!place.holds { left.contains($0) })
    let others = try place.everything().filter { $0.contains("/.angelfof-") }
    let refused = try place.run("run", "minimal.yaml", "--paths", "2", "--no-ranges")
    #expect(refused.status == 73)
    #expect(try place.everything().filter { $0.contains("/.angelfof-") } == others)
    kill(other.process.processIdentifier, SIGINT)
    #expect(try other.outcome().status == 130)
    #expect(try place.everything().allSatisfy { !$0.contains("/.") })
  }

  /// A killed run of one scenario does not wait for the next one of the same.
  @Test func aRunOfAnotherScenarioClearsAwayToo() throws {
    let killed = try startLongRun()
    kill(killed.process.processIdentifier, SIGKILL)
    _ = try killed.outcome()
    try place.writeShortPlan(to: "plan.yaml")
    #expect(try place.run("run", "plan.yaml", "--paths", "2", "--no-ranges").status == 0)
    #expect(try place.everything().allSatisfy { !$0.contains("Reports/minimal") })
  }

  /// What is no file is refused at once: there is nothing to interrupt.
  ///
  /// Seen: a pipe that nobody writes into as a scenario or a run, and Ctrl-C without effect.
  @Test(arguments: [
    "check /proc/self/fd/0", "run /proc/self/fd/0", "sweep /proc/self/fd/0", "report pipe.sqlite",
    "trace pipe.sqlite --path 0", "compare pipe.sqlite pipe.sqlite", "merge pipe.sqlite",
  ])
  func waitsForNobodyAtAPipe(command: String) throws {
    #expect(mkfifo(place.folder.appending(path: "pipe.sqlite").path, 0o600) == 0)
    let before = try place.everything()
    let start = ContinuousClock.now
    let program = try place.startAtPipe(command.split(separator: " ").map(String.init))
    let outcome = try program.outcome()
    #expect(outcome.status == 66, "\(outcome.messages)")
    #expect(outcome.messages.contains("it is a pipe"))
    #expect(ContinuousClock.now - start < .seconds(15))
    #expect(try place.everything() == before)
  }

  /// Whatever a command waits for, signals end it: here a reader of what it writes.
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func endsWhileItWaitsForAReader(signal: Int32) throws
  {
    #expect(mkfifo(place.folder.appending(path: "pipe").path, 0o600) == 0)
    let before = try place.everything()
    let program = try place.start(["trace", "minimal.yaml", "--path", "0", "--output", "pipe"])
    Thread.sleep(forTimeInterval: 2)
    #expect(program.process.isRunning)
    kill(program.process.processIdentifier, signal)
    #expect(try program.outcome().status == 128 + signal)
    #expect(try place.everything() == before)
  }

  /// Work that is no simulating of a run: cells, scenarios of a comparison, companies.
  @Test(
    arguments: [
      "sweep grid.yaml", "compare minimal.yaml minimal.yaml --paths 2000000",
      "calibrate --paths 10000000", "run minimal.yaml --paths 2000000 --shard 1/2",
    ], [SIGINT, SIGTERM, SIGHUP])
  func endsWhileItWorks(command: String, signal: Int32) throws {
    try place.write(
      "base: minimal.yaml\npaths: 2000000\nfactors: {terms.carry: [10%, 20%]}\n", to: "grid.yaml")
    let program = try place.start(command.split(separator: " ").map(String.init))
    Thread.sleep(forTimeInterval: 2)
    #expect(program.process.isRunning)
    let start = ContinuousClock.now
    kill(program.process.processIdentifier, signal)
    #expect(try program.outcome().status == 128 + signal)
    #expect(ContinuousClock.now - start < .seconds(15))
    // But for what `sweep --resume` goes on with.
    let left = try place.everything().filter { !$0.hasPrefix("Reports") }
    #expect(left == ["grid.yaml", "minimal.yaml"])
    #expect(!place.holds { $0.contains("/.") })
  }

  /// Another program may hold the latch of a folder, on a disk that hangs, say.
  ///
  /// Seen: a program that waited for it heeded no signal at all.
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP], [true, false])
  func endsWhileItWaitsForAFolder(signal: Int32, isAtItsEnd: Bool) throws {
    let target = place.folder.appending(path: "out")
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: false)
    func hold() throws -> Int32 {
      let latch = open(target.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      try #require(latch >= 0 && flock(latch, LOCK_EX | LOCK_NB) == 0)
      return latch
    }
    var latch = isAtItsEnd ? -1 : try hold()
    defer { close(latch) }
    let paths = isAtItsEnd ? "20000" : "20"
    let program = try place.start(
      ["compare", "minimal.yaml", "minimal.yaml", "--paths", paths, "--output", "out"])
    if isAtItsEnd {
      try program.wait { place.holds { $0.contains("out/.angelfof-") && $0.hasSuffix("/new") } }
      latch = try hold()
      try program.wait { place.holds { $0.hasSuffix("/new/comparison.xlsx") } }
    }
    Thread.sleep(forTimeInterval: 1)
    #expect(program.process.isRunning)
    let start = ContinuousClock.now
    kill(program.process.processIdentifier, signal)
    let outcome = try program.outcome()
    #expect(outcome.status == 128 + signal)
    #expect(outcome.messages == "Interrupted; nothing half-written is left.\n")
    // At once, not when patience is at its end.
    #expect(ContinuousClock.now - start < .seconds(2.5))
    #expect(try place.everything() == ["minimal.yaml", "out"])
  }

  /// The same where a command only reads what another one is putting in place.
  ///
  /// Seen: it heeded no signal, or went on as if there had been none.
  @Test(arguments: ["trace Reports/minimal --path 0", "report Reports/minimal"])
  func endsWhileItWaitsForARun(command: String) throws {
    try FinishedRun.serial.get().place(in: place, folder: "Reports/minimal")
    let folder = place.folder.appending(path: "Reports/minimal")
    try FileManager.default.createDirectory(
      at: folder.appending(path: ".angelfof-commit/new"), withIntermediateDirectories: true)
    let latch = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(latch) }
    try #require(latch >= 0 && flock(latch, LOCK_EX | LOCK_NB) == 0)
    let before = try place.everything()
    let program = try place.start(command.split(separator: " ").map(String.init))
    Thread.sleep(forTimeInterval: 1)
    #expect(program.process.isRunning)
    kill(program.process.processIdentifier, SIGINT)
    let outcome = try program.outcome()
    #expect(outcome.status == 130)
    #expect(outcome.output == "")
    #expect(try place.everything() == before)
  }

  /// Planning 100,000 cells is work that asks nobody whether to go on.
  ///
  /// Seen: it went on for two minutes after Ctrl-C.
  @Test(arguments: [SIGINT, SIGTERM]) func endsWhileASweepIsPlanned(signal: Int32) throws {
    try place.write(
      """
      base: minimal.yaml
      factors:
        terms.carry: {from: 0%, to: 49.9%, step: 0.1%}
        terms.hurdle_rate: {from: 0%, to: 19.9%, step: 0.1%}

      """, to: "grid.yaml")
    let program = try place.start(["sweep", "grid.yaml"])
    Thread.sleep(forTimeInterval: 1)
    let start = ContinuousClock.now
    kill(program.process.processIdentifier, signal)
    #expect(try program.outcome().status == 128 + signal)
    #expect(ContinuousClock.now - start < .seconds(15))
  }

  /// A second signal is heeded at once, and leaves nothing either.
  @Test func endsAtOnceAtASecondSignal() throws {
    #expect(mkfifo(place.folder.appending(path: "pipe").path, 0o600) == 0)
    let program = try place.start(["trace", "minimal.yaml", "--path", "0", "--output", "pipe"])
    Thread.sleep(forTimeInterval: 2)
    let start = ContinuousClock.now
    kill(program.process.processIdentifier, SIGTERM)
    Thread.sleep(forTimeInterval: 0.3)
    kill(program.process.processIdentifier, SIGINT)
    #expect(try program.outcome().status == 143)
    #expect(ContinuousClock.now - start < .seconds(2.5))
    #expect(try place.everything() == ["minimal.yaml", "pipe"])
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
