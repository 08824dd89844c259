import Foundation
import Synchronization

/// Files and folders that go when the program ends before its work does.
enum Leftovers {
  private static let paths = Mutex<[String]>([])
  private static let step = Mutex<Void>(())

  static func add(_ path: String) { paths.withLock { $0.append(path) } }

  static func remove(_ path: String) { paths.withLock { $0.removeAll { $0 == path } } }

  /// Runs `body`, in the midst of which `endProgram` waits.
  static func inOneStep(_ body: () throws -> Void) rethrows {
    try step.withLock { _ in try body() }
  }

  /// Removes all that was added, the last first, and ends the program.
  static func endProgram(with code: Int32) -> Never {
    step.withLock { _ in
      for path in paths.withLock({ $0 }).reversed() { remove(at: path) }
      _exit(code)
    }
  }

  private static func remove(at path: String) {
    let isOwn = OutputList.isHidden(path)
    if isOwn { try? FileManager.default.removeItem(atPath: path) } else { rmdir(path) }
  }
}
