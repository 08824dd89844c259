internal import GRDB

/// The tables of a sweep's store.
enum SweepStoreSchema {
  /// The tables that results stand in, by content.
  static let resultTables = ["result", "estimate", "change", "figure"]

  /// What a store holds, and nothing else.
  static let objects = Result { try SchemaObject.all(madeBy: create) }

  /// Creates all tables in an empty file.
  static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE provenance (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        -- What is to be done, in the order of reports. Factors are a JSON list by column.
        CREATE TABLE cell (
          position INTEGER PRIMARY KEY, id TEXT NOT NULL, factors TEXT NOT NULL,
          content TEXT NOT NULL, legality TEXT NOT NULL, message TEXT NOT NULL);
        -- What is done, by the content of the scenario. The reference is the content of the cell
        -- that changes are told against, or empty. The checksum is of all rows of the content.
        CREATE TABLE result (
          content TEXT PRIMARY KEY, reference TEXT NOT NULL, message TEXT, seconds REAL NOT NULL,
          checksum INTEGER NOT NULL);
        CREATE TABLE estimate (
          content TEXT NOT NULL, position INTEGER NOT NULL, scope TEXT NOT NULL, id TEXT NOT NULL,
          metric TEXT NOT NULL, unit TEXT NOT NULL, mean REAL, mean_se REAL, p05 REAL, p05_se REAL,
          p25 REAL, p25_se REAL, p50 REAL, p50_se REAL, p75 REAL, p75_se REAL, p95 REAL,
          p95_se REAL, PRIMARY KEY (content, position)) WITHOUT ROWID;
        CREATE TABLE change (
          content TEXT NOT NULL, position INTEGER NOT NULL, value REAL, standard_error REAL,
          PRIMARY KEY (content, position)) WITHOUT ROWID;
        -- The multiple of every path, one little-endian double each, to compare cells by.
        CREATE TABLE figure (content TEXT PRIMARY KEY, multiples BLOB NOT NULL);
        """)
  }
}
