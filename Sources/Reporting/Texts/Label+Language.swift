import AngelFunds

extension Label {
  /// The name in a language.
  func text(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }
}
