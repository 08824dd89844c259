/// What a reader notes on its way through a scenario.
struct ReadingLog {
  /// What is known already of a scenario that differs in few keys; nil where all is read and noted.
  var trial: ReadingTrial?
  /// What is wrong.
  var issues: [InvalidScenario.Issue] = []
  /// What is valid, but does nothing.
  var warnings: [InvalidScenario.Issue] = []
  /// The canonical text of every value read, by key path.
  var resolved: [String: String] = [:]
  /// Key paths whose value is the default, written out or not.
  var defaults: Set<String> = []
  /// Ranges of inputs, still to be tried out.
  var ranges: [StatedRange] = []
  /// The keys, in the order in which they were read; only while recording.
  var keys: [KeyRecord] = []
}

/// A range of an input, as a scenario states it or as it is built in.
struct StatedRange {
  /// Where the input stands.
  let path: String
  /// Where the range stands.
  let rangePath: String
  let low: String
  let high: String
  let place: ScenarioTree.Place
  let isBuiltIn: Bool
}

/// One key that the reader knows.
struct KeyRecord: Hashable, Sendable {
  /// What stands at a key.
  enum Kind: Hashable, Sendable {
    /// A value.
    case value(ValueShape)
    /// A mapping of known keys.
    case section
    /// A mapping of names that the author chooses but for a few, or of key paths.
    case names(pattern: String?, reserved: [String])
  }

  /// With `*` in the place of names.
  let path: String
  let kind: Kind
  /// What holds where the key is absent, as it would be written.
  let fallback: String?
  /// Where the default comes from, if it is not a fixed text: `terms.carry`.
  let inheritsFrom: String?
  let isRequired: Bool
  /// What a valid text is, after "must be".
  let requirement: String
  /// What the key means.
  let help: String
}
