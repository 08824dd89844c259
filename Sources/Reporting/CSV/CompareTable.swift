public import AngelFunds

/// `compare.csv`: every figure of every entity in each variant against the base.
public enum CompareTable {
  /// Differences of ratios between paired runs are small, and so are their errors.
  private static let differenceDecimals = 9

  private static let header = [
    "scope", "id", "label", "metric", "unit", "base", "variant", "base_mean", "variant_mean",
    "difference", "difference_se", "ci95_low", "ci95_high", "share_of_paths_higher",
    "variance_reduction", "paired_share",
  ]

  /// The table as text.
  public static func text(_ comparison: Comparison, language: Language, forExcel: Bool) -> String {
    var table = CSVText(header: header, forExcel: forExcel)
    for variant in comparison.variants {
      for row in variant.rows {
        let names: [CSVText.Cell] = [
          .text(row.owner.scope.rawValue), .text(row.owner.id), .text(row.label.text(language)),
          .text(row.figure.name), .text(row.figure.unit.rawValue), .text(comparison.base.name),
          .text(variant.name),
        ]
        table.add(names + numbers(row))
      }
    }
    return table.text
  }

  private static func numbers(_ row: ComparisonRow) -> [CSVText.Cell] {
    let isMoney = row.figure.unit == .yuan
    func mean(_ value: Double?) -> CSVText.Cell {
      .number(value, decimals: isMoney ? SummaryTable.moneyDecimals : SummaryTable.ratioDecimals)
    }
    func difference(_ value: Double?) -> CSVText.Cell {
      .number(value, decimals: isMoney ? SummaryTable.moneyDecimals : differenceDecimals)
    }
    func ratio(_ value: Double?) -> CSVText.Cell {
      .number(value, decimals: SummaryTable.ratioDecimals)
    }
    let found = row.difference
    return [
      mean(found?.baseMean), mean(found?.variantMean), difference(found?.value),
      difference(found?.standardError), difference(found?.interval?.lowerBound),
      difference(found?.interval?.upperBound), ratio(found?.pairs?.shareHigher),
      ratio(found?.pairs?.varianceReduction), ratio(found?.pairs?.share ?? 0),
    ]
  }
}
