import Stochastics

extension Provenance {
  /// Equal for runs of equal numbers, different for others.
  public var fingerprint: String {
    StableHash.fingerprint(entries.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
  }
}

extension SweepProvenance {
  /// Equal for sweeps of equal numbers, different for others.
  public var fingerprint: String {
    StableHash.fingerprint(entries.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
  }
}

extension StableHash {
  fileprivate static func fingerprint(_ texts: [String]) -> String {
    var hash = StableHash()
    for text in texts {
      hash.combine(UInt64(text.utf8.count))
      hash.combine(text)
    }
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
