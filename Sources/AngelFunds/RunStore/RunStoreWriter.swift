internal import Foundation
internal import GRDB
import Stochastics

/// Writes a run store, block by block, beside its target; `finish` moves it there.
///
/// Until then the target is untouched. A writer that is discarded removes what it wrote.
final class RunStoreWriter {
  private let target: String
  private let partial: String
  private var queue: DatabaseQueue?
  private let columnCount: Int

  init(at path: String, provenance: Provenance, columns: [MetricColumn]) throws {
    target = path
    partial = "\(path).partial-\(ProcessInfo.processInfo.processIdentifier)"
    columnCount = columns.count
    try? FileManager.default.removeItem(atPath: partial)
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      // The file is private until it is complete, so it needs no journal of its own.
      try db.execute(
        sql: "PRAGMA page_size = 65536; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; "
          + StoreFile.mapping)
    }
    do {
      queue = try DatabaseQueue(path: partial, configuration: configuration)
    } catch {
      throw RunStoreError.cannotCreate(path: path, reason: Self.reason(error))
    }
    try write { db in
      try RunStoreSchema.create(db)
      for (key, value) in provenance.entries {
        try db.execute(
          sql: "INSERT INTO provenance VALUES (?, ?)", arguments: [key, value])
      }
      for (index, column) in columns.enumerated() {
        try db.execute(
          sql: "INSERT INTO metric VALUES (?, ?, ?, ?, ?)",
          arguments: [
            index, column.owner.scope.rawValue, column.owner.id, column.figure.name,
            column.figure.unit.rawValue,
          ])
      }
    }
  }

  deinit { discard() }

  /// Removes what was written so far, unless `finish` has moved it to its target.
  func discard() {
    guard queue != nil else { return }
    try? queue?.close()
    queue = nil
    for suffix in ["", "-journal"] {
      try? FileManager.default.removeItem(atPath: partial + suffix)
    }
  }

  /// Runs `body` in one transaction.
  func write(_ body: (Database) throws -> Void) throws {
    guard let queue else { return }
    do {
      try queue.write(body)
    } catch {
      discard()
      throw RunStoreError.cannotWrite(path: target, reason: Self.reason(error))
    }
  }

  /// Adds a block's figures.
  func add(_ result: BlockResult, plan: BlockPlan) throws {
    try write { db in
      try db.execute(
        sql: "INSERT INTO block VALUES (?, ?, ?)",
        arguments: [result.block, plan.paths(of: result.block).lowerBound, result.paths])
      let statement = try db.cachedStatement(sql: "INSERT INTO figure VALUES (?, ?, ?, ?)")
      try result.figures.withUnsafeBufferPointer { figures in
        for column in 0..<columnCount {
          let part = figures[(column * result.paths)..<((column + 1) * result.paths)]
          let data = Blob.data(UnsafeBufferPointer(rebasing: part))
          let place = RunStore.place(metric: column, block: result.block)
          try statement.execute(
            arguments: [result.block, column, data, Blob.checksum(of: data, place: place)])
        }
      }
    }
  }

  /// Makes figures quick to find; after the last block.
  func addIndex() throws {
    try write(RunStoreSchema.createIndex)
  }

  /// Reads what was written so far.
  func reader() throws -> RunStore {
    guard let queue else {
      throw RunStoreError.cannotRead(path: target, reason: "it was discarded")
    }
    return try RunStore(writing: target, queue: queue)
  }

  /// Moves the complete store to its target.
  func finish() throws {
    guard let queue else { return }
    do {
      try queue.close()
      try StoreSeal.put(on: partial)
      guard rename(partial, target) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
      self.queue = nil
    } catch {
      discard()
      throw RunStoreError.cannotWrite(path: target, reason: Self.reason(error))
    }
  }

  /// Why something failed, in a few words.
  static func reason(_ error: any Error) -> String {
    switch error {
    case let error as DatabaseError:
      switch error.resultCode {
      case .SQLITE_FULL: "the disk is full"
      case .SQLITE_CANTOPEN: "the folder is missing or not writable"
      case .SQLITE_READONLY, .SQLITE_PERM: "it is not writable"
      case .SQLITE_BUSY, .SQLITE_LOCKED: RunStoreError.isBusy
      default: error.message ?? "SQLite reports \(error.resultCode)"
      }
    case let error as POSIXError: RunStoreError.reason(error)
    default: "\(error)"
    }
  }
}
