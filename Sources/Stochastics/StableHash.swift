/// FNV-1a: a small hash that is the same on every machine and in every run.
///
/// It tells things apart; it does not protect against forgery. Source: Fowler, Noll, Vo; constants
/// and test vectors in draft-eastlake-fnv and http://www.isthe.com/chongo/tech/comp/fnv/.
public struct StableHash: Sendable {
  /// The 64-bit hash of everything combined so far.
  public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Starts with nothing.
  public init() {}

  /// Starts with a text.
  public init(text: String) { combine(text) }

  /// Takes bytes into account.
  public mutating func combine(bytes: UnsafeRawBufferPointer) {
    for byte in bytes { combine(byte) }
  }

  /// Takes a text into account, as UTF-8.
  public mutating func combine(_ text: String) {
    for byte in text.utf8 { combine(byte) }
  }

  /// Takes a number into account, as eight bytes, the lowest first.
  public mutating func combine(_ number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      combine(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
    }
  }

  /// Takes a number into account, by its bit pattern.
  public mutating func combine(_ number: Double) { combine(number.bitPattern) }

  private mutating func combine(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The 32-bit variant over a text's UTF-8.
  public static func hash32(_ text: String) -> UInt32 {
    text.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }
}
