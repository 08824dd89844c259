internal import CXXHash

/// XXH64: a checksum that is the same on every machine and as fast as memory is read.
///
/// Any single flipped bit changes it, and other damage goes unnoticed once in 2⁶⁴ times; it does
/// not protect against forgery. One value owns one state of the library xxHash.
public struct XXHash64: ~Copyable {
  private let state: OpaquePointer

  /// Starts with nothing.
  public init(seed: UInt64 = 0) {
    guard let state = XXH64_createState() else { fatalError("memory is short for a checksum") }
    self.state = state
    XXH64_reset(state, seed)
  }

  deinit { XXH64_freeState(state) }

  /// The checksum of bytes that are all at hand.
  public static func value(of bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    XXH64(bytes.baseAddress, bytes.count, seed)
  }

  /// Takes further bytes into account.
  public mutating func combine(_ bytes: UnsafeRawBufferPointer) {
    XXH64_update(state, bytes.baseAddress, bytes.count)
  }

  /// The checksum of everything combined so far.
  public var value: UInt64 { XXH64_digest(state) }
}
