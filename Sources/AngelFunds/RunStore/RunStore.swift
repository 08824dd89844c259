internal import Foundation
internal import GRDB
import Stochastics

/// A finished run, read-only: provenance, estimates, figures of every path, series, histograms.
public final class RunStore: Sendable {
  /// The version of the file's layout that this program writes and reads.
  public static let format = 5
  /// The file's name within a run's folder.
  public static let fileName = "run.sqlite"

  /// Where the run's numbers come from.
  public let provenance: Provenance
  var path: String { file.path }
  private let file: StoreFile
  private let metricIDs: [MetricColumn: Int]

  /// Opens a run.
  ///
  /// - Parameter path: The file, or the folder that holds it.
  /// - Throws: `RunStoreError` if it is not there, is no whole run, is damaged, or has another
  ///   format.
  public convenience init(path: String) throws {
    try self.init(anyShare: path)
    if let shard = provenance.shard { throw RunStoreError.isShard(path: self.path, shard) }
  }

  /// Opens a run or a shard of one.
  convenience init(anyShare path: String) throws {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let file = isFolder.boolValue ? "\(path)/\(Self.fileName)" : path
    if isFolder.boolValue, !FileManager.default.fileExists(atPath: file),
      !Shard.files(in: path).isEmpty
    {
      throw RunStoreError.holdsShards(path: path)
    }
    let store = try StoreFile(reading: file)
    guard store.kind == .run else {
      throw RunStoreError.cannotRead(path: file, reason: "it is the store of a sweep")
    }
    let provenance = try Self.provenance(store)
    // Everything that is read from here on is as large as the scenario says.
    guard
      provenance.scenario.isSound(
        resolved: provenance.scenarioResolved, name: provenance.scenarioName)
    else { throw RunStoreError.damaged(path: file, what: "its scenario cannot be simulated") }
    self.init(store, provenance: provenance)
    try checkPlaces()
  }

  /// Reads what this program is writing to.
  convenience init(writing path: String, queue: DatabaseQueue) throws {
    let store = StoreFile(path, queue: queue, kind: .run)
    self.init(store, provenance: try Self.provenance(store))
  }

  private static func provenance(_ file: StoreFile) throws -> Provenance {
    guard let provenance = Provenance(entries: try file.read(ProvenanceTable.entries)) else {
      throw RunStoreError.damaged(path: file.path, what: "its provenance is incomplete")
    }
    return provenance
  }

  private init(_ file: StoreFile, provenance: Provenance) {
    self.file = file
    self.provenance = provenance
    let columns = provenance.scenario.metricColumns
    metricIDs = Dictionary(columns.enumerated().map { ($1, $0) }) { $1 }
  }

  /// Whether the run kept a figure.
  func holds(_ column: MetricColumn) -> Bool { metricIDs[column] != nil }

  /// A figure of every path, in the order of paths; NaN where a path has none.
  ///
  /// - Returns: nil if the run has no such figure.
  func figures(_ column: MetricColumn) throws -> [Double]? {
    try figures([column])[0]
  }

  /// Several figures of every path, each in the order of paths; nil where the run has none.
  func figures(_ columns: [MetricColumn]) throws -> [[Double]?] {
    try read { db in
      try columns.map { column in try metricIDs[column].map { try figures(ofMetric: $0, db) } }
    }
  }

  private func figures(ofMetric metric: Int, _ db: Database) throws -> [Double] {
    let statement = try db.cachedStatement(
      sql: "SELECT block, figures, checksum FROM figure WHERE metric = ? ORDER BY block LIMIT ?")
    let blocks = provenance.blocks
    let rows = try Row.fetchCursor(statement, arguments: [metric, blocks.count + 1])
    var next = blocks.lowerBound
    var figures: [Double] = []
    figures.reserveCapacity(provenance.storedPaths)
    while let row = try rows.next() {
      guard blocks.contains(next) else { throw StoreDamage.in("figures") }
      let paths = provenance.plan.paths(of: next).count
      _ = try StoredRow(row, of: "figures").integer(0, in: next...next)
      try Self.append(row, paths: paths, place: Self.place(metric: metric, block: next), &figures)
      next += 1
    }
    guard next == blocks.upperBound else { throw StoreDamage.in("figures") }
    return figures
  }

  /// Adds a block's figures, which are not copied before.
  private static func append(
    _ row: Row, paths: Int, place: UInt64, _ figures: inout [Double]
  ) throws {
    let checksum = try StoredRow(row, of: "figures").integer(2, in: .min ... .max)
    try row.withUnsafeData(atIndex: 1) { data in
      let isSound =
        data?.count == paths * MemoryLayout<Double>.stride
        && data.map { Blob.checksum(of: $0, place: place) } == Int64(checksum)
      guard let data, isSound else { throw StoreDamage.in("figures") }
      let values = Blob.values(data, of: Double.self)
      // Nothing larger is simulated, and a path without a figure has NaN.
      guard !values.contains(where: { abs($0) > StoredRow.largest }) else {
        throw StoreDamage.in("figures")
      }
      figures += values
    }
  }

  /// Where figures stand, for their checksum.
  static func place(metric: Int, block: Int) -> UInt64 {
    UInt64(metric) << 32 | UInt64(block)
  }

  /// The error that tells what is wrong with the file.
  func damage(_ damage: StoreDamage) -> RunStoreError { .damaged(path: path, what: damage.what) }

  /// Runs `body` on the file.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value { try file.read(body) }
}
