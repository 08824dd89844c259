internal import Foundation

/// The bytes of a plain file.
struct StoreBytes: ~Copyable {
  private let file: Int32

  /// Opens a file; a pipe or device is refused, and not waited for.
  init(path: String, isWritable: Bool = false) throws {
    file = open(path, (isWritable ? O_RDWR : O_RDONLY) | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw POSIXError(Self.error) }
    guard try Self.status(of: file).st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw RunStoreError.cannotRead(path: path, reason: "it is no plain file")
    }
  }

  deinit { close(file) }

  var size: Int { get throws { Int(try Self.status(of: file).st_size) } }

  /// Exactly `count` bytes.
  func read(at offset: Int, count: Int) throws -> [UInt8] {
    var failure: POSIXErrorCode?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      while initialized < count, let base = buffer.baseAddress {
        let part = pread(file, base + initialized, count - initialized, off_t(offset + initialized))
        guard part != 0 else { break }
        if part > 0 { initialized += part } else if errno != EINTR { failure = Self.error }
        guard failure == nil else { break }
      }
    }
    if let failure { throw POSIXError(failure) }
    guard bytes.count == count else { throw StoreDamage("it was cut off while it was read") }
    return bytes
  }

  func write(_ bytes: [UInt8], at offset: Int) throws {
    let written = bytes.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, off_t(offset)) }
    guard written >= 0 else { throw POSIXError(Self.error) }
    guard written == bytes.count else { throw POSIXError(.ENOSPC) }
  }

  func cut(to size: Int) throws {
    guard ftruncate(file, off_t(size)) == 0 else { throw POSIXError(Self.error) }
  }

  /// Waits until the file is on the disk.
  func synchronize() throws {
    guard fsync(file) == 0 else { throw POSIXError(Self.error) }
  }

  private static func status(of file: Int32) throws -> stat {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw POSIXError(error) }
    return status
  }

  private static var error: POSIXErrorCode { POSIXErrorCode(rawValue: errno) ?? .EIO }
}
