public import AngelFunds
import Stochastics

/// `cashflows.csv`: every series by quarter.
public enum CashFlowTable {
  private static let header =
    ["scope", "id", "label", "series", "quarter", "period", "unit", "mean", "mean_se"]
    + Summary.quantileNames

  /// The table as text.
  public static func text(
    _ estimates: QuarterlyEstimates, language: Language, forExcel: Bool
  ) -> String {
    var table = CSVText(header: header, forExcel: forExcel)
    for row in estimates.rows {
      func number(_ value: Double?) -> CSVText.Cell {
        .number(value, decimals: SummaryTable.moneyDecimals)
      }
      let quantiles = Summary.quantileNames.indices.map { index in
        number(index < row.quantiles.count ? row.quantiles[index] : nil)
      }
      table.add(
        [
          .text(row.owner.scope.rawValue), .text(row.owner.id), .text(row.label.text(language)),
          .text(row.series.rawValue), .integer(row.quarter), .text("\(row.period)"),
          .text(MetricUnit.yuan.rawValue), number(row.mean?.value),
          number(row.mean?.standardError),
        ] + quantiles)
    }
    return table.text
  }
}
