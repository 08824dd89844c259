import Testing

@testable import AngelFunds
@testable import Reporting

/// Verdicts of comparisons follow from numbers.
@Suite struct ComparisonWordsTests {
  /// More of a multiple is better, more of a probability of loss is worse; of money paid in neither.
  @Test(arguments: [
    ("tvpi", HeadlineComparison.Verdict.higher, ComparisonWords.Judgement.better),
    ("tvpi", .lower, .worse), ("dpi_below_1", .higher, .worse), ("dpi_below_1", .lower, .better),
    ("paid_in", .higher, .higher), ("paid_in", .lower, .lower),
    ("tvpi", .withinNoise(pathsNeeded: 40_000), .noise),
    ("irr", .withinNoise(pathsNeeded: nil), .noise),
    ("tvpi", .equalOnEveryPath, .equal),
  ])
  func betterIsNotHigher(
    figure: String, verdict: HeadlineComparison.Verdict, judgement: ComparisonWords.Judgement
  ) throws {
    #expect(ComparisonWords.Judgement(try headline(figure, verdict)) == judgement)
  }

  @Test func fewPathsTellNothing() throws {
    #expect(ComparisonWords.Judgement(try headline("tvpi", nil)) == .unknown)
  }

  private func headline(
    _ figure: String, _ verdict: HeadlineComparison.Verdict?
  ) throws -> HeadlineComparison {
    var headline = HeadlineComparison(
      figure: try #require(PathFigure(named: figure)),
      difference: try #require(Difference(base: [0, 0], variant: [1, 2], isPaired: true)), paths: 2)
    headline.verdict = verdict
    return headline
  }

  /// A change shows its sign and two digits of its error; shares change by percentage points.
  @Test(arguments: [
    (0.0162, 0.0008, NumberFormat.multiple, "+0.0162 ± 0.0008×"),
    (-0.4, 0.1, .multiple, "-0.400 ± 0.100×"), (0.0102, 0.0002, .percent, "+1.020 ± 0.020 pp"),
    (0, 0, .percent, "0.00 ± 0.00 pp"), (2e6, 1e6, .money, "+2.0 ± 1.0 million yuan"),
  ])
  func changesShowTheirSign(value: Double, error: Double, format: NumberFormat, text: String) {
    let cells = CellText(style: ReportStyle(language: .english))
    let cell = Cell.change(value, format, error: error)
    #expect(cells.estimate(cell, error: .number(error, format)) == text)
  }
}
