import Foundation
import Testing

@testable import Reporting

@Suite struct CSVTextTests {
  private func row(_ cells: CSVText.Cell...) -> String {
    var table = CSVText(header: ["a"])
    table.add(cells)
    return String(table.text.dropFirst("a\r\n".unicodeScalars.count - 1))
  }

  @Test func endsEveryRowWithCarriageReturnAndLineFeed() {
    var table = CSVText(header: ["id", "mean"])
    table.add([.text("x"), .number(1.5, decimals: 2)])
    #expect(table.text == "id,mean\r\nx,1.5\r\n")
  }

  @Test func beginsWithTheByteOrderMarkForExcelOnly() {
    let plain = Array(CSVText(header: ["id"]).text.utf8)
    let forExcel = Array(CSVText(header: ["id"], forExcel: true).text.utf8)
    #expect(plain == Array("id\r\n".utf8))
    #expect(forExcel == [0xEF, 0xBB, 0xBF] + plain)
  }

  /// Section 2 of RFC 4180: commas, quotes and line breaks go between quotes, quotes twice.
  @Test(arguments: [
    ("plain", "plain"),
    ("a,b", "\"a,b\""),
    ("say \"yes\"", "\"say \"\"yes\"\"\""),
    ("\"", "\"\"\"\""),
    ("two\nlines", "\"two\nlines\""),
    ("two\r\nlines", "\"two\r\nlines\""),
    ("two\rlines", "\"two\rlines\""),
    ("two words", "two words"),
    ("松山湖，一期", "松山湖，一期"),
    ("", ""),
  ])
  func quotesWhatNeedsQuotes(text: String, cell: String) {
    #expect(row(.text(text)) == cell + "\r\n")
  }

  /// The characters by which OWASP's page on CSV injection has spreadsheets start a formula.
  @Test(arguments: [
    ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
    ("=1+1", "'=1+1"),
    ("+1", "'+1"),
    ("-x", "'-x"),
    ("@a", "'@a"),
    ("\ta", "'\ta"),
    ("\ra", "\"'\ra\""),
    ("\r\na", "\"'\r\na\""),
    ("\na", "\"'\na\""),
    ("＝1+1", "'＝1+1"),
    ("＋1", "'＋1"),
    ("－1", "'－1"),
    ("＠a", "'＠a"),
    ("=\u{301}1", "'=\u{301}1"),
  ])
  func neutralisesTextThatStartsLikeAFormula(text: String, cell: String) {
    #expect(row(.text(text)) == cell + "\r\n")
  }

  @Test(arguments: ["a=1", "1-2", "x@y.z", "'=1", " =1"])
  func leavesOtherTextAlone(text: String) {
    #expect(row(.text(text)) == text + "\r\n")
  }

  @Test func neverTouchesNumbers() {
    #expect(
      row(.number(-1.5, decimals: 2), .integer(-7), .number(nil, decimals: 2))
        == "-1.5,-7,\r\n")
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func leavesACellEmptyThatHasNoNumber(value: Double) {
    #expect(row(.number(value, decimals: 2), .integer(1)) == ",1\r\n")
  }
}
