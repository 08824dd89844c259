/// Changes as people read them: with their sign, and with the decimals that their errors ask for.
extension CellText {
  /// `+0.0162×`; with an error `+0.0162 ± 0.0008×`.
  ///
  /// - Parameter decimals: Nil for those of the format.
  func change(
    _ value: Double, _ format: NumberFormat, decimals: Int?, isSigned: Bool = true,
    error: Double? = nil
  ) -> String {
    let text = digits(value, format, decimals: decimals)
    let plus = isSigned && value > 0 ? "+" : ""
    let told = error.map { " ± " + digits($0, format, decimals: decimals) } ?? ""
    return plus + text + told + (isSigned ? changeSign(format) : sign(format))
  }

  /// `+0.0146 … +0.0177×`.
  func changes(_ range: ClosedRange<Double>, _ format: NumberFormat, decimals: Int?) -> String {
    let plus = range.lowerBound > 0 ? "+" : ""
    return plus + digits(range.lowerBound, format, decimals: decimals) + " … "
      + change(range.upperBound, format, decimals: decimals)
  }

  private func digits(_ value: Double, _ format: NumberFormat, decimals: Int?) -> String {
    guard let decimals, format != .money else { return number(value, format, isWithError: true) }
    return NumberText.fixed(format == .percent ? 100 * value : value, decimals: decimals)
  }

  /// Behind a change: a change of a share is in percentage points.
  private func changeSign(_ format: NumberFormat) -> String {
    format == .percent ? style.texts("unit.points") : sign(format)
  }
}

extension NumberFormat {
  private static let mostDecimals = 4

  /// Decimals by which an error shows two digits, if there is room for them; nil for money, which
  /// goes by its unit.
  func decimals(error: Double?) -> Int? {
    guard self != .money else { return nil }
    var decimals = self == .multiple ? 3 : 2
    var digits = (error ?? 1) * (self == .percent ? 100 : 1)
    for _ in 0..<decimals { digits *= 10 }
    while digits > 0, digits < 9.5, decimals < Self.mostDecimals {
      digits *= 10
      decimals += 1
    }
    return decimals
  }
}
