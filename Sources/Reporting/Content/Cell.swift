import AngelFunds

/// What a number in a table is, which says how it is written.
enum NumberFormat: Hashable, Sendable {
  /// Yuan, told in the report's unit of money.
  case money
  /// A multiple: 1.14×.
  case multiple
  /// A part or a rate, 0.1 for 10 %.
  case percent
  /// Years.
  case years
  /// A mean number of things.
  case count
  /// A whole number.
  case whole
  /// A calendar year, without grouping.
  case year
  /// A bare number.
  case plain

  init(_ unit: MetricUnit) {
    self =
      switch unit {
      case .yuan: .money
      case .multiple: .multiple
      case .share, .rate: .percent
      case .years: .years
      case .companies, .funds: .count
      }
  }
}

/// A cell of a table for people.
struct Cell: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    /// Text that a person may have written.
    case text(String)
    /// A number, unrounded.
    case number(Double, NumberFormat)
    /// Nothing that could be told, with the sign that says so.
    case absent(String)
  }

  let content: Content
  /// Which number of `summary.csv` it is: `scope/id/metric/statistic`; nil for others.
  var origin: String?
  /// Whether it is a change, which is written with its sign.
  var isChange = false
  /// With how many decimals it is written, where its error asks for others than its format has.
  var decimals: Int?

  /// Whether its text is the value of a key as it was written, with which workbooks calculate where
  /// it is a plain number.
  var isWrittenValue = false

  static func text(_ text: String) -> Cell { Cell(content: .text(text)) }

  /// The value of a key as it was written.
  static func written(_ text: String) -> Cell {
    Cell(content: .text(text), isWrittenValue: true)
  }

  /// A number; a dash where there is none.
  static func number(_ value: Double?, _ format: NumberFormat, origin: String? = nil) -> Cell {
    guard let value, value.isFinite else { return .absent("–") }
    return Cell(content: .number(value, format), origin: origin)
  }

  /// A change, with as many decimals as its error asks for; a dash where there is none.
  static func change(
    _ value: Double?, _ format: NumberFormat, error: Double?, origin: String? = nil
  ) -> Cell {
    var cell = number(value, format, origin: origin)
    (cell.isChange, cell.decimals) = (true, format.decimals(error: error))
    return cell
  }

  static func absent(_ sign: String = "–") -> Cell { Cell(content: .absent(sign)) }

  /// How its number is written; nil for text and where there is none.
  var format: NumberFormat? {
    guard case .number(_, let format) = content else { return nil }
    return format
  }

  /// The number; nil for text and where there is none.
  var value: Double? {
    guard case .number(let value, _) = content else { return nil }
    return value
  }
}
