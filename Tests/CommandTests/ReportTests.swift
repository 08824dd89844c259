import Foundation
import Testing

/// `report` makes reports of a finished run again.
@Suite struct ReportTests {
  private let run: FinishedRun
  private let place: Workplace

  init() throws {
    run = try FinishedRun.serial.get()
    place = try Workplace()
    try FileManager.default.createDirectory(
      at: place.folder.appending(path: "kept"), withIntermediateDirectories: false)
    try #require(run.files["run.sqlite"]).write(to: place.folder.appending(path: "kept/run.sqlite"))
  }

  @Test func csvEqualsTheRunsFilesByteForByte() throws {
    let outcome = try place.run(
      "report", "kept", "--format", "csv", "--save-paths", "--output", "again")
    #expect(outcome.status == 0)
    #expect(outcome.output == "again/\n")
    for name in run.tables {
      #expect(try place.bytes("again/\(name)") == run.files[name], "\(name)")
    }
    #expect(
      try place.everything()
        == (["again", "kept", "kept/run.sqlite"] + run.tables.map { "again/\($0)" }).sorted())
  }

  @Test func csvGoesBesideTheRunUnlessToldOtherwise() throws {
    let outcome = try place.run("report", "kept/run.sqlite", "--format", "csv")
    #expect(outcome.output == "kept/\n")
    #expect(try place.bytes("kept/summary.csv") == run.files["summary.csv"])
    #expect(try place.bytes("kept/run.sqlite") == run.files["run.sqlite"])
  }

  @Test func theRunsScreenIsAPartOfTheReports() throws {
    let outcome = try place.run("report", "kept")
    #expect(outcome.status == 0)
    let told = Set(outcome.output.split(separator: "\n"))
    let brief = run.outcome.output.split(separator: "\n")
    #expect(brief.first == outcome.output.split(separator: "\n").first)
    #expect(told.count > brief.count + 5)
    #expect(told.contains { $0.hasPrefix("sub-fund ") })
    #expect(try place.everything() == ["kept", "kept/run.sqlite"])
  }

  @Test func theChineseScreenIsAtMostEightyColumnsWide() throws {
    let outcome = try place.run("report", "kept", "--lang", "zh")
    #expect(outcome.output.contains("最小方案"))
    #expect(outcome.output.contains("± ?"))
    #expect(wideLines(outcome.output) == [])
  }

  @Test func chineseChangesLabelsAndNothingElse() throws {
    _ = try place.run("report", "kept", "--format", "csv", "--lang", "zh")
    for name in ["summary.csv", "cashflows.csv", "budget.csv"] {
      let chinese = try CSVTable(place.text("kept/\(name)"))
      let english = try CSVTable(run.text(name))
      #expect(chinese.header == english.header)
      for column in chinese.header where column != "label" {
        #expect(try chinese.column(column) == english.column(column), "\(name), \(column)")
      }
      #expect(try english.column("label").contains("Smallest scenario"))
      #expect(try chinese.column("label").contains("最小方案"))
    }
    #expect(try place.bytes("kept/notes.csv") == run.files["notes.csv"])
  }

  @Test func excelFilesDifferByTheByteOrderMarkOnly() throws {
    _ = try place.run("report", "kept", "--format", "csv", "--excel", "--save-paths")
    for name in run.tables {
      #expect(
        try place.bytes("kept/\(name)") == Data([0xEF, 0xBB, 0xBF]) + (run.files[name] ?? Data()),
        "\(name)")
    }
  }

  @Test func formatsMayBeSeveral() throws {
    let outcome = try place.run("report", "kept", "--format", "csv, terminal")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("kept/\nSmallest scenario"))
  }

  @Test func whatIsNoRunIsRefused() throws {
    try place.write("This is a text, and no run.\n", to: "text.sqlite")
    try place.write("", to: "empty.sqlite")
    var bytes = try #require(run.files["run.sqlite"])
    try bytes.prefix(100_000).write(to: place.folder.appending(path: "short.sqlite"))
    bytes.replaceSubrange(0..<64, with: Data(repeating: 0x55, count: 64))
    try bytes.write(to: place.folder.appending(path: "corrupt.sqlite"))
    let before = try place.snapshot()
    let noStore =
      "is not a run that can be read: it is no store; give the folder or run.sqlite of a "
      + "run"
    let damaged = "; run it again, or copy it anew from where it was made"
    for (name, message) in [
      ("text", noStore), ("empty", noStore),
      ("short", "is damaged: it was cut off, or something was added to it" + damaged),
      ("corrupt", "is damaged: its bytes are not those that were written" + damaged),
    ] {
      let outcome = try place.run("report", "\(name).sqlite", "--format", "csv", "--output", "out")
      #expect(outcome.status == 65)
      #expect(outcome.output == "")
      #expect(outcome.messages == "\(name).sqlite: \(message)\n")
    }
    #expect(try place.snapshot() == before)
  }

  @Test func aMissingRunIsRefused() throws {
    let outcome = try place.run("report", "kpet")
    #expect(outcome.status == 66)
    #expect(
      outcome.messages == "kpet: is not a run that can be read: there is no such file; give the "
        + "folder or run.sqlite of a run\n")
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3"),
      "needs sqlite3 to change the format of a run"))
  func anotherFormatIsRefused() throws {
    let change = try place.shell(
      "sqlite3 kept/run.sqlite \"UPDATE provenance SET value = '99' WHERE key = 'format'\"")
    #expect(change.status == 0)
    let outcome = try place.run("report", "kept")
    #expect(outcome.status == 65)
    #expect(outcome.messages.hasPrefix("kept/run.sqlite: has format 99, which angelfof "))
    #expect(outcome.messages.contains("; use the version that wrote it, "))
    #expect(outcome.messageLines.count == 1)
  }

  @Test func aFullDiskLeavesTheReportsAsTheyWere() throws {
    try run.place(in: place, folder: "kept")
    let before = try place.snapshot()
    let outcome = try place.shell(
      "trap '' XFSZ; ulimit -f 20; exec \"$ANGELFOF\" report kept --format csv --lang zh")
    #expect(outcome.status == 74)
    #expect(
      outcome.messages == "kept/cashflows.csv: cannot be written: file too large; nothing was "
        + "changed; make room, or choose another folder with --output\n"
        || outcome.messages == "kept/summary.csv: cannot be written: file too large; nothing was "
          + "changed; make room, or choose another folder with --output\n"
    )
    #expect(try place.snapshot() == before)
    #expect(try place.everything().allSatisfy { !$0.contains("/.") })
  }
}
