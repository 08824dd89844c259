internal import CGSL

/// Draws uniforms, always through GSL's generator interface.
///
/// With Philox a block of four uniforms is a pure function of seed, stream, path, ordinal and
/// address: what is drawn here never shifts what is drawn there. Any other generator is seeded
/// anew for each stream and path and drawn in sequence; its 32-bit seeds collide now and then, and
/// it promises no comparison path by path.
public struct RandomSource: ~Copyable {
  private let handle: UnsafeMutablePointer<gsl_rng>
  private let isCounterBased: Bool
  private let seed: UInt64
  private var kind: UInt32 = 0  // in the upper 8 bits, as it stands in the counter
  private var place: UInt64 = 0  // path, then hash of the name; one store and one load

  /// Ordinals take the counter's word together with the kind.
  public static var largestOrdinal: UInt32 { 0xFF_FFFF }

  /// Makes a source.
  ///
  /// - Throws: `GSLError` if memory is short.
  public init(generator: Generator, seed: UInt64) throws(GSLError) {
    _ = GSL.prepare
    guard let type = generator.type, let handle = gsl_rng_alloc(type) else {
      throw GSLError(code: Int32(GSL_ENOMEM), operation: "creating \(generator.name)")
    }
    gsl_rng_set(handle, UInt(seed))
    isCounterBased = generator.isCounterBased
    self.seed = seed
    self.handle = handle
  }

  deinit { gsl_rng_free(handle) }

  /// Goes to an entity's stream on a path.
  @inline(__always)
  public mutating func begin(_ stream: StreamKey, path: UInt32) {
    kind = UInt32(stream.kind) << 24
    place = UInt64(stream.nameHash) << 32 | UInt64(path)
    if !isCounterBased { gsl_rng_set(handle, UInt(sequenceSeed)) }
  }

  /// Four uniforms in the open interval (0, 1).
  ///
  /// - Parameters:
  ///   - ordinal: Which of the entity's members, at most `largestOrdinal`.
  ///   - address: Which of the member's draws.
  @inline(__always)
  public mutating func block(ordinal: UInt32, address: UInt32) -> SIMD4<Double> {
    guard isCounterBased else {
      return SIMD4(
        gsl_rng_uniform_pos(handle), gsl_rng_uniform_pos(handle), gsl_rng_uniform_pos(handle),
        gsl_rng_uniform_pos(handle))
    }
    go(toOrdinal: ordinal, address: address)
    let (low, high) = (UInt64(gsl_rng_get(handle)), UInt64(gsl_rng_get(handle)))
    return SIMD4(
      Philox.uniform(UInt32(truncatingIfNeeded: low)), Philox.uniform(UInt32(low >> 32)),
      Philox.uniform(UInt32(truncatingIfNeeded: high)), Philox.uniform(UInt32(high >> 32)))
  }

  @inline(__always)
  private mutating func go(toOrdinal ordinal: UInt32, address: UInt32) {
    precondition(ordinal <= Self.largestOrdinal)
    let state = handle.pointee.state.assumingMemoryBound(to: Philox.State.self)
    state.pointee.counter = SIMD4(
      address, kind | ordinal, UInt32(truncatingIfNeeded: place), UInt32(place >> 32))
    state.pointee.hasSpare = false
  }

  /// 32 bits of seed, path and stream; never 0, which GSL takes for its own default.
  private var sequenceSeed: UInt32 {
    var hash = StableHash()
    hash.combine(seed)
    hash.combine(place << 32 | place >> 32)
    hash.combine(UInt64(kind >> 24))
    let folded = UInt32(truncatingIfNeeded: hash.value ^ (hash.value >> 32))
    return folded == 0 ? 1 : folded
  }
}
