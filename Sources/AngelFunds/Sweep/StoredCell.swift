public import Stochastics

/// A cell as the store knows it.
struct StoredCell: Hashable {
  enum Legality: String, Hashable {
    case legal
    case notLegal = "not_legal"
    case invalid
  }

  let position: Int
  let id: String
  let values: [String]
  let content: String
  let legality: Legality
  /// Why it is not legal or not valid; else empty.
  let message: String
}

extension StoredCell {
  init(_ cell: SweepCell, position: Int) {
    self.position = position
    (id, values) = (cell.id, cell.values)
    content = cell.contentText
    switch cell.legality {
    case .legal: (legality, message) = (.legal, "")
    case .notLegal(let why): (legality, message) = (.notLegal, why)
    case .invalid(let why): (legality, message) = (.invalid, why)
    }
  }
}

extension SweepCell {
  /// The content's hash as 16 hexadecimal digits.
  var contentText: String { Self.text(ofContent: content) }

  static func text(ofContent content: UInt64) -> String {
    let digits = String(content, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// What became of one cell.
public struct CellResult: Hashable, Sendable {
  /// What became of it.
  public enum Status: String, Hashable, Sendable {
    /// It was simulated.
    case done
    /// It breaks a size or a cap, and was not to be simulated.
    case notLegal = "not_legal"
    /// It is no valid scenario.
    case invalid
    /// Simulating it went wrong; it can be tried again.
    case failed
    /// It belongs to another shard, or was not reached.
    case open
  }

  /// What reports call it.
  public let id: String
  /// Its values, by column.
  public let values: [String]
  /// What became of it.
  public let status: Status
  /// Why it was not simulated; empty where it was.
  public let message: String
  /// How long it took, from its start to its estimates; nil where it was not simulated.
  public let seconds: Double?
  /// Its figures, in the order of reports; empty where it was not simulated.
  public let rows: [CellFigure]
  /// How headlines differ from the reference, in the order of `Headline.all`.
  ///
  /// Empty where there is no reference; nil where a difference cannot be told.
  public let changes: [Estimate?]
}

/// One figure of a cell: mean and quantiles, each with its standard error where it has one.
public struct CellFigure: Hashable, Sendable {
  /// Whose figure it is.
  public let owner: ScopeID
  /// The figure's name.
  public let metric: String
  /// What it is measured in.
  public let unit: MetricUnit
  /// Mean, standard error, then each of the five quantiles with its standard error.
  public let statistics: [Double?]
}

extension CellFigure {
  init(_ row: SummaryRow) {
    (owner, metric, unit) = (row.owner, row.metric, row.unit)
    var numbers: [Double?] = [row.mean?.value, row.mean?.standardError]
    for index in Summary.quantileNames.indices {
      let quantile = index < row.quantiles.count ? row.quantiles[index] : nil
      numbers += [quantile?.value, quantile?.standardError]
    }
    statistics = numbers
  }
}
