import Testing

@testable import Reporting

@Suite struct PlainNumberTests {
  @Test(arguments: [
    ("15", 15, "0"), ("0.25", 0.25, "0.00"), ("65%", 0.65, "0%"), ("-1.50%", -0.015, "0.00%"),
    ("0", 0, "0"), ("200000000", 2e8, "0"), ("123456789012345", 123_456_789_012_345, "0"),
    ("0.16666666666666666", 0.16666666666666666, "0.000000000000000"),
  ])
  func isShownAsItWasWritten(text: String, value: Double, code: String) {
    let number = PlainNumber(text)
    #expect(number?.value == value)
    #expect(number?.code == code)
  }

  /// Spreadsheets keep 15 digits; a seed of more, a date or an amount in words stays text.
  @Test(arguments: [
    "", "-", ".5", "5.", "1.2.3", "--1", "1e5", "1,000", "1亿", "5y", "2026Q1",
    "9223372036854775807",
    "%", "007", "inf", "0x10",
  ])
  func otherTextsStayTexts(text: String) { #expect(PlainNumber(text) == nil) }
}
