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
}

/// Where the four uniforms of one event stand within an entity's stream.
enum DrawAddress {
  /// A company's ticket, candidate quarter, sector and place, in this order.
  static let selection: UInt32 = 0
  /// A company's holding time and latent; two spare.
  static let outcome: UInt32 = 1
  /// A manager's factor; three spare.
  static let skill: UInt32 = 0
}

extension StreamKey {
  init(_ kind: StreamKind, _ name: String) {
    self.init(kind: kind.rawValue, name: name)
  }
}
