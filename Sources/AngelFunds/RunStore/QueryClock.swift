internal import Foundation
internal import GRDB
internal import GRDBSQLite
import Synchronization

/// Ends queries of a connection that take longer than any store of the file's size can need.
///
/// Only the work of the thread that reads counts: a program may be stopped and go on hours later,
/// and a disk may be slow, and the store is as it was.
final class QueryClock: Sendable {
  /// Seconds of work that any reading may take, and bytes that a slow machine reads in one.
  static let (leastSeconds, bytesASecond) = (10.0, 1e7)
  /// Steps of SQLite's machine from one look at the clock to the next; some microseconds.
  private static let steps: Int32 = 10_000
  /// The longest text or blob, in bytes; that of a scenario's series is far below.
  private static let longestValue: Int32 = 1 << 27

  private let limit: Double
  /// On the clock of the thread that reads; 0 until it looks at it for the first time.
  private let end = Atomic<UInt64>(0)

  /// - Parameters:
  ///   - size: The file's, in bytes.
  ///   - least: Seconds of work that reading a file of no size may take.
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

  /// Begins to count when the next query has begun.
  func start() { end.store(0, ordering: .relaxed) }

  private var isOver: Bool {
    let (now, end) = (Self.now, end.load(ordering: .relaxed))
    guard end == 0 else { return now > end }
    self.end.store(now + UInt64(limit * 1e9), ordering: .relaxed)
    return false
  }

  /// Nanoseconds that this thread has worked.
  private static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
