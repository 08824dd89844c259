public import AngelFunds
import Stochastics

/// `budget.csv`: what each contributor pays, and gets, by calendar year.
public enum BudgetTable {
  private static let header =
    ["scope", "id", "label", "year", "item", "unit", "mean", "mean_se"]
    + BudgetEstimates.quantileNames.flatMap { [$0, "\($0)_se"] }

  /// The table as text.
  public static func text(
    _ estimates: BudgetEstimates, language: Language, forExcel: Bool
  ) -> String {
    var table = CSVText(header: header, forExcel: forExcel)
    for row in estimates.rows {
      let isMoney = row.item.unit == .yuan
      func number(_ value: Double?) -> CSVText.Cell {
        .number(
          value, decimals: isMoney ? SummaryTable.moneyDecimals : SummaryTable.ratioDecimals)
      }
      let quantiles = BudgetEstimates.quantileNames.indices.flatMap { index in
        let quantile = index < row.quantiles.count ? row.quantiles[index] : nil
        return [number(quantile?.value), number(quantile?.standardError)]
      }
      table.add(
        [
          .text(row.owner.scope.rawValue), .text(row.owner.id), .text(row.label.text(language)),
          .integer(row.year), .text(row.item.rawValue), .text(row.item.unit.rawValue),
          number(row.mean?.value), number(row.mean?.standardError),
        ] + quantiles)
    }
    return table.text
  }
}
