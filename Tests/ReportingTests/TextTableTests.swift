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
