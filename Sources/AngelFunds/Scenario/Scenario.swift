/// A complete, consistent scenario: what is simulated, with nothing left to check.
///
/// If a value of this type exists, it can be simulated. Every list is sorted by `id`, so that the
/// order in which a file names things changes nothing.
public struct Scenario: Codable, Hashable, Sendable {
  /// What reports call the scenario.
  public let title: Label
  /// The quarter in which the first money can move: quarter 0.
  public let start: CalendarQuarter
  /// Number of simulated futures, unless the command line says otherwise.
  public let paths: Int
  /// Which of the equally valid sets of random numbers to use.
  public let seed: UInt64
  /// What reports are written in, unless the command line says otherwise; nil for the reader's own.
  public let language: ReportLanguage?
  /// The mother fund's own size, term and fee.
  public let motherFund: MotherFund
  /// Who pays into the mother fund; the shares add up to 1.
  public let contributors: [Contributor]
  /// Companies that the mother fund buys by itself.
  public let direct: DirectInvestment
  /// What the sub-funds are tied to; only anchors, used or not, that the file names.
  public let anchors: [Anchor]
  /// At least one.
  public let subFunds: [SubFund]
  /// The sectors that companies may belong to.
  public let sectors: [Sector]
  /// How much a company brings back, and when.
  public let outcomes: Outcomes
  /// What companies' fates have in common.
  public let dependence: Dependence
  /// What happens to stakes that are unsold at the end of a term.
  public let termEnd: TermEnd
  /// Rules of public money.
  public let rules: Rules
  /// Inputs that are known only as a range; each is run at both ends.
  public let ranges: [InputRange]
}

/// A language that reports can be written in.
public enum ReportLanguage: String, CaseIterable, Codable, Hashable, Sendable {
  /// English.
  case english = "en"
  /// Chinese, in simplified characters.
  case chinese = "zh"
}

/// A name as people read it, in both languages of the reports.
public struct Label: Codable, Hashable, Sendable {
  /// The English name.
  public let english: String
  /// The Chinese name.
  public let chinese: String

  /// Makes a label.
  public init(english: String, chinese: String) {
    self.english = english
    self.chinese = chinese
  }
}

/// A quarter of a calendar year.
public struct CalendarQuarter: Codable, Hashable, Sendable {
  /// The year, 2026 for example.
  public let year: Int
  /// From 1 to 4.
  public let quarter: Int

  /// Makes a quarter.
  public init(year: Int, quarter: Int) {
    self.year = year
    self.quarter = quarter
  }

  /// The quarter that lies `quarters` later.
  public func advanced(by quarters: Int) -> CalendarQuarter {
    let index = index + quarters
    return CalendarQuarter(year: index / 4, quarter: index % 4 + 1)
  }
}

extension CalendarQuarter: Comparable {
  /// Whether one quarter is earlier than another.
  public static func < (first: CalendarQuarter, second: CalendarQuarter) -> Bool {
    first.index < second.index
  }

  /// Quarters since the start of the calendar.
  var index: Int { year * 4 + quarter - 1 }
}

extension CalendarQuarter: CustomStringConvertible {
  /// As in `2026Q1`.
  public var description: String { "\(year)Q\(quarter)" }
}

/// An input that is known only as a range.
public struct InputRange: Codable, Hashable, Sendable {
  /// Where the input stands: `outcomes.tail_index`.
  public let path: String
  /// The low end, as written: `1.2` or `50%`.
  public let low: String
  /// The high end, as written.
  public let high: String
}
