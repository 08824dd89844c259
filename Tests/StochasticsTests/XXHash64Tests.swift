import Stochastics
import Testing

/// Test vectors of the reference implementation, https://github.com/Cyan4973/xxHash: the empty
/// text, "a" and "abc" as many implementations quote them, the others from its sanity checks.
@Suite struct XXHash64Tests {
  @Test(
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
    ] as [(String, UInt64)])
  func matchesThePublishedVectors(text: String, hash: UInt64) {
    #expect(Array(text.utf8).withUnsafeBytes { XXHash64.value(of: $0) } == hash)
  }

  @Test(
    arguments: [
      (1, 0, 0xE934_A84A_DB05_2768), (4, 0, 0x9136_A0DC_A574_57EE),
      (14, 0, 0x8282_DCC4_994E_35C8), (222, 0, 0xB641_AE8C_B691_C174),
      (1, Self.prime, 0x5014_6076_43A9_B4C3), (14, Self.prime, 0xC3BD_6BF6_3DEB_6DF0),
      (222, Self.prime, 0x20CB_8AB7_AE10_C14A),
    ] as [(Int, UInt64, UInt64)])
  func matchesTheReferencesSanityChecks(count: Int, seed: UInt64, hash: UInt64) {
    var generator = Self.prime
    let bytes = (0..<count).map { _ in
      defer { generator &*= 0x9E37_79B1_85EB_CA8D }
      return UInt8(generator >> 56)
    }
    #expect(bytes.withUnsafeBytes { XXHash64.value(of: $0, seed: seed) } == hash)
  }

  private static let prime: UInt64 = 2_654_435_761

  /// Every bit of every byte counts, wherever it stands: in a stripe, a word, a half or a byte.
  @Test(arguments: [1, 4, 7, 8, 31, 32, 33, 79, 200])
  func everyFlippedBitIsSeen(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    let whole = bytes.withUnsafeBytes { XXHash64.value(of: $0) }
    for bit in 0..<(8 * count) {
      var flipped = bytes
      flipped[bit / 8] ^= 1 << (bit % 8)
      #expect(flipped.withUnsafeBytes { XXHash64.value(of: $0) } != whole)
    }
  }

  @Test func piecesHashAsTheWhole() {
    let bytes = (0..<150).map { UInt8($0) }
    let whole = bytes.withUnsafeBytes { XXHash64.value(of: $0, seed: 5) }
    var hash = XXHash64(seed: 5)
    bytes.withUnsafeBytes { buffer in
      hash.combine(UnsafeRawBufferPointer(rebasing: buffer[..<61]))
      hash.combine(UnsafeRawBufferPointer(rebasing: buffer[61..<128]))
      hash.combine(UnsafeRawBufferPointer(rebasing: buffer[128...]))
    }
    #expect(hash.value == whole)
  }

  @Test func theSeedCounts() {
    let bytes = Array("angel".utf8)
    let values = (0..<100).map { seed in
      bytes.withUnsafeBytes { XXHash64.value(of: $0, seed: seed) }
    }
    #expect(Set(values).count == 100)
  }
}
