public import AngelFunds
import Stochastics

/// `sweep.csv`: the figures of every simulated cell.
public enum SweepTable {
  private static let header =
    ["scope", "id", "metric", "unit", "mean", "mean_se"]
    + Summary.quantileNames.flatMap { [$0, "\($0)_se"] }

  /// The table as text.
  public static func text(_ sweep: FinishedSweep, forExcel: Bool) -> String {
    var table = CSVText(
      header: ["cell"] + sweep.provenance.columns + header, forExcel: forExcel)
    for cell in sweep.cells {
      let place = [.text(cell.id)] + cell.values.map(SensitivityTable.input)
      for figure in cell.rows {
        let decimals =
          figure.unit == .yuan ? SummaryTable.moneyDecimals : SummaryTable.ratioDecimals
        let names: [CSVText.Cell] = [
          .text(figure.owner.scope.rawValue), .text(figure.owner.id), .text(figure.metric),
          .text(figure.unit.rawValue),
        ]
        table.add(place + names + figure.statistics.map { .number($0, decimals: decimals) })
      }
    }
    return table.text
  }
}

/// `cells.csv`: what became of every cell.
public enum CellsTable {
  /// The table as text.
  public static func text(_ sweep: FinishedSweep, forExcel: Bool) -> String {
    var table = CSVText(
      header: ["cell"] + sweep.provenance.columns + ["status", "message", "seconds"],
      forExcel: forExcel)
    for cell in sweep.cells {
      table.add(
        [.text(cell.id)] + cell.values.map(SensitivityTable.input) + [
          .text(cell.status.rawValue), .text(cell.message), .number(cell.seconds, decimals: 3),
        ])
    }
    return table.text
  }
}

/// `tornado.csv`: how headlines move as each factor alone goes to its ends, the widest first.
public enum TornadoTable {
  private static let header = [
    "factor", "metric", "statistic", "unit", "base", "low", "low_value", "low_change",
    "low_change_se", "high", "high_value", "high_change", "high_change_se", "width",
  ]

  /// The table as text.
  public static func text(_ sweep: FinishedSweep, forExcel: Bool) -> String {
    var table = CSVText(header: header, forExcel: forExcel)
    for headline in Headline.all {
      let bars = TornadoBar.all(sweep, headline: headline)
      guard bars.contains(where: \.isTold) else { continue }
      for bar in bars {
        func number(_ value: Double?) -> CSVText.Cell {
          .number(value, decimals: SummaryTable.ratioDecimals)
        }
        func end(_ end: TornadoBar.End) -> [CSVText.Cell] {
          [
            SensitivityTable.input(end.value), number(end.estimate),
            number(end.change?.value), number(end.change?.standardError),
          ]
        }
        table.add(
          [
            .text(bar.factor), .text(headline.metric), .text(headline.statistic.rawValue),
            .text(headline.unit.rawValue), number(bar.base),
          ] + end(bar.low) + end(bar.high) + [number(bar.width)])
      }
    }
    return table.text
  }
}
