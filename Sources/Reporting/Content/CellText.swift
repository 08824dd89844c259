import AngelFunds

/// Numbers of tables as people read them.
struct CellText: Sendable {
  let style: ReportStyle

  /// A cell on its own.
  func text(_ cell: Cell) -> String {
    switch cell.content {
    case .text(let text): text
    case .number(let value, let format):
      cell.isChange || cell.decimals != nil
        ? change(value, format, decimals: cell.decimals, isSigned: cell.isChange)
        : short(value, format)
    case .absent(let sign): sign
    }
  }

  /// A number with the digits that matter.
  func short(_ value: Double, _ format: NumberFormat) -> String {
    number(value, format, isWithError: false) + sign(format)
  }

  /// A number with its standard error, and with what stands behind them if `isSigned`.
  func estimate(
    _ value: Double, _ error: Double?, _ format: NumberFormat, isSigned: Bool = true
  ) -> String {
    let text = number(value, format, isWithError: true)
    let sign = isSigned ? sign(format) : ""
    guard let error else { return "\(text)\(sign) ± ?" }
    guard error != 0 else { return "\(text)\(sign)" }
    return "\(text) ± \(self.error(error, format))\(sign)"
  }

  /// A standard error without its sign; what would be written as nothing is told to be less.
  func error(_ error: Double, _ format: NumberFormat) -> String {
    let text = number(error, format, isWithError: true)
    let isLost = error > 0 && text.allSatisfy { "0.".contains($0) }
    return isLost ? "<" + text.dropLast() + "1" : text
  }

  /// A cell with the standard error that stands in another.
  func estimate(_ cell: Cell, error: Cell) -> String {
    guard case .number(let value, let format) = cell.content else { return text(cell) }
    guard cell.isChange || cell.decimals != nil, let error = error.value else {
      return estimate(value, error.value, format)
    }
    let decimals = cell.decimals
    return change(value, format, decimals: decimals, isSigned: cell.isChange, error: error)
  }

  /// A range in the digits of `short`.
  func range(_ low: Double, _ high: Double, _ format: NumberFormat) -> String {
    let text = number(low, format, isWithError: false)
    return "\(text) … \(short(high, format))"
  }

  /// What stands behind a number.
  func sign(_ format: NumberFormat) -> String {
    switch format {
    case .money: style.language == .chinese ? style.unitName : " \(style.unitName)"
    case .multiple: "×"
    case .percent: "%"
    case .years: style.texts("unit.years.sign")
    case .count, .whole, .year, .plain: ""
    }
  }

  /// Without its sign; one digit more where its error stands behind it.
  func number(_ value: Double, _ format: NumberFormat, isWithError: Bool) -> String {
    let more = isWithError ? 1 : 0
    switch format {
    case .money: return NumberText.grouped(value / style.unit.size, decimals: style.unit.decimals)
    case .multiple: return NumberText.fixed(value, decimals: 2 + more)
    case .percent: return NumberText.fixed(100 * value, decimals: 1 + more)
    case .years, .count: return NumberText.fixed(value, decimals: 1 + more)
    case .whole: return NumberText.grouped(value, decimals: 0)
    case .year: return NumberText.fixed(value, decimals: 0)
    case .plain: return NumberText.plain(value, decimals: 6)
    }
  }
}
