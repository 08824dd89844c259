internal import GRDB

/// The tables of a run store.
enum RunStoreSchema {
  /// What a finished store holds, and nothing else.
  static let objects = Result {
    try SchemaObject.all(madeBy: { db in
      try create(db)
      try createIndex(db)
    })
  }

  /// Makes figures quick to find; after the last block.
  static func createIndex(_ db: Database) throws {
    try db.execute(sql: "CREATE INDEX figure_by_metric ON figure (metric, block)")
  }

  /// Creates all tables in an empty file.
  static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE provenance (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE metric (
          id INTEGER PRIMARY KEY, scope TEXT NOT NULL, entity TEXT NOT NULL, name TEXT NOT NULL,
          unit TEXT NOT NULL);
        -- Checksums are XXH64 of the bytes before, begun with their place.
        CREATE TABLE block (
          id INTEGER PRIMARY KEY, first_path INTEGER NOT NULL, paths INTEGER NOT NULL);
        -- One little-endian double a path; a quiet NaN where the path has no such figure.
        CREATE TABLE figure (
          block INTEGER NOT NULL, metric INTEGER NOT NULL, figures BLOB NOT NULL,
          checksum INTEGER NOT NULL);
        -- Partial sums by node of the tree over block numbers: a run of blocks, all quarters.
        CREATE TABLE moment (
          first_block INTEGER NOT NULL, blocks INTEGER NOT NULL, kind TEXT NOT NULL,
          paths INTEGER NOT NULL, means BLOB NOT NULL, means_checksum INTEGER NOT NULL,
          squares BLOB NOT NULL, squares_checksum INTEGER NOT NULL);
        -- The mother fund's quarterly quantiles: bin and count, two little-endian 32-bit words each.
        CREATE TABLE histogram (
          series TEXT NOT NULL, quarter INTEGER NOT NULL, bins BLOB NOT NULL,
          checksum INTEGER NOT NULL);
        -- Every statistic of every figure, in the order of reports. A note says why an error is
        -- missing: the mean is not reliable (skewness, largest_path), or the quantile sits on an atom.
        CREATE TABLE estimate (
          position INTEGER PRIMARY KEY, scope TEXT NOT NULL, id TEXT NOT NULL,
          metric TEXT NOT NULL, unit TEXT NOT NULL, statistic TEXT NOT NULL, value REAL,
          standard_error REAL, note TEXT, note_value REAL);
        CREATE TABLE budget (
          position INTEGER PRIMARY KEY, scope TEXT NOT NULL, id TEXT NOT NULL,
          year INTEGER NOT NULL, item TEXT NOT NULL, unit TEXT NOT NULL, statistic TEXT NOT NULL,
          value REAL, standard_error REAL, note TEXT, note_value REAL);
        CREATE TABLE sensitivity (
          input TEXT NOT NULL, low TEXT NOT NULL, high TEXT NOT NULL, metric TEXT NOT NULL,
          statistic TEXT NOT NULL, unit TEXT NOT NULL, base REAL,
          low_change REAL, low_change_se REAL, high_change REAL, high_change_se REAL,
          paths INTEGER NOT NULL);
        """)
  }
}
