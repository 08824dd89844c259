internal import Foundation
internal import GRDB
import Stochastics

/// What simulating a cell gave.
struct CellOutcome {
  let figures: [CellFigure]
  /// Differences of the headlines to the reference; empty without one.
  let changes: [Estimate?]
  /// The mother fund's multiple on every path; empty if it is not kept.
  let multiples: [Double]
}

extension SweepStore {
  /// Contents that are done, with the reference that their changes were told against.
  func doneContents() throws -> [String: String] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT content, reference FROM result WHERE message IS NULL")
        .reduce(into: [:]) { $0[$1["content"]] = $1["reference"] }
    }
  }

  /// Writes a finished cell down, in one transaction.
  func add(_ outcome: CellOutcome, content: String, reference: String, seconds: Double) throws {
    try write { db in
      try Self.remove(content, db)
      try db.execute(
        sql: "INSERT INTO result VALUES (?, ?, NULL, ?)", arguments: [content, reference, seconds])
      let marks = [String](repeating: "?", count: 18).joined(separator: ", ")
      let statement = try db.cachedStatement(sql: "INSERT INTO estimate VALUES (\(marks))")
      for (position, figure) in outcome.figures.enumerated() {
        let place: [(any DatabaseValueConvertible)?] = [
          content, position, figure.owner.scope.rawValue, figure.owner.id, figure.metric,
          figure.unit.rawValue,
        ]
        try statement.execute(arguments: StatementArguments(place + figure.statistics))
      }
      for (position, change) in outcome.changes.enumerated() {
        try db.execute(
          sql: "INSERT INTO change VALUES (?, ?, ?, ?)",
          arguments: [content, position, change?.value, change?.standardError])
      }
      guard !outcome.multiples.isEmpty else { return }
      try db.execute(
        sql: "INSERT INTO figure VALUES (?, ?)",
        arguments: [content, Blob.data(outcome.multiples)])
    }
  }

  /// Writes down that a cell went wrong.
  func add(failure message: String, content: String, seconds: Double) throws {
    try write { db in
      try Self.remove(content, db)
      try db.execute(
        sql: "INSERT INTO result VALUES (?, '', ?, ?)", arguments: [content, message, seconds])
    }
  }

  private static func remove(_ content: String, _ db: Database) throws {
    for table in SweepStoreSchema.resultTables {
      try db.execute(sql: "DELETE FROM \(table) WHERE content = ?", arguments: [content])
    }
  }

  /// Removes results that no cell of the plan has.
  func removeStrangers() throws {
    try write { db in
      for table in SweepStoreSchema.resultTables {
        try db.execute(
          sql: "DELETE FROM \(table) WHERE content NOT IN (SELECT content FROM cell)")
      }
    }
  }

  /// The plan's cells, in the order of reports.
  func cells() throws -> [StoredCell] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM cell ORDER BY position").map {
        StoredCell(
          position: $0["position"], id: $0["id"], values: TextList.decode($0["factors"]),
          content: $0["content"],
          legality: StoredCell.Legality(rawValue: $0["legality"]) ?? .invalid,
          message: $0["message"])
      }
    }
  }

  /// What became of a cell.
  func result(of cell: StoredCell) throws -> CellResult {
    func result(
      _ status: CellResult.Status, _ message: String, _ seconds: Double? = nil,
      _ rows: [CellFigure] = [], _ changes: [Estimate?] = []
    ) -> CellResult {
      CellResult(
        id: cell.id, values: cell.values, status: status, message: message, seconds: seconds,
        rows: rows, changes: changes)
    }
    switch cell.legality {
    case .notLegal: return result(.notLegal, cell.message)
    case .invalid: return result(.invalid, cell.message)
    case .legal: break
    }
    return try read { db in
      let found = try Row.fetchOne(
        db, sql: "SELECT message, seconds FROM result WHERE content = ?",
        arguments: [cell.content])
      guard let found else { return result(.open, "") }
      if let message = found["message"] as String? {
        return result(.failed, message, found["seconds"])
      }
      return try result(
        .done, "", found["seconds"], Self.figures(cell.content, db),
        Self.changes(cell.content, db))
    }
  }

  private static func figures(_ content: String, _ db: Database) throws -> [CellFigure] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM estimate WHERE content = ? ORDER BY position", arguments: [content]
    ).compactMap { row in
      guard let scope = Scope(rawValue: row["scope"]), let unit = MetricUnit(rawValue: row["unit"])
      else { return nil }
      return CellFigure(
        owner: ScopeID(scope: scope, id: row["id"]), metric: row["metric"], unit: unit,
        statistics: (6..<18).map { row[$0] as Double? })
    }
  }

  private static func changes(_ content: String, _ db: Database) throws -> [Estimate?] {
    try Row.fetchAll(
      db, sql: "SELECT value, standard_error FROM change WHERE content = ? ORDER BY position",
      arguments: [content]
    ).map { row in
      guard let value = row["value"] as Double?, let error = row["standard_error"] as Double?
      else { return nil }
      return Estimate(value: value, standardError: error)
    }
  }

  /// The mother fund's multiple on every path of a cell; nil if it is not kept.
  func multiples(of content: String) throws -> [Double]? {
    try read { db in
      try Data.fetchOne(
        db, sql: "SELECT multiples FROM figure WHERE content = ?", arguments: [content]
      ).map { Blob.values($0, of: Double.self) }
    }
  }
}
