import Testing

@testable import AngelFunds
@testable import Reporting

@Suite struct DifferenceTextTests {
  private func difference(_ values: [Double]) throws -> Difference {
    try #require(
      Difference(base: values.map { _ in 0 }, variant: values, isPaired: true))
  }

  /// Two values a and b differ from nothing by (a + b)/2, with an error of |a - b|/2.
  @Test(arguments: [
    (0.6, 0.4, MetricUnit.multiple, "+0.500 ± 0.100x"),
    (0.024, 0.026, .multiple, "+0.0250 ± 0.0010x"),
    (-0.6, -0.4, .rate, "-50.00 ± 10.00%"), (0.0102, 0.0098, .share, "+1.000 ± 0.020%"),
    (1, -1, .years, "0.00 ± 1.00"), (3e6, 1e6, .yuan, "+2.0m ± 1.0m"),
  ])
  func decimalsFollowTheError(first: Double, second: Double, unit: MetricUnit, text: String) throws
  {
    let found = try difference([first, second])
    let shown = DifferenceText(
      unit: unit, error: found.standardError, style: ReportStyle(language: .english))
    #expect(shown.difference(found) == text)
  }

  @Test func anIntervalHasNoUnit() throws {
    let text = DifferenceText(unit: .multiple, error: 0.05, style: ReportStyle(language: .english))
    #expect(text.interval(-0.1...0.2) == "-0.100…+0.200")
    #expect(text.estimate(1, nil, otherwise: "± ?") == "1.000x ± ?")
  }
}
