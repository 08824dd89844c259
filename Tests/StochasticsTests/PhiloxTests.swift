import CGSL
import Testing

@testable import Stochastics

@Suite struct PhiloxTests {
  /// Gives `body` a Philox generator that GSL allocated.
  private func withGenerator<Value>(
    _ body: (UnsafeMutablePointer<gsl_rng>, UnsafeMutablePointer<Philox.State>) -> Value
  ) throws -> Value {
    let handle = try #require(gsl_rng_alloc(Philox.type))
    defer { gsl_rng_free(handle) }
    return body(handle, handle.pointee.state.assumingMemoryBound(to: Philox.State.self))
  }

  /// Known answers published with the Random123 library, `tests/kat_vectors`, philox4x32 10.
  @Test(arguments: [
    (
      counter: SIMD4<UInt32>(repeating: 0), key: SIMD2<UInt32>(repeating: 0),
      words: SIMD4<UInt32>(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)
    ),
    (
      counter: SIMD4<UInt32>(repeating: .max), key: SIMD2<UInt32>(repeating: .max),
      words: SIMD4<UInt32>(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
    ),
    (
      counter: SIMD4<UInt32>(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
      key: SIMD2<UInt32>(0xa409_3822, 0x299f_31d0),
      words: SIMD4<UInt32>(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
    ),
  ])
  func matchesThePublishedAnswersThroughGSL(
    counter: SIMD4<UInt32>, key: SIMD2<UInt32>, words: SIMD4<UInt32>
  ) throws {
    let (low, high) = try withGenerator { handle, state in
      state.pointee.key = key
      state.pointee.counter = counter
      return (gsl_rng_get(handle), gsl_rng_get(handle))
    }
    #expect(low == UInt(words[1]) << 32 | UInt(words[0]))
    #expect(high == UInt(words[3]) << 32 | UInt(words[2]))
  }

  /// The first answer of `tests/kat_vectors` again, now reached by seeding; seed 0 is no default.
  @Test func seedZeroStartsAtCounterZeroWithKeyZero() throws {
    let word = try withGenerator { handle, _ in
      gsl_rng_set(handle, 99)
      _ = gsl_rng_get(handle)
      gsl_rng_set(handle, 0)
      return gsl_rng_get(handle)
    }
    #expect(word == 0xe169_c58d_6627_e8d5)
  }

  /// GSL's manual: `gsl_rng_uniform` includes 0.0 and excludes 1.0; ours excludes both.
  ///
  /// Half a step added to 53 bits was rounded up, so that 64 set bits gave exactly 1.
  @Test(arguments: [UInt64.min, .max])
  func aUniformIsInsideTheOpenInterval(bits: UInt64) throws {
    let uniform = try withGenerator { handle, state in
      state.pointee.spare = bits
      state.pointee.hasSpare = true
      return gsl_rng_uniform(handle)
    }
    #expect(uniform > 0 && uniform < 1)
    #expect(abs(uniform - (bits == 0 ? 0 : 1)) < 1e-15)
  }

  @Test func theThirdNumberComesFromTheNextCounter() throws {
    let numbers = try withGenerator { handle, state in
      gsl_rng_set(handle, 5)
      let third = (0..<3).map { _ in gsl_rng_get(handle) }[2]
      gsl_rng_set(handle, 5)
      state.pointee.counter = SIMD4(1, 0, 0, 0)
      return [third, gsl_rng_get(handle)]
    }
    #expect(numbers[0] == numbers[1])
  }
}
