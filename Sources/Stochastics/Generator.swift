internal import CGSL

/// Where random numbers come from: Philox, or any of GSL's own generators.
public struct Generator: Hashable, Sendable {
  /// The name by which GSL knows it; `philox` for the default.
  public let name: String

  /// Philox4x32-10, the default: counter-based, with addressed draws.
  public static let philox = Generator(name: "philox")

  private init(name: String) { self.name = name }

  /// The generator of this name; nil if there is none.
  public init?(named name: String) {
    guard Self.names.contains(name) else { return nil }
    self.name = name
  }

  /// Every name, the default first.
  public static let names: [String] = ["philox"] + GSLGenerators.names

  /// Whether draws are addressed, so that scenarios can be compared path by path.
  public var isCounterBased: Bool { self == .philox }

  /// The version of the GNU Scientific Library, 2.7.1 for example.
  public static var gslVersion: String { String(cString: cgsl_version()) }

  var type: UnsafePointer<gsl_rng_type>? {
    isCounterBased ? Philox.type : GSLGenerators.type(named: name)
  }
}

/// GSL's own generators, as it lists them.
private enum GSLGenerators {
  static let names: [String] = types.keys.sorted()

  static func type(named name: String) -> UnsafePointer<gsl_rng_type>? { types[name] }

  /// Asked for once, as GSL fills its list anew at every question; nothing writes to it later.
  nonisolated(unsafe) private static let types: [String: UnsafePointer<gsl_rng_type>] = {
    var types: [String: UnsafePointer<gsl_rng_type>] = [:]
    var entry = gsl_rng_types_setup()
    while let type = entry?.pointee {
      types[String(cString: type.pointee.name)] = type
      entry = entry?.advanced(by: 1)
    }
    return types
  }()
}
