import Foundation

/// Writing to what is open already, and to new files.
enum FileBytes {
  /// Why the system refused.
  struct Refusal: Error {
    let code: Int32
    let reason: String

    init() {
      code = errno
      reason = String(cString: strerror(code)).lowercased()
    }
  }

  /// Writes all of a text.
  static func write(_ text: String, to file: Int32) throws(Refusal) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Refusal() }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Writes a text into a file that is the program's own, and waits until it is on the disk.
  static func write(_ text: String, toNew path: String) throws(Refusal) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw Refusal() }
    defer { close(file) }
    try write(text, to: file)
    guard fsync(file) == 0 else { throw Refusal() }
  }

  /// Waits until the names in a folder are on the disk, where the file system knows how.
  static func synchronize(_ folder: String) {
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { return }
    fsync(file)
    close(file)
  }
}
