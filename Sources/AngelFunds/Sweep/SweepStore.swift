internal import Foundation
internal import GRDB
import Stochastics

/// A sweep on disk: its cells, and the estimates of those that are done.
///
/// Every finished cell is one transaction in a write-ahead log, on the disk before the next cell
/// starts: whatever ends the program, finished cells are there when the file is opened again.
final class SweepStore {
  /// The version of the file's layout that this program writes and reads.
  static let format = 3

  let path: String
  private(set) var provenance: SweepProvenance
  private let access: Access

  private enum Access {
    /// A finished file, which stays as it is.
    case reading(StoreFile)
    case writing(DatabaseQueue)
  }

  /// Makes a store for a sweep.
  ///
  /// - Throws: `RunStoreError` if the file cannot be made.
  init(creating path: String, provenance: SweepProvenance, cells: [StoredCell]) throws {
    self.path = path
    self.provenance = provenance
    do {
      access = .writing(try DatabaseQueue(path: path, configuration: Self.writerConfiguration))
    } catch {
      throw RunStoreError.cannotCreate(path: path, reason: RunStoreWriter.reason(error))
    }
    try write { db in
      try SweepStoreSchema.create(db)
      try Self.insert(provenance, cells, db)
    }
  }

  /// Opens a finished store, which is only read.
  ///
  /// - Throws: `RunStoreError` if it is not there, is no finished sweep, is damaged, or has another
  ///   format.
  init(finished path: String) throws {
    let file = try StoreFile(reading: path)
    guard file.kind == .sweep else {
      throw RunStoreError.cannotRead(path: path, reason: "it is the store of a run, not of a sweep")
    }
    self.path = path
    access = .reading(file)
    provenance = try Self.provenance(file.read(ProvenanceTable.entries), path: path)
  }

  /// Opens a store that is not finished, to go on with it.
  ///
  /// - Throws: `RunStoreError` if it is no sweep, is damaged, has another format, or somebody else
  ///   writes to it.
  init(resuming path: String) throws {
    self.path = path
    do {
      try Self.removeSeal(from: path)
      let queue = try DatabaseQueue(path: path, configuration: Self.writerConfiguration)
      access = .writing(queue)
      let (objects, entries) = try queue.read { db in
        (try SchemaObject.all(db), try ProvenanceTable.entries(db))
      }
      try StoreFile.checkFormat(entries, is: Self.format, path: path)
      guard try objects == SweepStoreSchema.objects.get() else { throw StoreDamage.in("tables") }
      provenance = try Self.provenance(entries, path: path)
    } catch {
      throw StoreFile.error(error, path: path)
    }
  }

  /// Opens the seal of a file that was finished and not moved to its place.
  private static func removeSeal(from path: String) throws {
    switch try StoreSeal.state(of: path) {
    case .missing: break
    case .intact: try StoreSeal.remove(from: path)
    case .broken: throw StoreDamage.bytes
    }
  }

  private static func provenance(
    _ entries: [String: String], path: String
  ) throws -> SweepProvenance {
    guard let provenance = SweepProvenance(entries: entries) else {
      throw RunStoreError.damaged(path: path, what: "its provenance is incomplete")
    }
    return provenance
  }

  private static var writerConfiguration: Configuration {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      // One writer at a time; a second one is told so.
      try db.execute(
        sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; "
          + "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL"
      )
    }
    return configuration
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
    switch access {
    case .reading: throw RunStoreError.cannotWrite(path: path, reason: "it is finished")
    case .writing(let queue): try writing { try queue.write(body) }
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    switch access {
    case .reading(let file): return try file.read(body)
    case .writing(let queue):
      do {
        return try queue.read(body)
      } catch {
        throw StoreFile.error(error, path: path)
      }
    }
  }

  /// Closes the file when all is done: everything is in it then, and it needs no log to be read.
  func finish() throws {
    guard case .writing(let queue) = access else { return }
    try writing {
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try queue.close()
      try StoreSeal.put(on: path)
    }
  }

  /// Whether a file is there in which nothing was written down before the program was ended.
  static func isBlank(_ path: String) -> Bool {
    // Looking into a sealed file as one that goes on would break the seal.
    guard (try? StoreSeal.state(of: path)) == .missing else { return false }
    let queue = try? DatabaseQueue(path: path, configuration: writerConfiguration)
    let objects = try? queue?.read(SchemaObject.all)
    return objects?.isEmpty == true
  }

  /// Closes the file.
  func close() throws {
    guard case .writing(let queue) = access else { return }
    try writing { try queue.close() }
  }

  private func writing(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as RunStoreError {
      throw error
    } catch {
      throw RunStoreError.cannotWrite(path: path, reason: RunStoreWriter.reason(error))
    }
  }
}
