internal import GRDB
import Stochastics

extension RunStoreWriter {
  /// Adds how headline figures move with an input.
  func add(_ rows: [SensitivityRow]) throws {
    try write { db in
      for row in rows {
        try db.execute(
          sql: "INSERT INTO sensitivity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          arguments: [
            row.input.path, row.input.low, row.input.high, row.headline.metric,
            row.headline.statistic.rawValue, row.headline.unit.rawValue, row.base,
            row.low?.value, row.low?.standardError, row.high?.value, row.high?.standardError,
            row.paths,
          ])
      }
    }
  }
}

extension RunStore {
  /// How headline figures move with the inputs that are known only as ranges.
  public func sensitivity() throws -> [SensitivityRow] {
    let most = provenance.scenario.ranges.count * Headline.all.count
    return try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT input, low, high, metric, statistic, unit, base, low_change, low_change_se,
          high_change, high_change_se, paths FROM sensitivity ORDER BY rowid LIMIT \(most + 1)
          """)
      guard rows.count <= most else { throw StoreDamage.in("ranges of inputs") }
      return try rows.map { try SensitivityRow(StoredRow($0, of: "ranges of inputs")) }
    }
  }
}

extension SensitivityRow {
  fileprivate init(_ row: StoredRow) throws {
    let (metric, statistic) = try (row.text(3), row.text(4))
    let headline = Headline.all.first {
      $0.metric == metric && $0.statistic.rawValue == statistic
    }
    guard let headline, try row.text(5) == headline.unit.rawValue else { throw row.damage }
    func estimate(_ index: Int) throws -> Estimate? {
      guard let value = try row.optionalNumber(index),
        let error = try row.optionalNumber(index + 1)
      else { return nil }
      return Estimate(value: value, standardError: error)
    }
    try self.init(
      input: InputRange(path: row.text(0), low: row.text(1), high: row.text(2)),
      headline: headline, base: row.optionalNumber(6), low: estimate(7), high: estimate(9),
      paths: row.integer(11, in: 1...InputSensitivity.pathLimit))
  }
}
