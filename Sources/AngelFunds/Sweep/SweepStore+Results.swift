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
  ///
  /// - Throws: `RunStoreError` if the results of one are not those that were written.
  func doneContents() throws -> [String: String] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT content, reference, message FROM result LIMIT \(Self.mostCells)")
      return try rows.reduce(into: [:]) { done, row in
        let row = StoredRow(row, of: "results")
        let content = try row.text(0)
        try Self.verify(content, db)
        if try row.optionalText(2) == nil { done[content] = try row.text(1) }
      }
    }
  }

  /// The cells of a plan, and those of an earlier plan that were done.
  private static let mostCells = 4 * SweepPlan.mostCells

  /// Writes a finished cell down, in one transaction.
  func add(_ outcome: CellOutcome, content: String, reference: String, seconds: Double) throws {
    try write { db in
      try Self.remove(content, db)
      try db.execute(
        sql: "INSERT INTO result VALUES (?, ?, NULL, ?, 0)",
        arguments: [content, reference, seconds])
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
      if !outcome.multiples.isEmpty {
        try db.execute(
          sql: "INSERT INTO figure VALUES (?, ?)",
          arguments: [content, Blob.data(outcome.multiples)])
      }
      try Self.sign(content, db)
    }
  }

  /// Writes down that a cell went wrong.
  func add(failure message: String, content: String, seconds: Double) throws {
    try write { db in
      try Self.remove(content, db)
      try db.execute(
        sql: "INSERT INTO result VALUES (?, '', ?, ?, 0)", arguments: [content, message, seconds])
      try Self.sign(content, db)
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
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT position, id, factors, content, legality, message FROM cell
          ORDER BY position LIMIT \(Self.mostCells)
          """)
      return try rows.enumerated().map { position, row in
        let row = StoredRow(row, of: "cells")
        let values = TextList.decode(try row.text(2))
        guard values.count == provenance.columns.count else { throw row.damage }
        return try StoredCell(
          position: row.integer(0, in: position...position), id: row.text(1), values: values,
          content: row.text(3), legality: row.word(4, of: StoredCell.Legality.self),
          message: row.text(5))
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
      try Self.verify(cell.content, db)
      let row = StoredRow(found, of: "results")
      let seconds = try row.number(1)
      if let message = try row.optionalText(0) { return result(.failed, message, seconds) }
      return try result(
        .done, "", seconds, Self.figures(cell.content, db), Self.changes(cell.content, db))
    }
  }

  private static func figures(_ content: String, _ db: Database) throws -> [CellFigure] {
    try rows("estimate", content, db).enumerated().map { position, row in
      let row = StoredRow(row, of: "results")
      _ = try row.integer(1, in: position...position)
      return try CellFigure(
        owner: ScopeID(scope: row.word(2, of: Scope.self), id: row.text(3)), metric: row.text(4),
        unit: row.word(5, of: MetricUnit.self), statistics: (6..<18).map(row.optionalNumber))
    }
  }

  private static func changes(_ content: String, _ db: Database) throws -> [Estimate?] {
    let changes = try rows("change", content, db).enumerated().map { position, row in
      let row = StoredRow(row, of: "results")
      _ = try row.integer(1, in: position...position)
      let (value, error) = try (row.optionalNumber(2), row.optionalNumber(3))
      return value.flatMap { value in error.map { Estimate(value: value, standardError: $0) } }
    }
    guard [0, Headline.all.count].contains(changes.count) else { throw StoreDamage.in("results") }
    return changes
  }

  /// The mother fund's multiple on every path of a cell; nil if it is not kept.
  func multiples(of content: String) throws -> [Double]? {
    try read { db in
      guard let row = try Self.rows("figure", content, db).first else { return nil }
      guard case .blob(let data) = (row[1] as DatabaseValue).storage,
        data.count == provenance.paths * MemoryLayout<Double>.stride
      else { throw StoreDamage.in("results") }
      let multiples = Blob.values(data, of: Double.self)
      guard !multiples.contains(where: { abs($0) > StoredRow.largest }) else {
        throw StoreDamage.in("results")
      }
      return multiples
    }
  }
}

/// Checksums of cells, by which a sweep that goes on knows that what it has is as it was written.
extension SweepStore {
  /// More rows than a cell with all figures has.
  private static let mostRows = 1_000_000

  /// A cell's rows of one table, all columns, in their order.
  private static func rows(_ table: String, _ content: String, _ db: Database) throws -> [Row] {
    let order = ["estimate", "change"].contains(table) ? "ORDER BY position" : ""
    return try Row.fetchAll(
      db, sql: "SELECT * FROM \(table) WHERE content = ? \(order) LIMIT \(mostRows)",
      arguments: [content])
  }

  /// Of everything that the store has of a cell.
  private static func checksum(of content: String, _ db: Database) throws -> Int64 {
    var hash = StableHash()
    for table in SweepStoreSchema.resultTables {
      hash.combine(table)
      for row in try rows(table, content, db) {
        for (name, value) in row where name != "checksum" { hash.combine(value) }
      }
    }
    return Int64(bitPattern: hash.value)
  }

  private static func sign(_ content: String, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE result SET checksum = ? WHERE content = ?",
      arguments: [try checksum(of: content, db), content])
  }

  private static func verify(_ content: String, _ db: Database) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT checksum FROM result WHERE content = ?", arguments: [content])
    let kept = try row.map { try StoredRow($0, of: "results").integer(0, in: .min ... .max) }
    guard try kept.map(Int64.init) == checksum(of: content, db) else {
      throw StoreDamage.in("results")
    }
  }
}
