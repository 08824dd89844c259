internal import Foundation
internal import GRDB

/// Joins the shards of a sweep into the store that one run would have made.
public enum SweepMerge {
  /// Whether a file is the store of a sweep.
  public static func isSweep(_ path: String) -> Bool {
    (try? SweepStore(path: path, isReadOnly: true)) != nil
  }

  /// Joins `shards`, in any order, into the complete store of `files`.
  ///
  /// - Throws: `SweepError` if a shard is missing, is there twice or belongs to another sweep;
  ///   `RunStoreError` if a file cannot be read or written.
  public static func merge(_ shards: [String], into files: SweepFiles) throws {
    let stores = try shards.map { ($0, try SweepStore(path: $0, isReadOnly: true)) }
      .sorted { $0.1.provenance.shard.number < $1.1.provenance.shard.number }
    guard let first = stores.first?.1 else { return }
    for (path, store) in stores.dropFirst() { try check(path, store, against: first) }
    try checkComplete(stores)
    try? FileManager.default.removeItem(atPath: files.working)
    let merged = try SweepStore(
      creating: files.working, provenance: first.provenance.whole, cells: first.cells())
    do {
      for (_, store) in stores { try copy(store, to: merged) }
      try merged.finish()
      try files.finish()
    } catch {
      try? merged.close()
      throw error
    }
  }

  private static func check(
    _ path: String, _ store: SweepStore, against first: SweepStore
  ) throws {
    let (own, other) = (store.provenance.whole.entries, first.provenance.whole.entries)
    let different = own.keys.sorted().first { own[$0] != other[$0] }
    let isSamePlan = try store.cells() == first.cells()
    guard different == nil, isSamePlan,
      store.provenance.shard.count == first.provenance.shard.count
    else {
      throw SweepError.notOneSweep(
        "\(path): does not belong to the sweep of \(first.path): another "
          + "\(different ?? (isSamePlan ? "number of shards" : "list of cells"))")
    }
  }

  private static func checkComplete(_ stores: [(String, SweepStore)]) throws {
    let count = stores[0].1.provenance.shard.count
    for (one, other) in zip(stores, stores.dropFirst())
    where one.1.provenance.shard == other.1.provenance.shard {
      throw SweepError.notOneSweep(
        "\(other.0): is shard \(other.1.provenance.shard.number) of \(count), and so is \(one.0); give "
          + "each shard once")
    }
    let numbers = Set(stores.map { $0.1.provenance.shard.number })
    let missing = (1...count).filter { !numbers.contains($0) }
    guard missing.isEmpty else {
      let names = missing.prefix(10).map { "\($0)/\(count)" }.joined(separator: ", ")
      throw SweepError.notOneSweep(
        "shard \(names)\(missing.count > 10 ? ", …" : "") is missing; run it with --shard, and merge "
          + "all \(count)")
    }
    for (path, store) in stores {
      let open = try openCells(store)
      guard open == 0 else {
        throw SweepError.notOneSweep(
          "\(path): has \(open) cells that are not done; complete it with --resume")
      }
    }
  }

  private static func openCells(_ store: SweepStore) throws -> Int {
    let done = try store.doneContents()
    return try store.cells().count {
      $0.legality == .legal && store.provenance.shard.holds($0.position) && done[$0.content] == nil
    }
  }

  /// Copies what is done, some cells at a time.
  private static func copy(_ source: SweepStore, to target: SweepStore) throws {
    let contents = try source.doneContents().keys.sorted()
    for start in stride(from: 0, to: contents.count, by: 100) {
      let part = contents[start..<min(start + 100, contents.count)]
      try target.write { db in
        for content in part {
          for table in ["result", "estimate", "change", "figure"] {
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
  var whole: SweepProvenance {
    SweepProvenance(
      name: name, title: title, source: source, baseName: baseName, baseResolved: baseResolved,
      design: design, columns: columns, seed: seed, generator: generator, paths: paths,
      hasAllMetrics: hasAllMetrics, programVersion: programVersion, gslVersion: gslVersion,
      shard: .whole)
  }
}
