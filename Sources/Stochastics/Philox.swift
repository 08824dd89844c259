internal import CGSL

/// Philox4x32-10 as one of GSL's generators.
///
/// Counter-based: its numbers are a function of key and counter, so that going to any place in any
/// stream costs nothing. Registered as a `gsl_rng_type`; its state lives in GSL's own block.
///
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3", SC11
/// (2011), https://doi.org/10.1145/2063384.2063405.
enum Philox {
  /// What GSL keeps for one generator.
  struct State {
    var key: SIMD2<UInt32>
    /// The counter of the next block.
    var counter: SIMD4<UInt32>
    /// The second half of the block at hand.
    var spare: UInt64
    /// Whether the second half is still to be given out.
    var hasSpare: Bool
  }

  /// What GSL needs to know of the generator; never freed, as GSL keeps pointers to it.
  nonisolated(unsafe) static let type: UnsafePointer<gsl_rng_type> = {
    // Written once here; nothing writes to it later.
    let type = UnsafeMutablePointer<gsl_rng_type>.allocate(capacity: 1)
    type.initialize(
      to: gsl_rng_type(
        name: name, max: UInt.max, min: 0, size: MemoryLayout<State>.size,
        set: { state, seed in Philox.set(state, seed: UInt64(seed)) },
        get: { state in UInt(Philox.next(state)) },
        get_double: { state in (Double(Philox.next(state) >> 12) + 0.5) * 0x1p-52 }))
    return UnsafePointer(type)
  }()

  nonisolated(unsafe) private static let name: UnsafePointer<CChar> = {
    let text = Array("philox4x32-10".utf8CString)
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: text.count)
    copy.initialize(from: text, count: text.count)
    return UnsafePointer(copy)
  }()

  private static func set(_ state: UnsafeMutableRawPointer?, seed: UInt64) {
    let key = SIMD2(
      UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    state?.initializeMemory(
      as: State.self, to: State(key: key, counter: .zero, spare: 0, hasSpare: false))
  }

  /// The next 64 bits: words 0 and 1 of a block, the low one first, then words 2 and 3.
  @inline(__always)
  private static func next(_ state: UnsafeMutableRawPointer?) -> UInt64 {
    // GSL hands its own block to its own callbacks.
    guard let state = state?.assumingMemoryBound(to: State.self) else { return 0 }
    if state.pointee.hasSpare {
      state.pointee.hasSpare = false
      return state.pointee.spare
    }
    let words = block(counter: state.pointee.counter, key: state.pointee.key)
    state.pointee.counter[0] &+= 1
    state.pointee.spare = UInt64(words[3]) << 32 | UInt64(words[2])
    state.pointee.hasSpare = true
    return UInt64(words[1]) << 32 | UInt64(words[0])
  }

  /// A word as a number in the open interval (0, 1).
  @inline(__always)
  static func uniform(_ word: UInt32) -> Double { (Double(word) + 0.5) * 0x1p-32 }

  /// The ten rounds on one counter.
  @inline(__always)
  static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var (c0, c1, c2, c3) = (counter[0], counter[1], counter[2], counter[3])
    var (k0, k1) = (key[0], key[1])
    for _ in 0..<10 {
      let a = c0.multipliedFullWidth(by: 0xD251_1F53)
      let b = c2.multipliedFullWidth(by: 0xCD9E_8D57)
      (c0, c1, c2, c3) = (b.high ^ c1 ^ k0, b.low, a.high ^ c3 ^ k1, a.low)
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return SIMD4(c0, c1, c2, c3)
  }
}
