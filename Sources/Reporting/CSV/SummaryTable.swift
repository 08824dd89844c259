public import AngelFunds
import Stochastics

/// `summary.csv`: every figure of every entity with its errors and quantiles.
public enum SummaryTable {
  /// Decimals of money, which is in yuan.
  static let moneyDecimals = 2
  /// Decimals of everything else.
  static let ratioDecimals = 6

  private static let header =
    ["scope", "id", "label", "metric", "unit", "mean", "mean_se"]
    + Summary.quantileNames.flatMap { [$0, "\($0)_se"] } + ["defined_share"]

  /// The table as text.
  public static func text(_ summary: Summary, language: Language, forExcel: Bool) -> String {
    var table = CSVText(header: header, forExcel: forExcel)
    for row in summary.rows {
      let decimals = row.unit == .yuan ? moneyDecimals : ratioDecimals
      func number(_ value: Double?) -> CSVText.Cell { .number(value, decimals: decimals) }
      var cells: [CSVText.Cell] = [
        .text(row.owner.scope.rawValue), .text(row.owner.id), .text(row.label.text(language)),
        .text(row.metric), .text(row.unit.rawValue), number(row.mean?.value),
        number(row.mean?.standardError),
      ]
      for index in Summary.quantileNames.indices {
        let quantile = index < row.quantiles.count ? row.quantiles[index] : nil
        cells += [number(quantile?.value), number(quantile?.standardError)]
      }
      cells.append(.number(row.definedShare, decimals: ratioDecimals))
      table.add(cells)
    }
    return table.text
  }
}

/// `notes.csv`: where a figure or its error is left out, and why.
public enum NotesTable {
  /// The table as text.
  public static func text(
    _ summary: Summary, absentRates: AbsentRates, forExcel: Bool
  ) -> String {
    var table = CSVText(
      header: ["scope", "id", "metric", "statistic", "note", "value"], forExcel: forExcel)
    for row in summary.rows {
      func add(_ statistic: String, _ note: String, _ value: Double) {
        table.add([
          .text(row.owner.scope.rawValue), .text(row.owner.id), .text(row.metric),
          .text(statistic), .text(note), .number(value, decimals: SummaryTable.ratioDecimals),
        ])
      }
      switch row.mean?.doubt {
      case .skewness(let value): add("mean", "not reliable: skewness over root of paths", value)
      case .largestPath(let value): add("mean", "not reliable: part of one path", value)
      case nil:
        if row.mean == nil {
          add("mean", "absent on every path", 1 - row.definedShare)
        } else if row.mean?.standardError == nil {
          add("mean", "no error: too few paths have the figure", row.definedShare)
        }
      }
      if row.metric == Metric.irr.rawValue, let absent = absentRates.row(row.owner) {
        add("p50", "absent: share of paths with payments and no rate of return", absent.share)
        add("p50", "absent: largest TVPI of these paths", absent.largestMultiple)
        for (name, value) in zip(Summary.quantileNames, absent.quantilesOfAll) {
          if let value {
            add(name, "with these paths counted as the lowest", value)
          } else {
            add(name, "no rate with these paths counted as the lowest", absent.share)
          }
        }
      } else if row.definedShare < 1, row.mean != nil {
        add("mean", "absent: share of paths without the figure", 1 - row.definedShare)
      }
      for (name, quantile) in zip(Summary.quantileNames, row.quantiles) {
        if let probability = quantile.atomProbability {
          add(name, "atom: share of paths with this value", probability)
        } else if quantile.standardError == nil {
          add(name, "no error: too few paths have the figure", row.definedShare)
        }
      }
    }
    return table.text
  }
}
