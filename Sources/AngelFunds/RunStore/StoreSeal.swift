internal import Foundation
import Stochastics

/// The last bytes of a store's file, which tell whether any other byte is as it was written.
///
/// Behind the database's last page, where SQLite does not look, stand `mark` and the XXH64 of
/// everything before. So damage is found wherever it is, before SQLite takes the file for granted.
enum StoreSeal {
  /// What a file's last bytes say.
  enum State {
    case intact
    /// There is no seal: the file is not finished, was cut off, or is of an early format.
    case missing
    case broken
  }

  static let length = mark.count + MemoryLayout<UInt64>.size
  private static let mark = Array("angelfof".utf8)
  private static let chunk = 1 << 20

  /// Looks at a whole file.
  static func state(of path: String) throws -> State {
    let file = try StoreBytes(path: path)
    let content = try file.size - length
    guard content >= 0, try file.read(at: content, count: length).starts(with: mark) else {
      return .missing
    }
    let kept = try file.read(at: content + mark.count, count: length - mark.count)
    return try kept == checksum(of: file, count: content) ? .intact : .broken
  }

  /// Seals a complete file, and waits until it is on the disk.
  static func put(on path: String) throws {
    let file = try StoreBytes(path: path, isWritable: true)
    let content = try file.size
    try file.write(mark + checksum(of: file, count: content), at: content)
    try file.synchronize()
  }

  /// Opens a sealed file for further writing.
  static func remove(from path: String) throws {
    let file = try StoreBytes(path: path, isWritable: true)
    try file.cut(to: file.size - length)
  }

  private static func checksum(of file: borrowing StoreBytes, count: Int) throws -> [UInt8] {
    var hash = XXHash64()
    var offset = 0
    while offset < count {
      let bytes = try file.read(at: offset, count: min(chunk, count - offset))
      offset += bytes.count
      bytes.withUnsafeBytes { hash.combine($0) }
    }
    return withUnsafeBytes(of: hash.value.littleEndian) { Array($0) }
  }
}
