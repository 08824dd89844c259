internal import Foundation
internal import GRDB
import Stochastics

/// A finished run, read-only: provenance, estimates, figures of every path, series, histograms.
public final class RunStore: Sendable {
  /// The version of the file's layout that this program writes and reads.
  public static let format = 4
  /// The file's name within a run's folder.
  public static let fileName = "run.sqlite"

  /// Figures lie scattered over the file, so pages are mapped instead of copied.
  static let mapping = "PRAGMA mmap_size = 1099511627776"

  /// Where the run's numbers come from.
  public let provenance: Provenance
  let path: String
  private let queue: DatabaseQueue
  private let metricIDs: [MetricKey: Int]

  private struct MetricKey: Hashable {
    let owner: ScopeID
    let name: String
  }

  /// Opens a run.
  ///
  /// - Parameter path: The file, or the folder that holds it.
  /// - Throws: `RunStoreError` if it is not there, is no run, is only a shard of one, or has another
  ///   format.
  public convenience init(path: String) throws {
    try self.init(unchecked: path)
    if let shard = provenance.shard { throw RunStoreError.isShard(path: self.path, shard) }
    try checkContent()
    try checkEstimates()
  }

  /// Opens a run or a shard of one, and leaves it to the caller to check its content.
  convenience init(unchecked path: String) throws {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let file = isFolder.boolValue ? "\(path)/\(Self.fileName)" : path
    guard isThere, FileManager.default.fileExists(atPath: file) else {
      guard Shard.files(in: path).isEmpty else { throw RunStoreError.holdsShards(path: path) }
      throw RunStoreError.cannotRead(path: file, reason: "there is no such file")
    }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { db in try db.execute(sql: Self.mapping) }
    do {
      try self.init(file: file, queue: DatabaseQueue(path: file, configuration: configuration))
    } catch let error as RunStoreError {
      throw error
    } catch {
      throw RunStoreError.cannotRead(path: file, reason: RunStoreWriter.reason(error))
    }
  }

  init(file: String, queue: DatabaseQueue) throws {
    path = file
    self.queue = queue
    let entries = try queue.read { db in
      try Row.fetchAll(db, sql: "SELECT key, value FROM provenance").reduce(
        into: [String: String]()
      ) { $0[$1["key"]] = $1["value"] }
    }
    guard entries["format"] == String(Self.format) else {
      throw RunStoreError.otherFormat(
        path: file, found: entries["format"] ?? "none",
        written: entries["program_version"] ?? "unknown")
    }
    guard let provenance = Provenance(entries: entries) else {
      throw RunStoreError.cannotRead(path: file, reason: "its provenance is incomplete")
    }
    self.provenance = provenance
    metricIDs = try queue.read(Self.metricIDs)
  }

  private static func metricIDs(_ db: Database) throws -> [MetricKey: Int] {
    try Row.fetchAll(db, sql: "SELECT id, scope, entity, name FROM metric").reduce(into: [:]) {
      guard let scope = Scope(rawValue: $1["scope"]) else { return }
      $0[MetricKey(owner: ScopeID(scope: scope, id: $1["entity"]), name: $1["name"])] = $1["id"]
    }
  }

  /// Whether the run kept a figure.
  func holds(_ column: MetricColumn) -> Bool {
    metricIDs[MetricKey(owner: column.owner, name: column.figure.name)] != nil
  }

  /// A figure of every path, in the order of paths; NaN where a path has none.
  ///
  /// - Returns: nil if the run has no such figure.
  func figures(_ column: MetricColumn) throws -> [Double]? {
    try figures([column])[0]
  }

  /// Several figures of every path, each in the order of paths; nil where the run has none.
  func figures(_ columns: [MetricColumn]) throws -> [[Double]?] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT figures FROM figure WHERE metric = ? ORDER BY block")
      return try columns.map { column in
        guard let id = metricIDs[MetricKey(owner: column.owner, name: column.figure.name)] else {
          return nil
        }
        let blobs = try Row.fetchCursor(statement, arguments: [id])
        return try Self.gather(blobs, count: provenance.paths)
      }
    }
  }

  /// The numbers of all blobs behind each other.
  private static func gather(_ blobs: RowCursor, count: Int) throws -> [Double] {
    try [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      var position = 0
      while let row = try blobs.next() {
        try row.withUnsafeData(atIndex: 0) { data in
          guard let data else { return }
          let part = UnsafeMutableRawBufferPointer(rebasing: bytes[position...])
          position += data.copyBytes(to: part)
        }
      }
      initialized = position / MemoryLayout<Double>.stride
    }
  }

  /// Runs `body` on the file.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try queue.read(body)
    } catch let error as DatabaseError {
      throw RunStoreError.cannotRead(path: path, reason: RunStoreWriter.reason(error))
    }
  }
}
