import Foundation
import Testing

@testable import Reporting

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.0, 2, "0"),
    (-0.0, 2, "0"),
    (1, 0, "1"),
    (1.5, 0, "2"),
    (-1.5, 2, "-1.5"),
    (0.05, 2, "0.05"),
    (-0.05, 2, "-0.05"),
    (0.004, 2, "0"),
    (-0.004, 2, "0"),
    (0.005, 2, "0.01"),
    (0.1 + 0.2, 6, "0.3"),
    (1.000001, 6, "1.000001"),
    (1.0000001, 6, "1"),
    (123_456_789.25, 2, "123456789.25"),
    (99.999, 2, "100"),
    (1e13, 2, "10000000000000"),
    (1e-300, 6, "0"),
  ])
  func writesAtMostSoManyDecimals(value: Double, decimals: Int, text: String) {
    #expect(NumberText.plain(value, decimals: decimals) == text)
  }

  @Test func isEmptyWhereThereIsNoNumber() {
    for value in [nil, Double.nan, -.nan, .infinity, -.infinity] {
      #expect(NumberText.plain(value, decimals: 2) == "")
    }
  }

  /// Amounts that no fund has: still a number that a spreadsheet reads, without grouping.
  @Test(arguments: [1e15, -1e15, 9.1e13, 1e17, 1.25e300, -1.25e300, .greatestFiniteMagnitude])
  func staysANumberHoweverLarge(value: Double) {
    let text = NumberText.plain(value, decimals: 2)
    #expect(Double(text) == value)
    #expect(text.allSatisfy { "0123456789.e+-".contains($0) })
  }

  /// What is written is the nearest number of so many decimals.
  @Test(arguments: [0, 1, 2, 3, 6]) func isTheNearestNumberOfSoManyDecimals(decimals: Int) throws {
    let half = 0.5 * pow(10, -Double(decimals))
    for step in -500...500 {
      let value = Double(step) * 0.778_899_1
      let text = NumberText.plain(value, decimals: decimals)
      let written = try #require(Double(text))
      #expect(abs(written - value) <= half * (1 + 1e-9), "\(value) as \(text)")
      #expect(!text.contains("e") && !text.hasSuffix("."))
      #expect(text != "-0")
    }
  }

  @Test(arguments: [
    (0.0, 2, "0.00"), (-0.0, 2, "0.00"), (-0.004, 2, "0.00"), (-0.006, 2, "-0.01"),
    (1234.5, 1, "1234.5"), (2, 0, "2"), (99.96, 1, "100.0"),
  ])
  func fixesTheNumberOfDecimals(value: Double, decimals: Int, text: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == text)
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (20_000, "20,000"),
    (1_000_001, "1,000,001"), (-20_000, "-20,000"), (-999, "-999"),
    (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func groupsByThousands(value: Int, text: String) {
    #expect(NumberText.grouped(value) == text)
  }

  @Test(arguments: [
    (1e9, "1000.0m", "10.00亿"), (1e8, "100.0m", "1.00亿"), (9.9e7, "99.0m", "9900万"),
    (99_996_000, "100.0m", "1.00亿"),
    (-2.5e8, "-250.0m", "-2.50亿"), (-5e7, "-50.0m", "-5000万"), (0, "0.0m", "0万"),
    (-4_000, "0.0m", "0万"), (1.2e13, "12000000.0m", "120000.00亿"),
  ])
  func tellsAmountsAsEachLanguageDoes(yuan: Double, english: String, chinese: String) {
    #expect(NumberText.amount(yuan, language: .english) == english)
    #expect(NumberText.amount(yuan, language: .chinese) == chinese)
  }
}
