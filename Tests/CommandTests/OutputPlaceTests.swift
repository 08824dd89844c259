import Foundation
import Testing

/// What is no plain file is written into or left alone, and never replaced by a file.
@Suite struct OutputPlaceTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.writeShortPlan(to: "plan.yaml")
  }

  private func path(_ name: String) -> String { place.folder.appending(path: name).path }

  private func trace(to output: String) throws -> Outcome {
    try place.run("trace", "plan.yaml", "--path", "0", "--output", output)
  }

  private func kind(_ name: String) throws -> FileAttributeType? {
    try FileManager.default.attributesOfItem(atPath: path(name))[.type] as? FileAttributeType
  }

  private func status(_ name: String) -> stat {
    var status = stat()
    #expect(lstat(path(name), &status) == 0)
    return status
  }

  /// As a shell's `>` does.
  ///
  /// Seen: the link became a file, and its target stayed old; or the target became another file,
  /// which everybody could read and its other names did not lead to.
  @Test func aTraceGoesWhereALinkLeads() throws {
    try place.write(String(repeating: "old\n", count: 100_000), to: "real.txt")
    #expect(chmod(path("real.txt"), 0o600) == 0)
    #expect(link(path("real.txt"), path("other.txt")) == 0)
    let before = status("real.txt")
    try FileManager.default.createSymbolicLink(
      atPath: path("link.txt"), withDestinationPath: "real.txt")
    let outcome = try trace(to: "link.txt")
    #expect(outcome.status == 0)
    #expect(outcome.output == "link.txt\n")
    #expect(try kind("link.txt") == .typeSymbolicLink)
    let screen = try place.run("trace", "plan.yaml", "--path", "0").output
    #expect(try place.text("real.txt") == screen)
    #expect(try place.text("other.txt") == screen)
    #expect(status("real.txt").st_ino == before.st_ino)
    #expect(status("real.txt").st_mode & 0o777 == 0o600)
  }

  /// Seen: a scenario, or a run's store, was replaced by the story told of it.
  @Test(arguments: ["plan.yaml", "link.yaml"])
  func aTraceDoesNotReplaceWhatItReads(target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path("link.yaml"), withDestinationPath: "plan.yaml")
    let before = try place.text("plan.yaml")
    let outcome = try trace(to: target)
    #expect(outcome.status == 73)
    #expect(outcome.messages.contains("it is what is read"))
    #expect(try place.text("plan.yaml") == before)
  }

  /// A link of its own to standard output, as /dev/stdout is one.
  ///
  /// Seen: of a log that is written on, only what came last was left.
  @Test(arguments: ["/proc/self/fd/1", "log"])
  func aTraceGoesToTheEndOfALog(target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path("link"), withDestinationPath: target)
    try place.write("before\n", to: "log")
    let before = status("log")
    let outcome = try place.shell(
      "\"$ANGELFOF\" trace plan.yaml --path 0 --output link >> log && echo after >> log")
    #expect(outcome.status == 0)
    let screen = try place.run("trace", "plan.yaml", "--path", "0").output
    #expect(try place.text("log") == "before\n\(screen)after\n")
    #expect(status("log").st_ino == before.st_ino)
    #expect(try kind("link") == .typeSymbolicLink)
  }

  /// A file that is named itself changes in one step, and is for those whom it was for.
  ///
  /// Seen: everybody could read what one user alone could before.
  @Test(arguments: [mode_t(0o600), 0o640, 0o444])
  func aReplacedFileKeepsItsMode(mode: mode_t) throws {
    try place.write("old", to: "trace.txt")
    #expect(chmod(path("trace.txt"), mode) == 0)
    let before = status("trace.txt")
    #expect(try trace(to: "trace.txt").output == "trace.txt\n")
    #expect(status("trace.txt").st_mode & 0o777 == mode)
    #expect(status("trace.txt").st_ino != before.st_ino)
    let screen = try place.run("trace", "plan.yaml", "--path", "0").output
    #expect(try place.text("trace.txt") == screen)
  }

  /// Seen: the reader got nothing, and the pipe was a plain file.
  @Test func aTraceGoesIntoAPipe() throws {
    #expect(mkfifo(path("pipe"), 0o600) == 0)
    let program = try place.start(["trace", "plan.yaml", "--path", "0", "--output", "pipe"])
    let reader = try #require(FileHandle(forReadingAtPath: path("pipe")))
    let read = String(decoding: try reader.readToEnd() ?? Data(), as: UTF8.self)
    #expect(try program.outcome().status == 0)
    #expect(try read == place.run("trace", "plan.yaml", "--path", "0").output)
    let status = try place.shell("test -p pipe").status
    #expect(status == 0)
  }

  /// Whether this user, on this disk, may make devices and write into them.
  private static func canMakeDevices() throws -> Bool {
    let place = try Workplace()
    return try withExtendedLifetime(place) {
      try place.shell("mknod null c 1 3 && : > null").status == 0
    }
  }

  /// A device of its own, of the kind of /dev/full.
  ///
  /// Seen: for the superuser, the device became a plain file.
  @Test(.enabled(if: try OutputPlaceTests.canMakeDevices()))
  func aTraceGoesIntoADevice() throws {
    #expect(try place.shell("mknod full c 1 7").status == 0)
    let outcome = try trace(to: "full")
    #expect(outcome.status == 74)
    #expect(outcome.messages.hasPrefix("full: cannot be written: no space left on device; "))
    #expect(try place.shell("test -c full").status == 0)
  }

  @Test(arguments: [
    ("folder", "folder: is in the way: it is a folder; "),
    ("dangling", "dangling: is in the way: it is a link that leads to nothing; "),
    ("around", "around: is in the way: it leads to a folder; "),
  ])
  func aTraceReplacesNothingElse(output: String, message: String) throws {
    let files = FileManager.default
    try files.createDirectory(atPath: path("folder"), withIntermediateDirectories: false)
    try files.createSymbolicLink(atPath: path("dangling"), withDestinationPath: "nowhere")
    try files.createSymbolicLink(atPath: path("around"), withDestinationPath: "folder")
    let before = try place.everything()
    let outcome = try trace(to: output)
    #expect(outcome.status == 73)
    #expect(outcome.messages == message + "choose another file with --output\n")
    #expect(try place.everything() == before)
  }

  /// Told before an hour of simulating, and for every command that writes files of fixed names.
  @Test(arguments: [
    ("run plan.yaml --paths 5000000 --output out", "out/plan", "summary.csv"),
    ("compare plan.yaml plan.yaml --paths 5000000 --output out", "out", "compare.csv"),
    ("sweep grid.yaml --paths 5000000 --output out", "out/grid", "sweep.html"),
    ("sweep grid.yaml --paths 5000000 --output out", "out/grid", "unfinished_sweep.sqlite"),
    (
      "run plan.yaml --paths 5000000 --shard 1/2 --output out", "out/plan", "shard_1_of_2.sqlite"
    ),
  ])
  func aPipeOrLinkAmongReportsStays(command: String, folder: String, name: String) throws {
    try place.write("base: plan.yaml\nfactors: {terms.carry: [10%, 20%]}\n", to: "grid.yaml")
    try place.write("mine", to: "mine.txt")
    for isLink in [true, false] {
      let target = path("\(folder)/\(name)")
      try? FileManager.default.removeItem(atPath: path("out"))
      try FileManager.default.createDirectory(
        atPath: path(folder), withIntermediateDirectories: true)
      if isLink {
        try FileManager.default.createSymbolicLink(
          atPath: target, withDestinationPath: path("mine.txt"))
      } else {
        #expect(mkfifo(target, 0o600) == 0)
      }
      let before = try place.everything()
      let outcome = try place.run(command.split(separator: " ").map(String.init))
      #expect(outcome.status == 73)
      let kind = isLink ? "a symbolic link" : "a pipe"
      #expect(
        outcome.messages == "\(folder)/\(name): is in the way: it is \(kind), which is never "
          + "replaced; choose another folder with --output\n")
      #expect(try place.everything() == before)
      #expect(try place.text("mine.txt") == "mine")
    }
  }

  /// A link that leads to nothing is there, too.
  @Test func initOverwritesNoLink() throws {
    try FileManager.default.createSymbolicLink(
      atPath: path("minimal.yaml"), withDestinationPath: "nowhere")
    let outcome = try place.run("init")
    #expect(outcome.status == 73)
    #expect(outcome.messages.hasPrefix("./minimal.yaml: is in the way: it is there already"))
    #expect(try kind("minimal.yaml") == .typeSymbolicLink)
  }

  /// A folder of reports may well be a link to another disk.
  @Test func aLinkToAFolderIsAFolder() throws {
    try FileManager.default.createDirectory(
      atPath: path("disk"), withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: path("Reports"), withDestinationPath: "disk")
    #expect(try place.run("run", "plan.yaml", "--paths", "2", "--no-ranges").status == 0)
    #expect(try place.everything().contains("disk/plan/summary.csv"))
    #expect(try kind("Reports") == .typeSymbolicLink)
  }

  /// A name is that of one folder.
  ///
  /// Seen: `...yaml` wrote beside the output folder, `.yaml` and
  /// `..yaml` into it.
  @Test(arguments: [
    "...yaml", "..yaml", ".yaml", ".angelfof.yaml", "a\nb.yaml", "a\u{1B}[2Jb.yaml",
    String(repeating: "长", count: 70) + ".yaml",
  ])
  func aNameThatIsNoFoldersIsRefused(name: String) throws {
    try place.writeShortPlan(to: name)
    try place.write("base: plan.yaml\nfactors: {terms.carry: [10%, 20%]}\n", to: "sweep\(name)")
    let before = try place.everything()
    let outcome = try place.run("run", name, "--paths", "2", "--no-ranges")
    #expect(outcome.status == 64)
    #expect(outcome.messages.contains("; rename the file, as in plan.yaml"), "\(outcome.messages)")
    #expect(try place.everything() == before)
    try FileManager.default.removeItem(atPath: path(name))
    try FileManager.default.moveItem(atPath: path("sweep\(name)"), toPath: path(name))
    let sweep = try place.run("sweep", name, "--paths", "2")
    #expect(sweep.status == 64)
    #expect(sweep.messages.contains("; rename the file, as in plan.yaml"))
  }

  /// Values and names become names of files, all different and all in the folder.
  @Test func savedRunsHaveNamesOfTheirOwn() throws {
    try FileManager.default.createDirectory(
      atPath: path("other"), withIntermediateDirectories: false)
    for name in ["...yaml", "..yaml"] { try place.writeShortPlan(to: name) }
    let outcome = try place.run(
      "compare", "...yaml", "..yaml", "--paths", "20", "--save-runs", "--output", "out/kept")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let stores = try place.everything().filter { $0.hasSuffix(".sqlite") }
    #expect(stores == ["out/kept/_...sqlite", "out/kept/_..sqlite"])
    let long = "{en: \(String(repeating: "x", count: 300)), zh: y}"
    let each = try place.run(
      "compare", "plan.yaml", "--each", "title=\(long),{en: z, zh: z}", "--paths", "20",
      "--output", "long")
    #expect(each.status == 0, "\(each.messages)")
  }
}
