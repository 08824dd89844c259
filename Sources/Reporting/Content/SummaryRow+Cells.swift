import AngelFunds
import Stochastics

/// Rows of `summary.csv` as cells.
extension SummaryRow {
  var format: NumberFormat { NumberFormat(unit) }

  /// The mean and its error, as two cells.
  var meanCells: [Cell] {
    guard let mean else { return [.absent(), .absent("")] }
    let error: Cell =
      switch mean.standardError {
      case 0?: .absent("")
      case let error?: .number(error, format, origin: origin(of: "mean_se"))
      case nil: .absent("?")
      }
    return [.number(mean.value, format, origin: origin(of: "mean")), error]
  }

  /// Quantiles by their names in `summary.csv`; absent of events.
  func quantileCells(_ names: [String]) -> [Cell] {
    names.map { name in
      let index = Summary.quantileNames.firstIndex(of: name) ?? quantiles.count
      guard index < quantiles.count else { return .absent() }
      return .number(quantiles[index].value, format, origin: origin(of: name))
    }
  }

  /// Whether it is more than nothing in some future.
  var isSomewhere: Bool {
    guard let mean else { return false }
    return mean.value != 0 || quantiles.contains { $0.value != 0 }
  }

  func origin(of statistic: String) -> String {
    "\(owner.scope.rawValue)/\(owner.id)/\(metric)/\(statistic)"
  }
}

extension SummaryRow? {
  /// As `meanCells`, absent where there is no such row.
  var meanCells: [Cell] { self?.meanCells ?? [.absent(), .absent("")] }

  func quantileCells(_ names: [String]) -> [Cell] {
    self?.quantileCells(names) ?? names.map { _ in .absent() }
  }
}

extension Table.Column {
  /// A mean with its error.
  static func estimate(_ title: String, help: String? = nil) -> [Table.Column] {
    [.value(title, help: help), .error("\(title) ±")]
  }
}
