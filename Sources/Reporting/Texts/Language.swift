public import AngelFunds

/// The language of labels and messages in reports.
public enum Language: String, CaseIterable, Sendable {
  /// English.
  case english = "en"
  /// Chinese, in simplified characters.
  case chinese = "zh"

  /// The language that a scenario asks for.
  public init(_ language: ReportLanguage) {
    switch language {
    case .english: self = .english
    case .chinese: self = .chinese
    }
  }
}
