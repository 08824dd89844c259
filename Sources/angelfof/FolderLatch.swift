import Foundation

/// The moment in which only one program changes the files of a folder.
enum FolderLatch {
  /// Microseconds from one look whether the folder is free to the next.
  private static let pause: UInt32 = 10_000

  /// Runs `body` when nobody else is at it.
  ///
  /// - Throws: `CancellationError` if the task is cancelled while it waits; what `body` throws.
  static func holding(_ folder: String, _ body: () throws -> Void) throws {
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw FileBytes.Refusal() }
    defer { close(file) }
    // A file system that knows no locks says so.
    while flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
      try Task.checkCancellation()
      usleep(pause)
    }
    try body()
  }
}
