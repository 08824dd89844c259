public import AngelFunds
import Stochastics

/// `sensitivity.csv`: how the headlines move when one input goes to the ends of its range.
public enum SensitivityTable {
  private static let header = [
    "input", "low", "high", "metric", "statistic", "unit", "base", "low_value", "low_change",
    "low_change_se", "high_value", "high_change", "high_change_se", "paths",
  ]

  /// The end of a range, which may be a negative number and is no formula then.
  static func input(_ value: String) -> CSVText.Cell {
    Double(value).map { .number($0, decimals: SummaryTable.ratioDecimals) } ?? .text(value)
  }

  /// The table as text.
  public static func text(_ rows: [SensitivityRow], forExcel: Bool) -> String {
    var table = CSVText(header: header, forExcel: forExcel)
    for row in rows {
      func number(_ value: Double?) -> CSVText.Cell {
        .number(value, decimals: SummaryTable.ratioDecimals)
      }
      func end(_ change: Double?) -> Double? {
        guard let base = row.base, let change else { return nil }
        return base + change
      }
      table.add([
        .text(row.input.path), input(row.input.low), input(row.input.high),
        .text(row.headline.metric), .text(row.headline.statistic.rawValue),
        .text(row.headline.unit.rawValue), number(row.base), number(end(row.low?.value)),
        number(row.low?.value), number(row.low?.standardError), number(end(row.high?.value)),
        number(row.high?.value), number(row.high?.standardError), .integer(row.paths),
      ])
    }
    return table.text
  }
}
