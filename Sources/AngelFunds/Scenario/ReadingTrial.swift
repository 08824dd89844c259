import Stochastics

/// A reading that only asks whether a scenario is valid, and whether it is another one's equal: what
/// sweeps ask of every cell.
///
/// Texts of keys are added up as hashes instead of kept, and sections that no change has touched are
/// taken from a reading of the base.
struct ReadingTrial: Sendable {
  /// What reading a section gave.
  struct Section: Sendable {
    /// What it depends on besides its own text.
    let inputs: [String]
    let value: any Sendable
    /// What its keys add to the content.
    let content: UInt64
  }

  /// Sections of the base, by key; nil while the base is read.
  var base: [String: Section]?
  /// Sections read, for the next trial; only while the base is read.
  var sections: [String: Section] = [:]
  /// Sections that changes have touched.
  var touched: Set<String> = []
  /// The sum of the hashes of all keys with their texts.
  var content: UInt64 = 0
}

/// What tells two scenarios apart: the sum of the hashes of their keys with their texts, in whatever
/// order they are read.
enum ScenarioContent {
  /// The hash of a key with its text.
  ///
  /// - Parameter start: The hash of what stands before the key in its path.
  static func hash(_ key: String, _ text: String, after start: StableHash = StableHash()) -> UInt64
  {
    var hash = start
    hash.combine(key)
    hash.combine(": ")
    hash.combine(text)
    return mixed(hash.value)
  }

  /// The content of a scenario's text, one `key.path: value` a line; ranges of inputs are left aside.
  static func sum(ofText resolved: String) -> UInt64 {
    resolved.split(separator: "\n").reduce(0) { sum, line in
      guard let end = line.firstRange(of: ": "), !line[..<end.lowerBound].contains(".ranges.")
      else { return sum }
      return sum &+ hash(String(line[..<end.lowerBound]), String(line[end.upperBound...]))
    }
  }

  /// Bits spread so that sums of hashes do not repeat; the finaliser of MurmurHash3.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    value = (value ^ (value >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return value ^ (value >> 33)
  }
}

extension ScenarioReader {
  /// What `read` makes of the section at `key`, or what is known of it from a reading of the base.
  ///
  /// - Parameter inputs: All that `read` goes by besides the section's own text.
  mutating func known<Value: Sendable>(
    _ key: String, given inputs: [String] = [], _ read: (inout Self) -> Value
  ) -> Value {
    guard let trial = log.trial else { return read(&self) }
    if let kept = trial.base?[key], !trial.touched.contains(key), kept.inputs == inputs,
      let value = kept.value as? Value
    {
      knownKeys.append(key)
      log.trial?.content &+= kept.content
      return value
    }
    let value = read(&self)
    if trial.base == nil {
      let content = (log.trial?.content ?? 0) &- trial.content
      log.trial?.sections[key] = .init(inputs: inputs, value: value, content: content)
    }
    return value
  }
}
