import Foundation

/// A folder's lock, which says who is at work there; held until it is released or its program ends.
final class OutputLock {
  /// Somebody else holds it.
  struct Busy: Error {
    /// Who, since when; empty where that is not known.
    let holder: String
  }

  static let prefix = ".angelfof-lock"

  private let path: String
  private var file: Int32

  /// - Parameter part: What of the folder is locked; nil for all but the parts.
  /// - Throws: `Busy`; `FileBytes.Refusal` if the lock cannot be made.
  init(in folder: String, part: String? = nil) throws {
    path = "\(folder)/\(Self.prefix)" + (part.map { "-\($0)" } ?? "")
    var attempts = 0
    while true {
      let file = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o644)
      guard file >= 0 else { throw FileBytes.Refusal() }
      // A file system that knows no locks says so; there everybody works at their own risk.
      if flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
        let holder = Self.holder(file)
        close(file)
        // Who clears away what killed programs left holds it for a moment, and says nothing.
        attempts += 1
        guard holder.isEmpty, attempts < 50 else { throw Busy(holder: holder) }
        usleep(10_000)
        continue
      }
      // Whoever held it may have removed it before it was locked here.
      guard Self.isSame(file, path) else {
        close(file)
        continue
      }
      self.file = file
      break
    }
    Leftovers.add(path)
    ftruncate(file, 0)
    try? FileBytes.write(Self.description, to: file)
  }

  deinit { release() }

  /// Lets others work in the folder.
  func release() {
    guard file >= 0 else { return }
    unlink(path)
    Leftovers.remove(path)
    close(file)
    file = -1
  }

  /// Removes the locks of programs that were killed.
  ///
  /// - Returns: Whether there were any.
  static func removeAbandoned(in folder: String) -> Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix(prefix) }.reduce(false) { found, name in
      let path = "\(folder)/\(name)"
      let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
      guard file >= 0 else { return found }
      defer { close(file) }
      guard flock(file, LOCK_EX | LOCK_NB) == 0, isSame(file, path) else { return found }
      return unlink(path) == 0 || found
    }
  }

  private static func isSame(_ file: Int32, _ path: String) -> Bool {
    var (own, there) = (stat(), stat())
    return fstat(file, &own) == 0 && lstat(path, &there) == 0 && own.st_ino == there.st_ino
      && own.st_dev == there.st_dev
  }

  private static var description: String {
    let command = CommandLine.arguments.dropFirst().joined(separator: " ")
    let process = ProcessInfo.processInfo
    let place = "process \(process.processIdentifier) of \(process.hostName)"
    return "angelfof \(command) (\(place), since \(Date.now.formatted(.iso8601)))\n"
  }

  /// What a lock says; it may come from another version, or from somebody else.
  private static func holder(_ file: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 1000)
    let count = pread(file, &bytes, bytes.count, 0)
    let text = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
    return String(
      text.unicodeScalars.filter { $0.properties.generalCategory != .control }
        .map(Character.init))
  }
}
