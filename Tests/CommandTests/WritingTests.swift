import Foundation
import Testing

/// Reports appear all at once or not at all.
@Suite struct WritingTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.writeShortPlan(to: "plan.yaml")
  }

  private func runShort(_ more: String...) throws -> Outcome {
    try place.run(["run", "plan.yaml", "--paths", "2", "--no-ranges"] + more)
  }

  private var hidden: [String] {
    get throws { try place.everything().filter { $0.contains("/.") || $0.hasPrefix(".") } }
  }

  /// One letter, a slash at the end, a point: all are folders.
  @Test(arguments: ["x", "x/", "./x", "x/y", "x//y", "方案"])
  func theOutputFolderIsMade(output: String) throws {
    let outcome = try runShort("--output", output)
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
    #expect(try place.text("\(output)/plan/summary.csv").hasPrefix("scope,"))
    #expect(try hidden == [])
  }

  @Test func aRunReplacesTheReportsOfAnEarlierOne() throws {
    let earlier = try FinishedRun.serial.get()
    try earlier.place(in: place, folder: "Reports/plan")
    try place.write("mine", to: "Reports/plan/minutes.txt")
    #expect(try runShort("--save-paths").status == 0)
    for name in earlier.files.keys {
      #expect(try place.bytes("Reports/plan/\(name)") != earlier.files[name], "\(name)")
    }
    #expect(try place.text("Reports/plan/minutes.txt") == "mine")
    #expect(try hidden == [])
  }

  /// What is there already is not said to be impossible to create.
  @Test(arguments: [
    ("plan.yaml", "plan.yaml: is in the way: it is no folder"),
    ("plan.yaml/deep/below", "plan.yaml: is in the way: it is no folder"),
    ("/proc/reports", "/proc/reports: cannot be created: "),
    ("/dev/null", "/dev/null: is in the way: it is no folder"),
  ])
  func aFolderThatCannotBeMadeIsRefused(output: String, message: String) throws {
    let outcome = try runShort("--output", output)
    #expect(outcome.status == 73)
    #expect(outcome.output == "")
    #expect(outcome.messageLines.count == 1)
    #expect(outcome.messages.hasPrefix(message))
    #expect(outcome.messages.hasSuffix("; choose another folder with --output\n"))
    #expect(try place.everything() == ["plan.yaml"])
  }

  @Test func aFolderInTheWayOfAFileIsRefused() throws {
    try FileManager.default.createDirectory(
      at: place.folder.appending(path: "Reports/plan/summary.csv"),
      withIntermediateDirectories: true)
    let outcome = try runShort()
    #expect(outcome.status == 73)
    #expect(
      outcome.messages == "Reports/plan/summary.csv: is in the way: it is a folder; "
        + "choose another folder with --output\n")
    #expect(
      try place.everything()
        == ["Reports", "Reports/plan", "Reports/plan/summary.csv", "plan.yaml"])
  }

  /// The limit on the size of files stands for a full disk: both make writing fail.
  @Test(arguments: [2, 200, 1000]) func aFullDiskLeavesNothing(blocks: Int) throws {
    let outcome = try place.shell(
      "trap '' XFSZ; ulimit -f \(blocks); exec \"$ANGELFOF\" run plan.yaml --paths 2 --no-ranges")
    #expect(outcome.status == 74)
    #expect(outcome.output == "")
    #expect(outcome.messageLines.count == 1)
    #expect(outcome.messages.hasPrefix("Reports/plan/run.sqlite: cannot be written: "))
    #expect(
      outcome.messages.hasSuffix(
        "; nothing was changed; make room, or choose another folder with --output\n"))
    #expect(try place.everything() == ["plan.yaml"])
  }

  @Test func aFullDiskLeavesTheEarlierReportsAsTheyWere() throws {
    try FinishedRun.serial.get().place(in: place, folder: "Reports/plan")
    let before = try place.snapshot()
    let outcome = try place.shell(
      "trap '' XFSZ; ulimit -f 200; exec \"$ANGELFOF\" run plan.yaml --paths 2 --no-ranges")
    #expect(outcome.status == 74)
    #expect(try place.snapshot() == before)
    #expect(try hidden == [])
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full"))
  func aScreenThatTakesNothingIsTold() throws {
    let outcome = try place.shell("exec \"$ANGELFOF\" schema > /dev/full")
    #expect(outcome.status == 74)
    #expect(
      outcome.messages == "standard output: cannot be written: no space left on device; make room "
        + "where it goes\n")
  }

  /// Help and the version are results too.
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full"),
    arguments: ["--help", "run --help", "help run", "--version"])
  func helpThatCannotBeShownIsTold(arguments: String) throws {
    let outcome = try place.shell("exec \"$ANGELFOF\" \(arguments) > /dev/full")
    #expect(outcome.status == 74)
    #expect(outcome.messages.hasPrefix("standard output: cannot be written: no space left on "))
  }

  /// Without the shell's trap, too: the signal is no crash, but a limit of whoever started it.
  @Test func aLimitOnTheSizeOfFilesIsTold() throws {
    let outcome = try place.shell(
      "ulimit -f 200; exec \"$ANGELFOF\" run plan.yaml --paths 2 --no-ranges")
    #expect(outcome.status == 74)
    #expect(outcome.messages.hasPrefix("Reports/plan/run.sqlite: cannot be written: "))
    #expect(try place.everything() == ["plan.yaml"])
  }

  /// A disk that is really full, in a name space of its own.
  @Test(arguments: [8, 200, 700, 1000]) func aFullDiskIsTold(kilobytes: Int) throws {
    let outcome = try place.shell(
      """
      mkdir disk
      unshare -m sh -c 'mount -t tmpfs -o size=\(kilobytes)k none disk || exit 99
        mkdir -p disk/plan && echo mine > disk/plan/summary.csv
        "$ANGELFOF" run plan.yaml --paths 2 --no-ranges --output disk; s=$?
        cat disk/plan/summary.csv; ls -A disk/plan; exit $s' || exit $?
      """)
    guard outcome.status != 99, outcome.status != 1 else { return }
    #expect(outcome.status == 74)
    #expect(outcome.messages.contains(": cannot be written: "), "\(outcome.messages)")
    #expect(outcome.messages.contains("; nothing was changed; make room, or choose another "))
    #expect(outcome.messageLines.count == 1)
    #expect(outcome.output == "mine\nsummary.csv\n")
  }

  /// A folder that is there and takes no files is not said to be impossible to create.
  @Test func aReadOnlyFolderIsTold() throws {
    #expect(try runShort().status == 0)
    let before = try place.snapshot()
    let run = "run plan.yaml --paths 2 --no-ranges"
    let outcome = try place.shell(
      geteuid() != 0
        ? "chmod a-w Reports/plan; \"$ANGELFOF\" \(run); s=$?; chmod u+w Reports/plan; exit $s"
        : "unshare -m sh -c 'mount --bind Reports Reports && mount -o remount,ro,bind Reports "
          + "|| exit 99; exec \"$ANGELFOF\" \(run)'")
    guard outcome.status != 99, outcome.status != 1 else { return }
    #expect(outcome.status == 73)
    #expect(outcome.messages.hasPrefix("Reports/plan: cannot be written into: "))
    #expect(outcome.messageLines.count == 1)
    #expect(try place.snapshot() == before)
    #expect(try hidden == [])
  }

  /// As in `angelfof schema | head -1`.
  @Test func aReaderThatStopsReadingIsNoError() throws {
    let outcome = try place.shell(
      "mkfifo gone; (cat gone; \"$ANGELFOF\" schema; echo $? > status) "
        + "| { exec 0<&-; : > gone; }; cat status")
    #expect(outcome.output == "141\n")
    #expect(outcome.messages == "")
  }
}
