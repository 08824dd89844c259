public import AngelFunds

/// A traced path as a table: one event a row, by date.
public enum TraceTable {
  private static let header = [
    "date", "quarter", "vehicle", "company", "event", "detail", "payer", "payee", "amount_cny",
    "price", "company_value_cny", "ownership", "stake_cny",
  ]
  /// Amounts are small beside a fund, and are added up.
  private static let moneyDecimals = 4

  /// The table as text.
  public static func text(_ trace: PathTrace, forExcel: Bool) -> String {
    var table = CSVText(header: header, forExcel: forExcel)
    for entry in trace.entries { table.add(cells(entry)) }
    return table.text
  }

  private static func cells(_ entry: TraceEntry) -> [CSVText.Cell] {
    [
      .text("\(entry.date)"), .integer(entry.quarter), .text(entry.vehicle ?? ""),
      entry.company.map { .integer($0) } ?? .text(""), .text(entry.event.rawValue),
      .text(entry.detail), .text(entry.payer ?? ""), .text(entry.payee ?? ""),
      .number(entry.amount, decimals: moneyDecimals),
      .number(entry.price, decimals: SummaryTable.ratioDecimals),
      .number(entry.companyValue, decimals: moneyDecimals),
      .number(entry.ownership, decimals: 8), .number(entry.stake, decimals: moneyDecimals),
    ]
  }
}
