import Foundation
import Testing

/// Workbooks as files: what is in them but cells.
@Suite struct WorkbookFileTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test func twoWritingsSomeSecondsApartAreTheSameBytes() throws {
    try FinishedRun.serial.get().place(in: place, folder: "kept")
    let first = try place.bytes("kept/report.xlsx")
    for folder in ["a", "elsewhere/b"] {
      Thread.sleep(forTimeInterval: 1.5)
      #expect(try place.run("report", "kept", "--format", "xlsx", "--output", folder).status == 0)
      #expect(try place.bytes("\(folder)/report.xlsx") == first)
    }
  }

  @Test(arguments: [1, 40]) func aFullDiskIsToldAndLeavesNothing(blocks: Int) throws {
    try FinishedRun.serial.get().place(in: place, folder: "kept")
    let before = try place.snapshot()
    let outcome = try place.shell(
      "trap '' XFSZ; ulimit -f \(blocks); exec \"$ANGELFOF\" report kept --format xlsx")
    #expect(outcome.status == 74)
    #expect(outcome.output == "")
    #expect(
      outcome.messages == "kept/report.xlsx: cannot be written: file too large; nothing was "
        + "changed; make room, or choose another folder with --output\n")
    #expect(try place.snapshot() == before)
    #expect(try place.everything().allSatisfy { !$0.contains("/.") })
  }

  private static let hostile =
    "=HYPERLINK(\"http://evil.example\",\"x\")<script>alert(1)</script>]]>&lt; _x0041_ 'q' 😀 [a]:*?/\\"

  /// What a name may hold does not change what a workbook does.
  @Test(
    .enabled(if: ReadWorkbook.python != nil, "needs python3 with openpyxl"),
    arguments: [
      hostile, "+1+1", "@SUM(A1)", "\u{202E}שלום עולם\u{202C}", String(repeating: "长名字", count: 66),
    ])
  func namesAreTextAndNothingElse(name: String) throws {
    let quoted = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    try place.writeShortPlan(to: "plan.yaml", label: quoted)
    for language in ["en", "zh"] {
      let outcome = try place.run(
        "run", "plan.yaml", "--paths", "2", "--no-ranges", "--lang", language)
      #expect(outcome.status == 0)
      #expect(outcome.messages == "")
      let file = place.folder.appending(path: "Reports/plan/report.xlsx")
      let book = try ReadWorkbook(file)
      let sheet = try #require(book.sheets.dropFirst().first)
      let table = try #require(sheet.tables.first)
      #expect(sheet.text(table.top + 1, 2) == name)
      for sheet in book.sheets {
        #expect(sheet.cells.values.allSatisfy { $0.type == "s" || $0.type == "n" })
      }
      let parts = try place.shell("unzip -p Reports/plan/report.xlsx 'xl/worksheets/*.xml'")
      #expect(parts.status == 0)
      #expect(!parts.output.contains("<f>") && !parts.output.contains("<hyperlink"))
    }
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice"), "needs LibreOffice"))
  func libreOfficeMakesPagesOfIt() throws {
    try FinishedRun.serial.get().place(in: place, folder: "kept")
    #expect(try place.run("report", "kept", "--format", "xlsx", "--lang", "zh").status == 0)
    let outcome = try place.shell(
      """
      soffice -env:UserInstallation=file://"$PWD"/profile --headless --convert-to pdf kept/report.xlsx \
        && pdftotext -layout report.pdf report.txt
      """)
    #expect(outcome.status == 0)
    let text = try place.text("report.txt")
    for word in ["最小方案", "摘要", "累计净现金流", "参数取下端", "指标说明", "万元"] {
      #expect(text.contains(word), "\(word)")
    }
    #expect(!text.contains("###"))
    #expect(!text.contains("#REF") && !text.contains("#NAME"))
  }
}
