internal import Foundation
internal import GRDB
internal import GRDBSQLite
import Synchronization

/// Ends queries of a connection that take longer than any store of the file's size can need.
final class QueryClock: Sendable {
  /// Seconds that any reading may take, and bytes that are read a second on a slow disk.
  static let (leastSeconds, bytesASecond) = (10.0, 1e7)
  /// Steps of SQLite's machine from one look at the clock to the next; some microseconds.
  private static let steps: Int32 = 10_000
  /// The longest text or blob, in bytes; that of a scenario's series is far below.
  private static let longestValue: Int32 = 1 << 27

  private let limit: Double
  private let end = Atomic<UInt64>(.max)

  /// - Parameters:
  ///   - size: The file's, in bytes.
  ///   - least: Seconds that reading a file of no size may take.
  init(size: Int, least: Double = leastSeconds) {
    limit = least + Double(size) / Self.bytesASecond
  }

  /// Watches a connection, which has to end before this clock does.
  func watch(_ db: Database) {
    sqlite3_limit(db.sqliteConnection, SQLITE_LIMIT_LENGTH, Self.longestValue)
    let clock = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_progress_handler(
      db.sqliteConnection, Self.steps,
      { clock in
        clock.map { Unmanaged<QueryClock>.fromOpaque($0).takeUnretainedValue().isOver } == true
          ? 1 : 0
      }, clock)
  }

  /// Begins to count.
  func start() {
    end.store(Self.now + UInt64(limit * 1e9), ordering: .relaxed)
  }

  private var isOver: Bool { Self.now > end.load(ordering: .relaxed) }

  private static var now: UInt64 { DispatchTime.now().uptimeNanoseconds }
}
