import AngelFunds

/// What amounts are told in.
public enum MoneyUnit: String, CaseIterable, Sendable {
  /// 元, yuan.
  case yuan
  /// 万元, ten thousand yuan.
  case wan
  /// 百万元, a million yuan.
  case million
  /// 亿元, a hundred million yuan.
  case yi

  /// Yuan in one.
  var size: Double {
    switch self {
    case .yuan: 1
    case .wan: 1e4
    case .million: 1e6
    case .yi: 1e8
    }
  }

  /// Decimals that tell a planner's amounts apart.
  var decimals: Int {
    switch self {
    case .yuan, .wan: 0
    case .million: 1
    case .yi: 2
    }
  }
}

/// How reports for people are written.
public struct ReportStyle: Sendable {
  /// Language of every text.
  public let language: Language
  /// What amounts are told in.
  public let unit: MoneyUnit
  /// The unit that somebody asked for; nil leaves each screen to choose by size.
  public let chosenUnit: MoneyUnit?

  /// Makes a style.
  ///
  /// - Parameter unit: 万元 in Chinese and millions in English where none is given.
  public init(language: Language, unit: MoneyUnit? = nil) {
    self.language = language
    chosenUnit = unit
    self.unit = unit ?? (language == .chinese ? .wan : .million)
  }

  var texts: Texts { Texts(language: language) }
  /// The name of the unit of money: 万元.
  var unitName: String { texts("unit.\(unit.rawValue)") }
}
