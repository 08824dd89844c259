import Testing

@testable import Reporting

@Suite struct TextTableTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("松山湖", 6), ("a松b", 4), ("（均值）", 8), ("±", 1), ("…", 1),
    ("e\u{301}", 1), ("10.00亿", 7), ("🚀", 2), ("🇨🇳", 2), ("مرحبا", 5),
  ])
  func countsTheColumnsThatATextTakes(text: String, width: Int) {
    #expect(TextTable.width(text) == width)
  }

  @Test(arguments: [
    ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("松山湖", 6, "松山湖"), ("松山湖", 5, "松山…"),
    ("松山湖", 4, "松…"), ("松山湖", 1, "…"), ("e\u{301}tude", 3, "e\u{301}t…"),
  ])
  func cutsWithAnEllipsisWhatIsTooWide(text: String, width: Int, result: String) {
    #expect(TextTable.cut(text, to: width) == result)
    #expect(TextTable.width(TextTable.cut(text, to: width)) <= width)
  }

  @Test func alignsColumnsByWhatIsSeen() {
    var table = TextTable([(8, .left), (6, .right)])
    table.add(["松山湖", "1.5"])
    table.add(["towns", "12.25"])
    #expect(table.lines == ["松山湖     1.5", "towns    12.25"])
  }

  /// A number that loses digits is another number: what has no room on a line goes on to the next.
  @Test func numbersOfFittedTablesAreNeverCut() {
    let (wide, wider) = (
      "-3,221,940,750,000 ± 123,456,789,012", "-3,222,001,680,309…-3,221,879,819,690"
    )
    var table = TextTable(
      [(24, .left), (19, .right), (17, .right), (7, .right), (13, .right)], isFitted: true)
    table.add(["", "difference", "interval", "P(>)"])
    table.add(["Net TVPI", "+0.0153 ± 0.0025x", "+0.0104…+0.0203", "55.4%", "higher"])
    table.add(["Appropriation peak", wide, wider, "0.0%", "lower"])
    table.add(["x", "1", "2", "3", "within noise"])
    let lines = table.lines
    #expect(lines.allSatisfy { TextTable.width($0) <= 80 && !$0.contains("…,") })
    #expect(lines.filter { $0.contains(wide) }.count == 1)
    #expect(lines.filter { $0.contains(wider) }.count == 1)
    #expect(lines.first { $0.contains(wider) }?.hasSuffix("0.0%  lower") == true)
    #expect(lines.last?.hasPrefix("x  ") == true)
    #expect(lines.last?.hasSuffix(" 3 within noise") == true)
  }

  /// Room that a column does not need goes to others before a name is cut.
  @Test func namesAreCutWhenNoRoomIsLeft() {
    var table = TextTable(
      [(4, .right), (20, .left), (35, .left), (9, .right), (12, .right)], isFitted: true)
    table.add(["1", "sector (* local)", "  end of term", "50,000,000,000", "100,000,000,000"])
    #expect(table.lines[0].contains("sector (* local)"))
    #expect(table.lines[0].contains("  end of term"))
  }

  @Test func keepsColumnsApart() {
    var table = TextTable([(4, .left), (4, .right), (4, .right)])
    table.add(["abcdef", "1234", "12345"])
    #expect(table.lines == ["abc… 12… 12…"])
  }

  @Test func leavesNoSpacesAtTheEndOfALine() {
    var table = TextTable([(8, .left), (8, .left)])
    table.add(["a", ""])
    #expect(table.lines == ["a"])
  }

  /// A tab, a line break or an escape code in a name would tear the table.
  @Test(arguments: ["a\tb", "a\nb", "a\r\nb", "a\u{1B}[31mb", "a\u{202E}b", "a\u{7F}b"])
  func keepsControlCharactersOffTheScreen(text: String) {
    var table = TextTable([(10, .left), (4, .right)])
    table.add([text, "1"])
    #expect(table.lines.count == 1)
    let line = table.lines.joined()
    #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control })
    #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .format })
    #expect(TextTable.width(line) == 14)
  }
}
