/// Four of Philox's blocks at a time, so that none waits for another.
extension Philox {
  /// A counter or a block of each of two draws: one vector a word, one lane a draw.
  ///
  /// A word is the lower half of its lane; what is in the upper half means nothing.
  struct TwoWords {
    var words: (SIMD2<UInt64>, SIMD2<UInt64>, SIMD2<UInt64>, SIMD2<UInt64>)

    @inline(__always)
    fileprivate mutating func round(_ k0: SIMD2<UInt64>, _ k1: SIMD2<UInt64>) {
      let a = (words.0 & Philox.lowerHalf) &* SIMD2(repeating: 0xD251_1F53)
      let b = (words.2 & Philox.lowerHalf) &* SIMD2(repeating: 0xCD9E_8D57)
      words = ((b &>> 32) ^ words.1 ^ k0, b, (a &>> 32) ^ words.3 ^ k1, a)
    }
  }

  /// Makes blocks of the counters of four draws, the same as `block` makes.
  @inline(__always)
  static func makeBlocks(_ one: inout TwoWords, _ other: inout TwoWords, key: SIMD2<UInt32>) {
    var key = key
    fiveRounds(&one, &other, &key)
    fiveRounds(&one, &other, &key)
  }

  /// Written out: the compiler shuffles vectors about in a loop.
  @inline(__always)
  private static func fiveRounds(
    _ one: inout TwoWords, _ other: inout TwoWords, _ key: inout SIMD2<UInt32>
  ) {
    round(&one, &other, &key)
    round(&one, &other, &key)
    round(&one, &other, &key)
    round(&one, &other, &key)
    round(&one, &other, &key)
  }

  @inline(__always)
  private static func round(
    _ one: inout TwoWords, _ other: inout TwoWords, _ key: inout SIMD2<UInt32>
  ) {
    let k0 = SIMD2(repeating: UInt64(key[0]))
    let k1 = SIMD2(repeating: UInt64(key[1]))
    one.round(k0, k1)
    other.round(k0, k1)
    key &+= SIMD2(0x9E37_79B9, 0xBB67_AE85)
  }

  /// What `uniform` makes of two words, to the last bit.
  @inline(__always)
  static func uniforms(_ words: SIMD2<UInt64>) -> SIMD2<Double> {
    // From 2⁵² on, the lower bits of a number are a whole number.
    let bits = (words & lowerHalf) | SIMD2(repeating: 0x4330_0000_0000_0000)
    let numbers = unsafeBitCast(bits, to: SIMD2<Double>.self) - SIMD2(repeating: 0x1p52)
    return (numbers + SIMD2(repeating: 0.5)) * SIMD2(repeating: 0x1p-32)
  }

  @inline(__always)
  private static var lowerHalf: SIMD2<UInt64> { SIMD2(repeating: 0xFFFF_FFFF) }
}
