internal import GRDB

/// A table or index as SQLite's schema has it.
struct SchemaObject: Hashable {
  let type: String
  let name: String
  let table: String
  /// The statement that made it, to the letter; nil for what SQLite makes by itself.
  let sql: String?

  /// What a file holds, in the order of names; no more than can be looked through.
  static func all(_ db: Database) throws -> [SchemaObject] {
    try Row.fetchAll(
      db, sql: "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name LIMIT 100"
    ).map {
      let row = StoredRow($0, of: "tables")
      return try SchemaObject(
        type: row.text(0), name: row.text(1), table: row.text(2), sql: row.optionalText(3))
    }
  }

  /// What a file holds that `create` has made.
  static func all(madeBy create: (Database) throws -> Void) throws -> [SchemaObject] {
    try DatabaseQueue().write { db in
      try create(db)
      return try all(db)
    }
  }
}
