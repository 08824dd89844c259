internal import CGSL

/// Draws uniforms from generators behind GSL's interface.
///
/// Addressed draws need no state but the key, which stays in GSL's block: they call the registered
/// Philox function itself and spare GSL's two calls by pointer for each block. A test holds both
/// ways to the same words.
///
/// With Philox a block of four uniforms is a pure function of seed, stream, path, ordinal and
/// address: what is drawn here never shifts what is drawn there. Any other generator is seeded
/// anew for each stream and path and drawn in sequence; its 32-bit seeds collide now and then, and
/// it promises no comparison path by path.
public struct RandomSource: ~Copyable {
  private let handle: UnsafeMutablePointer<gsl_rng>
  private let isCounterBased: Bool
  private let seed: UInt64
  private var stream = StreamKey(kind: 0, name: "")
  private var path: UInt32 = 0

  /// Ordinals take the counter's word together with the kind.
  public static let largestOrdinal: UInt32 = 0xFF_FFFF

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
    self.stream = stream
    self.path = path
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
    let counter = SIMD4(
      address, UInt32(stream.kind) << 24 | ordinal, path, stream.nameHash)
    let words = Philox.block(counter: counter, key: key)
    return SIMD4(
      Philox.uniform(words[0]), Philox.uniform(words[1]), Philox.uniform(words[2]),
      Philox.uniform(words[3]))
  }

  /// The key that GSL's own call to seed the generator has put into its state.
  private var key: SIMD2<UInt32> {
    handle.pointee.state.assumingMemoryBound(to: Philox.State.self).pointee.key
  }

  /// 32 bits of seed, path and stream; never 0, which GSL takes for its own default.
  private var sequenceSeed: UInt32 {
    var hash = StableHash()
    hash.combine(seed)
    hash.combine(UInt64(path) << 32 | UInt64(stream.nameHash))
    hash.combine(UInt64(stream.kind))
    let folded = UInt32(truncatingIfNeeded: hash.value ^ (hash.value >> 32))
    return folded == 0 ? 1 : folded
  }
}
