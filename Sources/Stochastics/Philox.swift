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
    /// The block at hand.
    var words: SIMD4<UInt32>
    /// Which of its words comes next; 4 if a new block is due.
    var position: UInt32
  }

  /// What GSL needs to know of the generator; never freed, as GSL keeps pointers to it.
  nonisolated(unsafe) static let type: UnsafePointer<gsl_rng_type> = {
    // Written once here; nothing writes to it later.
    let type = UnsafeMutablePointer<gsl_rng_type>.allocate(capacity: 1)
    type.initialize(
      to: gsl_rng_type(
        name: name, max: UInt(UInt32.max), min: 0, size: MemoryLayout<State>.size,
        set: { state, seed in Philox.set(state, seed: UInt64(seed)) },
        get: { state in UInt(Philox.nextWord(state)) },
        get_double: { state in Philox.uniform(Philox.nextWord(state)) }))
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
      as: State.self, to: State(key: key, counter: .zero, words: .zero, position: 4))
  }

  @inline(__always)
  private static func nextWord(_ state: UnsafeMutableRawPointer?) -> UInt32 {
    // GSL hands its own block to its own callbacks.
    guard let state = state?.assumingMemoryBound(to: State.self) else { return 0 }
    if state.pointee.position == 4 {
      state.pointee.words = block(counter: state.pointee.counter, key: state.pointee.key)
      state.pointee.counter[0] &+= 1
      state.pointee.position = 0
    }
    let word = state.pointee.words[Int(state.pointee.position)]
    state.pointee.position += 1
    return word
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
