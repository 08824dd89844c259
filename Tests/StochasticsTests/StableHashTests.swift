import Stochastics
import Testing

/// Test vectors of Landon Curt Noll's FNV page and of draft-eastlake-fnv, appendix C.
@Suite struct StableHashTests {
  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func matchesThePublished64BitVectors(text: String, hash: UInt64) {
    var value = StableHash()
    value.combine(text)
    #expect(value.value == hash)
  }

  @Test(
    arguments: [("", 0x811c_9dc5), ("a", 0xe40c_292c), ("foobar", 0xbf9c_f968)]
      as [(String, UInt32)])
  func matchesThePublished32BitVectors(text: String, hash: UInt32) {
    #expect(StableHash.hash32(text) == hash)
    #expect(StreamKey(kind: 3, name: text).nameHash == hash)
  }

  @Test func piecesAndBytesHashAsTheirText() {
    var (pieces, bytes) = (StableHash(), StableHash())
    pieces.combine("foo")
    pieces.combine("bar")
    Array("foobar".utf8).withUnsafeBytes { bytes.combine(bytes: $0) }
    #expect(pieces.value == 0x8594_4171_f739_67e8)
    #expect(bytes.value == 0x8594_4171_f739_67e8)
  }

  /// "foobar" and two zero bytes, read as one number from its lowest byte.
  @Test func aNumberIsHashedFromItsLowestByte() {
    let number: UInt64 = 0x0000_7261_626f_6f66
    var (whole, real, text) = (StableHash(), StableHash(), StableHash())
    whole.combine(number)
    real.combine(Double(bitPattern: number))
    text.combine("foobar\0\0")
    #expect(whole.value == text.value)
    #expect(real.value == text.value)
  }
}
