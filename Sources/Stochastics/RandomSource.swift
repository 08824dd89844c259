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
  /// Whether draws are addressed, and so may be made in any order.
  public let isCounterBased: Bool
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

  /// Goes to another entity's stream on the same path.
  ///
  /// - Precondition: The generator is counter-based.
  @inline(__always)
  public mutating func turn(to stream: StreamKey) {
    precondition(isCounterBased)
    kind = UInt32(stream.kind) << 24
    place = UInt64(stream.nameHash) << 32 | place & 0xFFFF_FFFF
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
    precondition(ordinal <= Self.largestOrdinal)
    let counter = SIMD4(
      address, kind | ordinal, UInt32(truncatingIfNeeded: place), UInt32(place >> 32))
    let words = Philox.block(counter: counter, key: key)
    return SIMD4(
      Philox.uniform(words[0]), Philox.uniform(words[1]), Philox.uniform(words[2]),
      Philox.uniform(words[3]))
  }

  /// The blocks of four members in a row, faster than one by one.
  ///
  /// - Precondition: The generator is counter-based.
  /// - Parameters:
  ///   - ordinal: The first of the members; the last is at most `largestOrdinal`.
  ///   - address: Which of each member's draws.
  ///   - blocks: Room for four.
  public func fourBlocks(
    from ordinal: UInt32, address: UInt32, into blocks: UnsafeMutablePointer<SIMD4<Double>>
  ) {
    precondition(isCounterBased && ordinal <= Self.largestOrdinal - 3)
    var one = counters(of: ordinal, address: address)
    var other = counters(of: ordinal + 2, address: address)
    Philox.makeBlocks(&one, &other, key: key)
    Self.store(one, at: blocks)
    Self.store(other, at: blocks + 2)
  }

  /// The counters of two members in a row.
  @inline(__always)
  private func counters(of ordinal: UInt32, address: UInt32) -> Philox.TwoWords {
    let second = UInt64(kind | ordinal)
    return Philox.TwoWords(
      words: (
        SIMD2(repeating: UInt64(address)), SIMD2(second, second + 1), SIMD2(repeating: place),
        SIMD2(repeating: place >> 32)
      ))
  }

  @inline(__always)
  private static func store(
    _ two: Philox.TwoWords, at blocks: UnsafeMutablePointer<SIMD4<Double>>
  ) {
    let (u0, u1) = (Philox.uniforms(two.words.0), Philox.uniforms(two.words.1))
    let (u2, u3) = (Philox.uniforms(two.words.2), Philox.uniforms(two.words.3))
    for lane in 0..<2 { blocks[lane] = SIMD4(u0[lane], u1[lane], u2[lane], u3[lane]) }
  }

  /// The key that GSL's own call to seed the generator has put into its state.
  private var key: SIMD2<UInt32> {
    handle.pointee.state.assumingMemoryBound(to: Philox.State.self).pointee.key
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
