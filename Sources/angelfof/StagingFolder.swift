import Foundation

/// A hidden folder within another, in which files are written before they go to their places.
///
/// It is locked as long as its program lives, so that what a killed program left behind can be
/// told from what another one is writing.
final class StagingFolder {
  private static let prefix = ".angelfof-"

  let path: String
  private let lock: Int32

  /// Makes a folder within `parent`, and removes those that killed programs left there.
  ///
  /// - Throws: `FileBytes.Refusal` if the folder cannot be made.
  init(in parent: String) throws {
    Self.removeAbandoned(in: parent)
    for _ in 0..<100 {
      let path = try Self.made(in: parent)
      // Another program may take the folder for an abandoned one before it is locked.
      guard let lock = Self.locked(path) else { continue }
      guard FileManager.default.fileExists(atPath: path) else {
        close(lock)
        continue
      }
      self.path = path
      self.lock = lock
      return
    }
    throw FileBytes.Refusal()
  }

  deinit { close(lock) }

  private static func made(in parent: String) throws -> String {
    let places = String(repeating: "X", count: 6)  // which mkdtemp fills in
    var template = Array("\(parent)/\(prefix)\(places)".utf8CString)
    let isMade = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    guard isMade else { throw FileBytes.Refusal() }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The lock of a folder, for as long as it is open; nil if it is gone or somebody's.
  private static func locked(_ path: String) -> Int32? {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return nil }
    // A file system that knows no locks says so; what is there is nobody's to remove then.
    if flock(folder, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { return folder }
    close(folder)
    return nil
  }

  private static func removeAbandoned(in parent: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let path = "\(parent)/\(name)"
      let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard folder >= 0 else { continue }
      defer { close(folder) }
      guard flock(folder, LOCK_EX | LOCK_NB) == 0 else { continue }
      try? FileManager.default.removeItem(atPath: path)
    }
  }
}
