import Stochastics

/// One scenario of a sweep: the base with some values changed.
public struct SweepCell: Sendable {
  /// What reports call it: its number, or its name.
  public let id: String
  /// The value of each of the sweep's columns; empty where the base's holds.
  public let values: [String]
  /// Whether it can be simulated.
  public let legality: Legality
  let settings: [FactorSetting]
  /// Tells whether two cells are the same scenario: a hash of all keys with their values.
  let content: UInt64

  /// Whether a cell can be simulated.
  public enum Legality: Hashable, Sendable {
    /// It can.
    case legal
    /// Its values break a size or a cap; with the arithmetic.
    case notLegal(String)
    /// It is no valid scenario; with what is wrong.
    case invalid(String)
  }
}

extension SweepCell {
  /// Tries a draft on the base.
  ///
  /// - Parameter known: What is known of the base.
  init(_ draft: CellDraft, columns: [String], base: LoadedScenario, known: ReadingTrial) {
    id = draft.id
    settings = draft.settings
    let texts = Dictionary(
      draft.settings.flatMap { $0.columns.map { ($0.name, $0.text) } }
    ) { $1 }
    values = columns.map { texts[$0] ?? "" }
    do {
      content = try base.content(of: draft.settings.map(\.change), known: known)
      legality = .legal
    } catch {
      let problems = error.issues.map { "\($0.path) \($0.problem)" }.joined(separator: "; ")
      let breaksLimit = error.issues.allSatisfy(\.breaksLimit)
      legality = breaksLimit ? .notLegal(problems) : .invalid(problems)
      content = StableHash(text: problems).value
    }
  }
}

/// A cell before it is tried.
struct CellDraft {
  let id: String
  let settings: [FactorSetting]
}
