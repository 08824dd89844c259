internal import Foundation
internal import GRDB
import Stochastics

/// A sweep on disk: its cells, and the estimates of those that are done.
///
/// Every finished cell is one transaction in a write-ahead log, on the disk before the next cell
/// starts: whatever ends the program, finished cells are there when the file is opened again.
final class SweepStore {
  /// The version of the file's layout that this program writes and reads.
  static let format = 2

  let path: String
  private(set) var provenance: SweepProvenance
  private let queue: DatabaseQueue

  /// Makes a store for a sweep.
  ///
  /// - Throws: `RunStoreError` if the file cannot be made.
  init(creating path: String, provenance: SweepProvenance, cells: [StoredCell]) throws {
    self.path = path
    self.provenance = provenance
    do {
      queue = try DatabaseQueue(path: path, configuration: Self.configuration(isReadOnly: false))
    } catch {
      throw RunStoreError.cannotCreate(path: path, reason: RunStoreWriter.reason(error))
    }
    try write { db in
      try SweepStoreSchema.create(db)
      try Self.insert(provenance, cells, db)
    }
  }

  /// Opens a store.
  ///
  /// - Throws: `RunStoreError` if it is not there, is no sweep, has another format, or somebody
  ///   else writes to it.
  init(path: String, isReadOnly: Bool) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw RunStoreError.cannotRead(path: path, reason: "there is no such file")
    }
    self.path = path
    do {
      let configuration = Self.configuration(isReadOnly: isReadOnly)
      queue = try DatabaseQueue(path: path, configuration: configuration)
      let entries = try queue.read(Self.entries)
      guard entries["format"] == String(Self.format) else {
        throw RunStoreError.otherFormat(
          path: path, found: entries["format"] ?? "none",
          written: entries["program_version"] ?? "unknown")
      }
      guard let provenance = SweepProvenance(entries: entries) else {
        throw RunStoreError.cannotRead(path: path, reason: "its provenance is incomplete")
      }
      self.provenance = provenance
    } catch let error as RunStoreError {
      throw error
    } catch {
      throw RunStoreError.cannotRead(path: path, reason: RunStoreWriter.reason(error))
    }
  }

  private static func configuration(isReadOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    guard !isReadOnly else { return configuration }
    configuration.prepareDatabase { db in
      // One writer at a time; a second one is told so.
      try db.execute(
        sql: "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL"
      )
    }
    return configuration
  }

  private static func entries(_ db: Database) throws -> [String: String] {
    try Row.fetchAll(db, sql: "SELECT key, value FROM provenance").reduce(into: [:]) {
      $0[$1["key"]] = $1["value"]
    }
  }

  /// Writes down what the sweep is made of, in place of what stood there; results stay.
  func replacePlan(_ provenance: SweepProvenance, cells: [StoredCell]) throws {
    try write { db in
      try db.execute(sql: "DELETE FROM provenance; DELETE FROM cell")
      try Self.insert(provenance, cells, db)
    }
    self.provenance = provenance
  }

  private static func insert(
    _ provenance: SweepProvenance, _ cells: [StoredCell], _ db: Database
  ) throws {
    for (key, value) in provenance.entries {
      try db.execute(sql: "INSERT INTO provenance VALUES (?, ?)", arguments: [key, value])
    }
    for cell in cells {
      try db.execute(
        sql: "INSERT INTO cell VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          cell.position, cell.id, TextList.encode(cell.values), cell.content,
          cell.legality.rawValue, cell.message,
        ])
    }
  }

  /// Runs `body` in one transaction.
  ///
  /// - Throws: `RunStoreError`; what other transactions wrote stays.
  func write(_ body: (Database) throws -> Void) throws {
    do {
      try queue.write(body)
    } catch {
      throw RunStoreError.cannotWrite(path: path, reason: RunStoreWriter.reason(error))
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try queue.read(body)
    } catch let error as DatabaseError {
      throw RunStoreError.cannotRead(path: path, reason: RunStoreWriter.reason(error))
    }
  }

  /// Closes the file when all is done: everything is in it then, and it needs no log to be read.
  func finish() throws {
    do {
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    } catch {
      throw RunStoreError.cannotWrite(path: path, reason: RunStoreWriter.reason(error))
    }
    try close()
  }

  /// Whether a file is there in which nothing was written down before the program was ended.
  static func isBlank(_ path: String) -> Bool {
    let queue = try? DatabaseQueue(path: path, configuration: configuration(isReadOnly: false))
    let tables = try? queue?.read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master")
    }
    return tables == 0
  }

  /// Closes the file.
  func close() throws {
    do {
      try queue.close()
    } catch {
      throw RunStoreError.cannotWrite(path: path, reason: RunStoreWriter.reason(error))
    }
  }
}
