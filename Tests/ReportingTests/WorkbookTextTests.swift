import Testing

@testable import Reporting

/// Text as workbooks can hold it.
@Suite struct WorkbookTextTests {
  @Test func whatXMLCannotHoldIsDropped() {
    #expect(WorkbookText.cell("a\u{0}b\u{1F}c\u{FFFE}d\ne\tf\u{7F}") == "abcd\ne\tf")
  }

  @Test func longTextsEndInAnEllipsisAtExcelsLimit() {
    let emoji = WorkbookText.cell(String(repeating: "😀", count: 20_000))
    #expect(emoji.utf16.count <= 32_767)
    #expect(emoji.utf16.count > 32_760)
    #expect(emoji.hasSuffix("😀…"))
    let short = String(repeating: "x", count: 32_767)
    #expect(WorkbookText.cell(short) == short)
  }

  @Test func whatLooksLikeAnEscapeSequenceStaysItself() {
    #expect(WorkbookText.cell("_x0041_ _x00_ _y0041_") == "_x005F_x0041_ _x00_ _y0041_")
  }

  @Test func labelsOfChartsAreNoFormulas() {
    #expect(WorkbookText.label("=Sheet1!A1") == " =Sheet1!A1")
    #expect(WorkbookText.margin("A&B") == "A&&B")
  }

  @Test func namesOfSheetsAreWhatExcelTakes() {
    var names = SheetNames()
    #expect(names.add("a/b[c]:*?\\'") == "a b c")
    #expect(names.add("A B C") == "A B C 2")
    #expect(names.add("History") == "Sheet")
    #expect(names.add("") == "Sheet 2")
    let long = String(repeating: "长", count: 40)
    #expect(names.add(long).count == 31)
    #expect(names.add(long).hasSuffix(" 2"))
    #expect(names.add(long).utf16.count <= 31)
  }
}
