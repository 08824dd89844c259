internal import Foundation
internal import GRDB

/// A store's file, open for reading.
///
/// A file comes from outside: it is looked through byte by byte before SQLite sees it, has to have
/// the tables that this program makes, to the letter and nothing else, and is never written to.
final class StoreFile: Sendable {
  /// What a file is the store of.
  enum Kind {
    case run
    case sweep

    fileprivate var format: Int {
      switch self {
      case .run: RunStore.format
      case .sweep: SweepStore.format
      }
    }

    fileprivate func schema() throws -> [SchemaObject] {
      switch self {
      case .run: try RunStoreSchema.objects.get()
      case .sweep: try SweepStoreSchema.objects.get()
      }
    }
  }

  /// Figures lie scattered over the file, so pages are mapped instead of copied.
  static let mapping = "PRAGMA mmap_size = 1099511627776"

  let path: String
  let kind: Kind
  private let queue: DatabaseQueue
  private let clock: QueryClock?

  /// Opens a file that somebody gives.
  ///
  /// - Parameter seconds: What work any one reading may take, beside what the file's size asks for.
  /// - Throws: `RunStoreError` if it is not there, is no store or not as it was written, or has
  ///   another format.
  init(reading path: String, secondsAtLeast seconds: Double = QueryClock.leastSeconds) throws {
    self.path = path
    do {
      let seal = try StoreSeal.state(of: path)
      if seal == .broken { try Self.refuse(path) }
      try StoreHeader.check(path, isSealed: seal == .intact)
      try Self.checkNothingBeside(path)
      let clock = QueryClock(size: try StoreBytes(path: path).size, least: seconds)
      (self.clock, queue) = (clock, try Self.queue(path, clock: clock))
      kind = try Self.kind(queue, path: path)
      guard seal == .intact else {
        throw StoreDamage("it was cut off, or is not finished")
      }
      guard try queue.read(SchemaObject.all) == kind.schema() else {
        throw StoreDamage.in("tables")
      }
    } catch {
      throw Self.error(error, path: path)
    }
  }

  /// SQLite would read a log or journal beside a file as a part of it, which no seal covers.
  private static func checkNothingBeside(_ path: String) throws {
    for suffix in ["-wal", "-journal"] where FileManager.default.fileExists(atPath: path + suffix) {
      throw RunStoreError.cannotRead(
        path: path,
        reason: "another program left \(path + suffix), which says that the file is another one; "
          + "remove it, or copy the store alone")
    }
  }

  /// Says why a file with a broken seal is not read: another format may have a seal of its own.
  private static func refuse(_ path: String) throws {
    let clock = QueryClock(size: try StoreBytes(path: path).size)
    do {
      try StoreHeader.check(path, isSealed: true)
      _ = try kind(queue(path, clock: clock), path: path)
    } catch RunStoreError.otherFormat(let path, let found, let written) {
      throw RunStoreError.otherFormat(path: path, found: found, written: written)
    } catch { throw StoreDamage.bytes }
    throw StoreDamage.bytes
  }

  /// Reads what this program is writing to.
  init(_ path: String, queue: DatabaseQueue, kind: Kind) {
    (self.path, self.queue, self.kind, clock) = (path, queue, kind, nil)
  }

  private static func queue(_ path: String, clock: QueryClock) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { db in
      clock.watch(db)
      clock.start()
      try db.execute(
        sql: "\(mapping); PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// What a file of this program's present format is the store of.
  private static func kind(_ queue: DatabaseQueue, path: String) throws -> Kind {
    let (names, entries) = try queue.read { db in
      let names = try SchemaObject.all(db).filter { $0.type == "table" }.map(\.name)
      guard names.contains("provenance") else {
        throw RunStoreError.cannotRead(path: path, reason: RunStoreError.noStore)
      }
      return (names, try ProvenanceTable.entries(db))
    }
    let kind = names.contains("cell") ? Kind.sweep : .run
    try checkFormat(entries, is: kind.format, path: path)
    return kind
  }

  /// Makes sure that a store has the format that this program reads.
  static func checkFormat(_ entries: [String: String], is format: Int, path: String) throws {
    guard entries["format"] != String(format) else { return }
    throw RunStoreError.otherFormat(
      path: path, found: shown(entries["format"]) ?? "none",
      written: shown(entries["program_version"]) ?? "unknown")
  }

  /// A number of a format or version, if it is one.
  private static func shown(_ version: String?) -> String? {
    version.flatMap { text in
      let marks = text.filter { !$0.isASCII || !($0.isLetter || $0.isNumber || ".-+".contains($0)) }
      return marks.isEmpty && text.utf8.count <= 20 ? text : nil
    }
  }

  /// Runs `body` on the file.
  ///
  /// - Throws: `RunStoreError`; `CancellationError`.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try queue.read { db in
        clock?.start()
        return try body(db)
      }
    } catch {
      throw Self.error(error, path: path)
    }
  }

  /// What went wrong with a file, for people.
  static func error(_ error: any Error, path: String) -> any Error {
    switch error {
    case let damage as StoreDamage: RunStoreError.damaged(path: path, what: damage.what)
    case let error as POSIXError:
      RunStoreError.cannotRead(path: path, reason: RunStoreError.reason(error))
    case let error as DatabaseError: self.error(error, path: path)
    default: error
    }
  }

  private static func error(_ error: DatabaseError, path: String) -> RunStoreError {
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_TOOBIG, .SQLITE_ERROR:
      .damaged(path: path, what: "its tables cannot be read")
    case .SQLITE_INTERRUPT: .damaged(path: path, what: "reading it takes too long")
    default: .cannotRead(path: path, reason: RunStoreWriter.reason(error))
    }
  }
}

/// The table that says where numbers come from, by key.
enum ProvenanceTable {
  /// More than any store has.
  private static let mostEntries = 100

  static func entries(_ db: Database) throws -> [String: String] {
    try Row.fetchAll(db, sql: "SELECT key, value FROM provenance LIMIT \(mostEntries)").reduce(
      into: [:]
    ) {
      let row = StoredRow($1, of: "lines of provenance")
      $0[try row.text(0)] = try row.text(1)
    }
  }
}
