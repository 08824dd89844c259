/// XXH64: a checksum that is the same on every machine and as fast as memory is read.
///
/// Any single flipped bit changes it, and other damage goes unnoticed once in 2⁶⁴ times; it does
/// not protect against forgery. Source: Collet, xxHash fast digest algorithm, specification 0.2.0,
/// https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md.
public struct XXHash64: Sendable {
  /// Bytes that are taken at a time.
  public static let stripe = 32

  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  private let seed: UInt64
  private var lanes: (UInt64, UInt64, UInt64, UInt64)
  private var length: UInt64 = 0

  /// Starts with nothing.
  public init(seed: UInt64 = 0) {
    self.seed = seed
    lanes = (
      seed &+ Self.prime1 &+ Self.prime2, seed &+ Self.prime2, seed, seed &- Self.prime1
    )
  }

  /// The checksum of bytes that are all at hand.
  public static func value(of bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    var hash = Self(seed: seed)
    let whole = bytes.count / stripe * stripe
    hash.combine(stripes: UnsafeRawBufferPointer(rebasing: bytes[..<whole]))
    return hash.value(withTail: UnsafeRawBufferPointer(rebasing: bytes[whole...]))
  }

  /// Takes bytes into account that others follow.
  ///
  /// - Precondition: Their number is a multiple of `stripe`.
  public mutating func combine(stripes bytes: UnsafeRawBufferPointer) {
    precondition(bytes.count.isMultiple(of: Self.stripe))
    var (first, second, third, fourth) = lanes
    var offset = 0
    while offset < bytes.count {
      first = Self.round(first, Self.word(bytes, offset))
      second = Self.round(second, Self.word(bytes, offset + 8))
      third = Self.round(third, Self.word(bytes, offset + 16))
      fourth = Self.round(fourth, Self.word(bytes, offset + 24))
      offset += Self.stripe
    }
    lanes = (first, second, third, fourth)
    length += UInt64(bytes.count)
  }

  /// The checksum of everything combined so far and of what comes last.
  ///
  /// - Parameter tail: Fewer than `stripe` bytes.
  public func value(withTail tail: UnsafeRawBufferPointer) -> UInt64 {
    precondition(tail.count < Self.stripe)
    var hash = (length > 0 ? converged : seed &+ Self.prime5) &+ length &+ UInt64(tail.count)
    var offset = 0
    while offset + 8 <= tail.count {
      hash ^= Self.round(0, Self.word(tail, offset))
      hash = Self.rotated(hash, 27) &* Self.prime1 &+ Self.prime4
      offset += 8
    }
    if offset + 4 <= tail.count {
      let half = UInt32(littleEndian: tail.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
      hash = Self.rotated(hash ^ (UInt64(half) &* Self.prime1), 23) &* Self.prime2 &+ Self.prime3
      offset += 4
    }
    for byte in tail[offset...] {
      hash = Self.rotated(hash ^ (UInt64(byte) &* Self.prime5), 11) &* Self.prime1
    }
    return Self.avalanched(hash)
  }

  private var converged: UInt64 {
    let (first, second, third, fourth) = lanes
    let sum =
      Self.rotated(first, 1) &+ Self.rotated(second, 7) &+ Self.rotated(third, 12)
      &+ Self.rotated(fourth, 18)
    return [first, second, third, fourth].reduce(sum) {
      ($0 ^ Self.round(0, $1)) &* Self.prime1 &+ Self.prime4
    }
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotated(lane &+ word &* prime2, 31) &* prime1
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  private static func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 {
    value &<< bits | value &>> (64 - bits)
  }

  private static func avalanched(_ hash: UInt64) -> UInt64 {
    var hash = hash
    hash = (hash ^ hash &>> 33) &* prime2
    hash = (hash ^ hash &>> 29) &* prime3
    return hash ^ hash &>> 32
  }
}
