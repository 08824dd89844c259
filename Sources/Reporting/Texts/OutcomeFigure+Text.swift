import AngelFunds

extension OutcomeFigure {
  /// What people call it.
  func name(_ texts: Texts) -> String { texts("outcome.\(rawValue)") }
}
