internal import Foundation
internal import GRDB

/// The shards of a sweep, ready to be joined into the store that one run would have made.
public struct SweepMerge {
  /// The sweep's name.
  public var name: String { stores[0].provenance.name }
  private let stores: [SweepStore]

  /// Opens the shards, in any order.
  ///
  /// - Throws: `MergeError` if a shard is missing, is there twice or belongs to another sweep;
  ///   `SweepError` if one is not finished; `RunStoreError` if a file cannot be read.
  public init(_ paths: [String]) throws {
    let opened = try paths.map { path in
      let store = try SweepStore(finished: path)
      guard let shard = store.provenance.shard else { throw MergeError.isWhole(path: path) }
      return (shard: shard, store: store)
    }
    stores = opened.sorted { $0.shard.number < $1.shard.number }.map(\.store)
    try checkSameSweep()
    try checkComplete(opened.map(\.shard))
    for store in stores {
      let open = try Self.openCells(store)
      guard open == 0 else { throw SweepError.unfinishedShard(path: store.path, open: open) }
    }
  }

  /// Writes the joined store.
  ///
  /// - Throws: `RunStoreError` if it cannot be written.
  public func write(to files: SweepFiles) throws {
    try? FileManager.default.removeItem(atPath: files.working)
    let merged = try SweepStore(
      creating: files.working, provenance: stores[0].provenance.whole, cells: stores[0].cells())
    do {
      for store in stores { try Self.copy(store, to: merged) }
      try merged.finish()
      try files.finish()
    } catch {
      try? merged.close()
      try? FileManager.default.removeItem(atPath: files.working)
      throw error
    }
  }

  private func checkSameSweep() throws {
    guard let first = stores.first else { return }
    let expected = first.provenance.whole.entries
    for store in stores.dropFirst() {
      let own = store.provenance.whole.entries
      var difference = own.keys.sorted().first { own[$0] != expected[$0] }
        .map { "its \($0.replacing("_", with: " ")) differs" }
      if store.provenance.shard?.count != first.provenance.shard?.count {
        difference = "it is split into another number of shards"
      }
      if difference == nil, try store.cells() != first.cells() { difference = "its cells differ" }
      guard let difference else { continue }
      throw MergeError.otherRun(path: store.path, base: first.path, difference: difference)
    }
  }

  private func checkComplete(_ shards: [Shard]) throws(MergeError) {
    guard let count = shards.first?.count else { return }
    let byNumber = Dictionary(grouping: stores) { $0.provenance.shard?.number ?? 0 }
    if let double = byNumber.filter({ $0.value.count > 1 }).min(by: { $0.key < $1.key }),
      let shard = double.value[0].provenance.shard
    {
      throw .doubled(shard, paths: double.value.map(\.path))
    }
    let missing = (1...count).filter { byNumber[$0] == nil }
    guard missing.isEmpty else { throw .missing(numbers: missing, count: count) }
  }

  private static func openCells(_ store: SweepStore) throws -> Int {
    let done = try store.doneContents()
    return try store.cells().count {
      $0.legality == .legal && store.provenance.shard?.holds($0.position) ?? true
        && done[$0.content] == nil
    }
  }

  /// Copies what is done, some cells at a time.
  private static func copy(_ source: SweepStore, to target: SweepStore) throws {
    let contents = try source.doneContents().keys.sorted()
    for start in stride(from: 0, to: contents.count, by: 100) {
      try Task.checkCancellation()
      let part = contents[start..<min(start + 100, contents.count)]
      try target.write { db in
        for content in part {
          for table in SweepStoreSchema.resultTables {
            try copy(content, of: table, from: source, to: db)
          }
        }
      }
    }
  }

  private static func copy(
    _ content: String, of table: String, from source: SweepStore, to db: Database
  ) throws {
    let rows = try source.read {
      try Row.fetchAll($0, sql: "SELECT * FROM \(table) WHERE content = ?", arguments: [content])
    }
    for row in rows {
      let marks = [String](repeating: "?", count: row.count).joined(separator: ", ")
      // Equal cells of two shards have equal results.
      let statement = try db.cachedStatement(
        sql: "INSERT OR IGNORE INTO \(table) VALUES (\(marks))")
      try statement.execute(arguments: StatementArguments(row.databaseValues))
    }
  }
}

extension SweepProvenance {
  /// The same for all cells.
  fileprivate var whole: SweepProvenance {
    SweepProvenance(
      name: name, title: title, source: source, baseName: baseName, baseResolved: baseResolved,
      design: design, columns: columns, seed: seed, generator: generator, paths: paths,
      hasAllMetrics: hasAllMetrics, programVersion: programVersion, gslVersion: gslVersion,
      shard: nil)
  }
}
