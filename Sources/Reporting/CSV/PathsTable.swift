public import AngelFunds

/// `paths.csv`: the mother fund's figures, path by path.
public enum PathsTable {
  /// The table as text.
  public static func text(_ paths: PathFigures, forExcel: Bool) -> String {
    var table = CSVText(
      header: ["path"] + paths.metrics.map(\.rawValue), forExcel: forExcel)
    for path in 0..<paths.count {
      table.add(
        [.integer(path)]
          + paths.metrics.indices.map { index in
            .number(
              paths.value(path, metric: index),
              decimals: paths.metrics[index].unit == .yuan
                ? SummaryTable.moneyDecimals : SummaryTable.ratioDecimals)
          })
    }
    return table.text
  }
}
