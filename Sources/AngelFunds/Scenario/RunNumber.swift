/// A number that says how scenarios are simulated, with the same bounds and spellings in scenario
/// files, sweep files and command lines.
public enum RunNumber: Sendable {
  /// How many futures.
  case paths
  /// Which of the equally valid sets of random numbers.
  case seed

  /// How many futures a run may have.
  static let pathBounds = 2...10_000_000
  /// Which sets of random numbers there are: as many as SQLite can number.
  static let seedBounds = 0...UInt64(Int64.max)

  private var form: ValueForm<UInt64> {
    switch self {
    case .paths:
      .wholeNumber(in: UInt64(Self.pathBounds.lowerBound)...UInt64(Self.pathBounds.upperBound))
    case .seed: .wholeNumber(in: Self.seedBounds)
    }
  }

  /// The number that a text means, such as `20000`, `2e4` or `20,000`; nil if it is out of bounds or
  /// no whole number.
  public func value(of text: String) -> UInt64? { form.parse(text) }

  /// Why a text is refused, as a sentence without its subject.
  public func refusal(of text: String) -> String { form.refusal(of: text) }
}
