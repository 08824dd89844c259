internal import GRDB

extension RunStoreWriter {
  /// Adds estimates, so that they can be read with SQL alone.
  func add(_ summary: Summary) throws {
    try write { db in
      let statement = try db.cachedStatement(
        sql: "INSERT INTO estimate VALUES (?, ?, ?, ?, ?, ?, ?)")
      for row in summary.rows {
        for (statistic, value, error) in row.statistics {
          try statement.execute(
            arguments: [
              row.owner.scope.rawValue, row.owner.id, row.metric, row.unit.rawValue, statistic,
              value, error,
            ])
        }
      }
    }
  }
}
