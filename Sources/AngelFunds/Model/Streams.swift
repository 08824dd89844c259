import Stochastics

/// What random numbers are for; part of every stream's address.
///
/// The numbers are fixed for good: a new kind never shifts the draws of another.
enum StreamKind: UInt8 {
  case market = 1
  case sector = 2
  case manager = 3
  case company = 4
  /// The points of an experiment, not of a path.
  case design = 5
  /// Whether companies can go public, year by year.
  case ipoWindow = 6
  /// What becomes of companies, where a generator in sequence draws it apart from their choice.
  case outcome = 7
  /// Whether and when a sub-fund finds its other partners, and when they pay.
  case closing = 8
  /// Which paths make up a resample of a finished run.
  case resampling = 9
}

/// Where the four uniforms of one event stand within an entity's stream.
enum DrawAddress {
  /// A company's ticket, candidate quarter, sector and place, in this order.
  static let selection: UInt32 = 0
  /// A company's holding time, latent and place in the order of quality; one spare.
  static let outcome: UInt32 = 1
  /// Engine `rounds`: a company's value at entry and place in the order of quality; two spare.
  static let entry: UInt32 = 2
  /// Engine `rounds`: price, recovery and its part at the exit; one spare.
  static let exit: UInt32 = 3
  /// Whether and when a company from elsewhere counts as local investment; two spare.
  static let recognition: UInt32 = 4
  /// A company's age, outside rounds, people, and lesser of assets and revenue, in this order.
  static let profile: UInt32 = 5
  /// Engine `rounds`: the first stage's time, latent, step-up and delay; then each later stage's.
  static let event: UInt32 = 8
  /// Whether a company is shared, and with which other; two spare.
  static let sharing: UInt32 = 6
  /// A manager's factor; three spare.
  static let skill: UInt32 = 0
  /// Whether a sub-fund closes, its delay, whether smaller, and its size, in this order.
  static let closing: UInt32 = 0
  /// Whether the other partners pay the first four tranches late; then each four more.
  static let late: UInt32 = 1
}

extension StreamKey {
  init(_ kind: StreamKind, _ name: String) {
    self.init(kind: kind.rawValue, name: name)
  }
}
