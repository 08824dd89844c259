import Foundation
import GRDB
import Stochastics
import Testing

@testable import AngelFunds

/// What stands in the way of reading a store is said as it is, and reading leaves nothing behind.
@Suite struct StoreAccessTests {
  /// A store that another program holds was "a run that cannot be read: database is locked".
  @Test func aLockedStoreIsForLater() async throws {
    let run = try await TestRun(TestScenario.short(), paths: 40)
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: run.path, configuration: configuration)
    try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE") }
    let error = try #require(#expect(throws: RunStoreError.self) { try RunStore(path: run.path) })
    #expect(error.isForLater)
    #expect(
      "\(error)" == "\(run.path): cannot be read: another program is at work on it; try again when "
        + "that is done")
    try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    _ = try RunStore(path: run.path)
  }

  /// It was "a run that cannot be read: the folder is missing or not writable".
  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func aStoreWithoutPermissionSaysSo() async throws {
    let run = try await TestRun(TestScenario.short(), paths: 40)
    chmod(run.path, 0)
    try expectReason("you have no permission to read it; ask its owner for it", of: run.path)
  }

  @Test func whatIsNoPlainFileIsNotWaitedFor() throws {
    let folder = try ShardFolder()
    mkfifo(folder.path("run.sqlite"), 0o600)
    try expectReason("it is no plain file", of: folder.path("run.sqlite"))
    symlink("loop.sqlite", folder.path("loop.sqlite"))
    try expectReason("Too many levels of symbolic links", of: folder.path("loop.sqlite"))
  }

  private func expectReason(_ reason: String, of path: String) throws {
    let error = #expect(throws: RunStoreError.self) { try RunStore(path: path) }
    #expect(error == .cannotRead(path: path, reason: reason))
  }

  @Test func readingLeavesNothingBehind() async throws {
    let run = try await TestRun(TestScenario.short(), paths: 40)
    let sweep = try await FinishedTestSweep()
    for (path, read) in [
      (run.path, readEverything), (sweep.path, { _ = try FinishedSweep(path: $0) }),
    ] {
      let before = try Data(contentsOf: URL(filePath: path))
      try read(path)
      #expect(try Data(contentsOf: URL(filePath: path)) == before)
      #expect(try names(beside: path) == [URL(filePath: path).lastPathComponent])
    }
  }

  /// SQLite would make a log and an index of it beside a file in write-ahead mode.
  @Test func anUnfinishedSweepIsNotOpenedForReading() async throws {
    let sweep = try await FinishedTestSweep()
    try StoreSeal.remove(from: sweep.path)
    let queue = try DatabaseQueue(path: sweep.path)
    try await queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try queue.close()
    let error = #expect(throws: RunStoreError.self) { try FinishedSweep(path: sweep.path) }
    #expect(
      error == .damaged(path: sweep.path, what: "it is not finished; go on with it by --resume"))
    #expect(try names(beside: sweep.path) == ["sweep.sqlite"])
  }

  /// A log beside a store changes what SQLite reads, and no byte of the store.
  @Test func aLogBesideAStoreIsNotReadWithIt() async throws {
    let run = try await TestRun(TestScenario.short(), paths: 40)
    let bytes = try Data(contentsOf: URL(filePath: run.path))
    let queue = try DatabaseQueue(path: run.path)
    try await queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL; UPDATE estimate SET value = 7")
    }
    let log = try Data(contentsOf: URL(filePath: run.path + "-wal"))
    try queue.close()
    try bytes.write(to: URL(filePath: run.path))
    try log.write(to: URL(filePath: run.path + "-wal"))
    try expectReason(
      "another program left \(run.path)-wal, which says that the file is another one; remove it, or "
        + "copy the store alone", of: run.path)
  }

  private func names(beside path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: URL(filePath: path).deletingLastPathComponent().path)
  }
}
