import Stochastics

/// Whether path i of one run can be held against path i of another.
public enum Pairing: Hashable, Sendable {
  /// Both ran on the same random numbers.
  case paired
  /// They did not, for these reasons, of which there is at least one.
  case unpaired([Reason])

  /// Why two runs cannot be compared path by path.
  public enum Reason: Hashable, Sendable {
    /// They ran on different seeds.
    case seeds(UInt64, UInt64)
    /// They have different numbers of paths.
    case paths(Int, Int)
    /// They were made by different versions of the program.
    case versions(String, String)
    /// They ran on different generators.
    case generators(String, String)
    /// Both ran on a generator whose draws have no address.
    case generator(String)
  }

  /// Whether differences are told path by path.
  public var isPaired: Bool { self == .paired }

  /// How two runs can be compared.
  public init(_ base: Provenance, _ variant: Provenance) {
    var reasons: [Reason] = []
    if base.seed != variant.seed { reasons.append(.seeds(base.seed, variant.seed)) }
    if base.paths != variant.paths { reasons.append(.paths(base.paths, variant.paths)) }
    if base.programVersion != variant.programVersion {
      reasons.append(.versions(base.programVersion, variant.programVersion))
    }
    if base.generator != variant.generator {
      reasons.append(.generators(base.generator, variant.generator))
    } else if base.generator != Generator.philox.name {
      reasons.append(.generator(base.generator))
    }
    self = reasons.isEmpty ? .paired : .unpaired(reasons)
  }
}
