public import AngelFunds
import Stochastics

/// What a table of outcomes implies, beside what others measured.
public struct CalibrationTable {
  private let name: String
  private let study: OutcomeStudy
  private let independent: OutcomeStudy

  /// - Parameters:
  ///   - name: What the table is called.
  ///   - study: Companies with what they have in common.
  ///   - independent: The same companies with nothing in common.
  public init(_ name: String, study: OutcomeStudy, independent: OutcomeStudy) {
    self.name = name
    self.study = study
    self.independent = independent
  }

  /// For a terminal; no line is wider than 80 columns.
  public func text(language: Language) -> String {
    let texts = Texts(language: language)
    var table = TextTable([(27, .left), (19, .right), (12, .right), (11, .right), (11, .right)])
    table.add([name])
    table.add(
      [""] + ["estimate", "independent", "published"].map { texts("calibrate.\($0)") } + [""])
    for row in rows {
      table.add([
        row.figure.name(texts), row.estimate, row.independent, row.published,
        row.verdict.map { texts("calibrate.verdict.\($0.rawValue)") } ?? "",
      ])
    }
    let companies = NumberText.grouped(study.companies)
    let note = texts("calibrate.note", ["companies": companies])
    return (table.lines + TextWrap.lines(note, width: 80)).joined(separator: "\n") + "\n"
  }

  /// Rows of a table in Markdown, with sources.
  public var markdown: String {
    let head = """
      | figure | estimate ± s.e. | independent | published | source | |
      | --- | --- | --- | --- | --- | --- |

      """
    return head
      + rows.map {
        "| \($0.figure.name(Texts(language: .english))) | \($0.estimate) | \($0.independent) | \($0.published) "
          + "| \($0.source) | \($0.verdict?.rawValue ?? "") |\n"
      }.joined()
  }

  private enum Verdict: String {
    case fits, high, low
  }

  private struct Row {
    let figure: OutcomeFigure
    let estimate: String
    let independent: String
    let published: String
    let source: String
    let verdict: Verdict?
  }

  private var rows: [Row] {
    OutcomeFigure.allCases.compactMap { figure in
      guard let estimate = study.figures[figure] else { return nil }
      let published = PublishedFigure.of(figure)
      let error = written(estimate.standardError, figure, decimals: 1)
      return Row(
        figure: figure, estimate: "\(written(estimate.value, figure)) ± \(error)",
        independent: independent.figures[figure].map { written($0.value, figure) } ?? "",
        published: published.map { range($0, figure) } ?? "",
        source: published?.source ?? "",
        verdict: published.map { verdict(estimate, $0) })
    }
  }

  /// Within, above or below what was published, sampling errors aside.
  private func verdict(_ estimate: Estimate, _ published: PublishedFigure) -> Verdict {
    let slack = 2 * estimate.standardError + 0.005 * published.range.upperBound
    if estimate.value > published.range.upperBound + slack { return .high }
    return estimate.value < published.range.lowerBound - slack ? .low : .fits
  }

  private func range(_ published: PublishedFigure, _ figure: OutcomeFigure) -> String {
    let (low, high) = (published.range.lowerBound, published.range.upperBound)
    let end = written(high, figure, decimals: 1)
    guard low < high else { return end }
    let start = written(low, figure, decimals: 1)
    return "\(start.dropLast(figure.isMultiple ? 1 : 1))–\(end)"
  }

  private func written(
    _ value: Double, _ figure: OutcomeFigure, decimals: Int = 1
  ) -> String {
    figure.isMultiple
      ? NumberText.fixed(value, decimals: 2) + "x"
      : NumberText.fixed(100 * value, decimals: value < 0.02 ? 2 : decimals) + "%"
  }
}
