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
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM sensitivity ORDER BY input, rowid").compactMap {
        SensitivityRow($0)
      }
    }
  }
}

extension SensitivityRow {
  fileprivate init?(_ row: Row) {
    guard
      let headline = Headline.all.first(where: {
        $0.metric == row["metric"] && $0.statistic.rawValue == row["statistic"]
      })
    else { return nil }
    func estimate(_ value: String, _ error: String) -> Estimate? {
      guard let value = row[value] as Double?, let error = row[error] as Double? else { return nil }
      return Estimate(value: value, standardError: error)
    }
    self.init(
      input: InputRange(path: row["input"], low: row["low"], high: row["high"]),
      headline: headline, base: row["base"],
      low: estimate("low_change", "low_change_se"), high: estimate("high_change", "high_change_se"),
      paths: row["paths"])
  }
}
