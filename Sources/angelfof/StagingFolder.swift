import Foundation

/// A hidden folder within another, in which files are written before they go to their places.
///
/// It is locked as long as its program lives, so that what a killed program left behind can be
/// told from what another one is writing.
final class StagingFolder {
  private static let prefix = ".angelfof-"

  let path: String
  private let lock: Int32

  /// Where files are written.
  var files: String { "\(path)/\(PendingCommit.filesName)" }

  /// Makes a folder within `parent`, and removes those that killed programs left there.
  ///
  /// - Throws: `FileBytes.Refusal` if the folder cannot be made.
  init(in parent: String) throws {
    _ = Self.removeAbandoned(in: parent)
    for _ in 0..<100 {
      let path = try Self.made(in: parent)
      // Another program may take the folder for an abandoned one before it is locked.
      guard let lock = Self.locked(path) else { continue }
      guard mkdir("\(path)/\(PendingCommit.filesName)", 0o777) == 0 else {
        close(lock)
        guard errno == ENOENT else { throw FileBytes.Refusal() }
        continue
      }
      self.path = path
      self.lock = lock
      Leftovers.add(path)
      return
    }
    throw FileBytes.Refusal()
  }

  deinit {
    Leftovers.remove(path)
    close(lock)
  }

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

  /// Removes what killed programs left in a folder; what they had decided to write stays.
  ///
  /// - Returns: Whether there was anything.
  static func removeAbandoned(in parent: String) -> Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    let hidden = names.filter { $0.hasPrefix(prefix) && $0 != PendingCommit.name }
    return hidden.reduce(false) { found, name in
      let path = "\(parent)/\(name)"
      let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard folder >= 0 else { return found }
      defer { close(folder) }
      guard flock(folder, LOCK_EX | LOCK_NB) == 0 else { return found }
      return (try? FileManager.default.removeItem(atPath: path)) != nil || found
    }
  }
}
