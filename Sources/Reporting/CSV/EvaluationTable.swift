public import AngelFunds
import Stochastics

/// `evaluation.csv`: the national evaluation's points by calendar year.
public enum EvaluationTable {
  private static let header = [
    "year", "indicator", "label", "max", "mean", "mean_se", "simulated",
  ]
  private static let sum = Label(english: "All that are simulated", chinese: "可模拟指标合计")

  /// The table as text.
  public static func text(
    _ estimates: EvaluationEstimates, language: Language, forExcel: Bool
  ) -> String {
    var table = CSVText(header: header, forExcel: forExcel)
    for row in estimates.rows {
      func number(_ value: Double?) -> CSVText.Cell {
        .number(value, decimals: SummaryTable.ratioDecimals)
      }
      table.add([
        .integer(row.year), .text(row.indicator?.rawValue ?? "simulated_total"),
        .text((row.indicator?.label ?? sum).text(language)), .integer(row.most),
        number(row.mean?.value), number(row.mean?.standardError),
        .text(row.isSimulated ? "yes" : "no"),
      ])
    }
    return table.text
  }
}
