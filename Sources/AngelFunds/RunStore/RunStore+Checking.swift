internal import GRDB

extension RunStore {
  /// Makes sure that the store's figures and blocks are those that its scenario and paths ask for.
  ///
  /// Reading goes as far as it may and not further, so that a store of any size is looked at in
  /// the time that an honest one takes.
  ///
  /// - Throws: `RunStoreError` with what is wrong.
  func checkPlaces() throws {
    try read { db in
      try checkMetrics(db)
      try checkBlocks(db)
    }
  }

  private func checkMetrics(_ db: Database) throws {
    let columns = provenance.scenario.metricColumns
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, scope, entity, name, unit FROM metric ORDER BY id LIMIT \(columns.count + 1)
        """)
    var next = 0
    while let row = try rows.next() {
      let row = StoredRow(row, of: "figures")
      guard next < columns.count else { throw row.damage }
      let (owner, figure) = (columns[next].owner, columns[next].figure)
      _ = try row.integer(0, in: next...next)
      let expected = [owner.scope.rawValue, owner.id, figure.name, figure.unit.rawValue]
      guard try (1...4).map(row.text) == expected else { throw row.damage }
      next += 1
    }
    guard next == columns.count else { throw StoreDamage.in("figures") }
  }

  private func checkBlocks(_ db: Database) throws {
    let (blocks, plan) = (provenance.blocks, provenance.plan)
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT id, first_path, paths FROM block ORDER BY id LIMIT \(blocks.count + 1)")
    var next = blocks.lowerBound
    while let row = try rows.next() {
      let row = StoredRow(row, of: "blocks")
      guard blocks.contains(next) else { throw row.damage }
      let paths = plan.paths(of: next)
      _ = try row.integer(0, in: next...next)
      _ = try row.integer(1, in: paths.lowerBound...paths.lowerBound)
      _ = try row.integer(2, in: paths.count...paths.count)
      next += 1
    }
    guard next == blocks.upperBound else { throw StoreDamage.in("blocks") }
  }
}
