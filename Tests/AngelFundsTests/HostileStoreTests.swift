import Foundation
import GRDB
import Stochastics
import Testing

@testable import AngelFunds

/// Stores that somebody made with intent, with a seal that fits.
///
/// Values of other types ended the program with a trap, a view that never ends with a hang, and a
/// scenario of 10⁹ quarters with all memory taken.
@Suite struct HostileStoreTests {
  /// Changes of a run, and the part that is told.
  private static let edits = [
    ("UPDATE figure SET figures = 'text' WHERE rowid = 3", "figures"),
    ("UPDATE figure SET figures = CAST('text' AS BLOB) WHERE rowid = 3", "figures"),
    ("UPDATE figure SET figures = zeroblob(50000000) WHERE rowid = 3", "figures"),
    ("UPDATE figure SET figures = zeroblob(LENGTH(figures)) WHERE rowid = 3", "figures"),
    ("UPDATE figure SET checksum = 'none' WHERE rowid = 3", "figures"),
    ("UPDATE figure SET checksum = 1.5 WHERE rowid = 3", "figures"),
    ("UPDATE figure SET metric = 4 WHERE metric = 3", "figures"),
    ("UPDATE figure SET block = x'00' WHERE rowid = 3", "figures"),
    ("UPDATE figure SET block = 9223372036854775807 WHERE rowid = 3", "figures"),
    ("INSERT INTO figure SELECT block + 1, metric, figures, checksum FROM figure", "figures"),
    ("DELETE FROM figure WHERE rowid = 3", "figures"),
    ("UPDATE metric SET scope = 'nobody' WHERE id = 2", "figures"),
    ("UPDATE metric SET name = x'ff' WHERE id = 2", "figures"),
    ("UPDATE metric SET unit = 'ell' WHERE id = 2", "figures"),
    ("DELETE FROM metric WHERE id = 2", "figures"),
    ("UPDATE block SET paths = 'many'", "blocks"), ("UPDATE block SET first_path = -1", "blocks"),
    ("INSERT INTO block VALUES (7, 1, 1)", "blocks"), ("DELETE FROM block", "blocks"),
    ("UPDATE moment SET means = 'text'", "series"), ("UPDATE moment SET squares = x''", "series"),
    ("UPDATE moment SET blocks = 3", "series"), ("UPDATE moment SET blocks = -1", "series"),
    ("UPDATE moment SET blocks = 4611686018427387904", "series"),
    ("UPDATE moment SET paths = 1e300", "series"), ("DELETE FROM moment", "series"),
    ("UPDATE moment SET first_block = -9223372036854775807", "series"),
    ("INSERT INTO moment SELECT * FROM moment", "series"),
    ("UPDATE histogram SET bins = x'FFFFFF7FE8030000' WHERE quarter = 1", "histograms"),
    ("UPDATE histogram SET bins = 7", "histograms"),
    ("UPDATE histogram SET quarter = -5 WHERE quarter = 0", "histograms"),
    ("DELETE FROM histogram WHERE quarter = 1", "histograms"),
    ("UPDATE estimate SET statistic = 'p51' WHERE position = 1", "estimates"),
    ("UPDATE estimate SET scope = 'city' WHERE scope = 'anchor'", "estimates"),
    ("UPDATE estimate SET id = 'nobody' WHERE scope = 'anchor'", "estimates"),
    ("UPDATE estimate SET value = NULL WHERE statistic = 'defined_share'", "estimates"),
    ("UPDATE estimate SET value = 'much' WHERE position = 2", "estimates"),
    ("UPDATE estimate SET value = 9e999 WHERE position = 2", "estimates"),
    ("UPDATE estimate SET standard_error = -9e999 WHERE position = 2", "estimates"),
    ("UPDATE estimate SET statistic = x'00' WHERE position = 2", "estimates"),
    ("UPDATE estimate SET note = 'why' WHERE position = 2", "estimates"),
    ("UPDATE estimate SET unit = 'ell' WHERE position = 0", "estimates"),
    ("UPDATE estimate SET statistic = 'mean' WHERE statistic = 'p95'", "estimates"),
    ("UPDATE estimate SET position = -7 WHERE position = 7", "estimates"),
    ("DELETE FROM estimate", "estimates"), ("DELETE FROM estimate WHERE position = 7", "estimates"),
    ("DELETE FROM estimate WHERE scope = 'contributor' AND id = 'city_soe'", "estimates"),
    ("DELETE FROM budget WHERE position = 0", "estimates"),
    ("UPDATE budget SET year = 9223372036854775807", "estimates"),
    ("UPDATE budget SET item = 'gift'", "estimates"),
    ("UPDATE budget SET year = 2026", "estimates"),
    ("UPDATE sensitivity SET metric = 'luck'", "ranges of inputs"),
    ("UPDATE sensitivity SET paths = 1e9", "ranges of inputs"),
    ("UPDATE sensitivity SET base = x'00'", "ranges of inputs"),
    ("UPDATE sensitivity SET high_change = 9e999", "ranges of inputs"),
    ("INSERT INTO sensitivity SELECT * FROM sensitivity", "ranges of inputs"),
    ("CREATE TABLE more (id)", "tables"), ("CREATE VIEW more AS SELECT 1", "tables"),
    ("CREATE INDEX more ON figure (block)", "tables"), ("DROP INDEX figure_by_metric", "tables"),
    ("CREATE TRIGGER more AFTER INSERT ON block BEGIN SELECT 1; END", "tables"),
    ("ALTER TABLE block ADD COLUMN more", "tables"), ("DROP TABLE sensitivity", "tables"),
    ("UPDATE provenance SET value = x'00' WHERE key = 'seed'", "lines of provenance"),
    (
      "DROP TABLE figure; CREATE VIEW figure AS WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL "
        + "SELECT i + 1 FROM n) SELECT 0 AS block, 0 AS metric, x'00' AS figures, i FROM n",
      "tables"
    ),
  ]

  @Test func aRunIsReadAsItWasWrittenOrRefused() async throws {
    let run = try await TestRun(TestScenario.short(), paths: 40, withSensitivity: true)
    let bytes = try Data(contentsOf: URL(filePath: run.path))
    for (sql, part) in Self.edits {
      try bytes.write(to: URL(filePath: run.path))
      try edit(run.path, sql)
      let error = #expect(throws: RunStoreError.self, "\(sql)") { try readEverything(run.path) }
      #expect(
        error == .damaged(path: run.path, what: "its \(part) are not those that were written"),
        "\(sql)")
    }
  }

  /// A table that has become a view which never ends is not even asked for a row.
  @Test(arguments: ["provenance", "cell"])
  func aViewThatNeverEndsIsNoTable(name: String) async throws {
    let run = try await TestRun(TestScenario.short(), paths: 40)
    try edit(
      run.path,
      "DROP TABLE IF EXISTS \(name); CREATE VIEW \(name) AS WITH RECURSIVE n(i) AS (SELECT 0 "
        + "UNION ALL SELECT i + 1 FROM n) SELECT i AS key, i AS value FROM n WHERE i < 0")
    #expect(throws: RunStoreError.self) { try RunStore(path: run.path) }
    #expect(throws: RunStoreError.self) { try StoreKind(path: run.path) }
  }

  /// A query without an end is ended; no store that is opened has one.
  @Test func queriesHaveATimeLimit() async throws {
    let run = try await TestRun(TestScenario.short(), paths: 40)
    let file = try StoreFile(reading: run.path, secondsAtLeast: 0.2)
    let error = #expect(throws: RunStoreError.self) {
      try file.read { db in
        try Int.fetchOne(
          db,
          sql: "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n) "
            + "SELECT max(i) FROM n")
      }
    }
    #expect(error == .damaged(path: run.path, what: "reading it takes too long"))
  }

  /// Time in which nothing is read does not count.
  ///
  /// Seen: a program that was stopped with Ctrl-Z while it read said that the store was damaged.
  @Test func waitingIsNotReading() async throws {
    let run = try await TestRun(TestScenario.short(), paths: 40)
    let file = try StoreFile(reading: run.path, secondsAtLeast: 0.5)
    let sum = try file.read { db in
      let sql =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 50000) "
        + "SELECT sum(i) FROM n"
      _ = try Int.fetchOne(db, sql: sql)
      Thread.sleep(forTimeInterval: 1)
      return try Int.fetchOne(db, sql: sql)
    }
    #expect(sum == 1_250_025_000)
  }

  /// A scenario of which every number can be another: each is refused, before anything is made as
  /// large as it says.
  @Test(arguments: [
    ("\"lifeInQuarters\":16", "\"lifeInQuarters\":-5"),
    ("\"lifeInQuarters\":16", "\"lifeInQuarters\":1000000000"),
    ("\"lifeInQuarters\":16", "\"lifeInQuarters\":0"),
    ("\"lifeInQuarters\":16", "\"lifeInQuarters\":17"),
    ("\"lossTolerance\":0.4", "\"lossTolerance\":1e308"),
    ("\"lossTolerance\":0.4", "\"lossTolerance\":null"),
    ("\"motherShare\":0.4", "\"motherShare\":-1"),
    ("\"year\":2026", "\"year\":9223372036854775807"),
    ("\"subFunds\":[", "\"subFunds\":[],\"more\":["),
    ("\"contributors\":[", "\"contributors\":[],\"more\":["),
  ])
  func aScenarioThatNoFileCouldHoldIsRefused(old: String, new: String) async throws {
    let run = try await TestRun(TestScenario.short(), paths: 40)
    let text = try await DatabaseQueue(path: run.path).read { db in
      try String.fetchOne(db, sql: "SELECT value FROM provenance WHERE key = 'scenario'")
    }
    let scenario = try #require(text)
    try #require(scenario.contains(old), "\(scenario)")
    try change("scenario", to: scenario.replacing(old, with: new), in: run.path)
    try expectRefusal(of: run.path)
  }

  @Test(arguments: [
    ("scenario_resolved", ""), ("scenario_resolved", "mother_fund.fund_life: 1000000000q\n"),
    ("scenario_resolved", "no colon"), ("paths", "4294967295"), ("paths", "0"), ("paths", "-1"),
    ("paths", "99999999999999999999"), ("scenario", "[[[[["), ("assumptions", "{}"),
    ("shard", "1/1000"),
  ])
  func aProvenanceThatIsAbsurdIsRefused(key: String, value: String) async throws {
    let run = try await TestRun(TestScenario.short(), paths: 40)
    try change(key, to: value, in: run.path)
    try expectRefusal(of: run.path)
  }

  private func change(_ key: String, to value: String, in path: String) throws {
    let quoted = value.replacing("'", with: "''")
    try edit(path, "INSERT OR REPLACE INTO provenance VALUES ('\(key)', '\(quoted)')")
  }

  private func expectRefusal(of path: String) throws {
    let error = try #require(#expect(throws: RunStoreError.self) { try RunStore(path: path) })
    #expect("\(error)".hasPrefix("\(path): is damaged: its "))
    #expect(!"\(error)".contains("\n"))
  }

  /// A path without a figure has NaN; no path has an infinite one, whatever its checksum says.
  @Test func infiniteFiguresAreRefused() async throws {
    let run = try await TestRun(TestScenario.short(), paths: 40)
    let data = Blob.data([Double](repeating: .infinity, count: 40))
    let checksum = Blob.checksum(of: data, place: RunStore.place(metric: 3, block: 0))
    let hexadecimal = data.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    try edit(
      run.path,
      "UPDATE figure SET figures = x'\(hexadecimal)', checksum = \(checksum) WHERE metric = 3")
    let error = #expect(throws: RunStoreError.self) { try readEverything(run.path) }
    #expect(
      error == .damaged(path: run.path, what: "its figures are not those that were written"))
  }

  @Test(arguments: [
    ("UPDATE cell SET position = 7 WHERE position = 1", "cells"),
    ("UPDATE cell SET factors = '[]' WHERE position = 1", "cells"),
    ("UPDATE cell SET factors = x'00' WHERE position = 1", "cells"),
    ("UPDATE cell SET legality = 'maybe' WHERE position = 1", "cells"),
    ("UPDATE result SET seconds = 'long'", "results"),
    ("UPDATE result SET checksum = 1", "results"),
    ("DELETE FROM result WHERE rowid = 2", "results"), ("DELETE FROM estimate", "results"),
    ("UPDATE estimate SET mean = mean + 0.1", "results"),
    ("UPDATE estimate SET mean = 'much'", "results"), ("DELETE FROM figure", "results"),
    ("UPDATE figure SET multiples = 'text'", "results"),
    ("INSERT INTO change SELECT content, 99, 1, 1 FROM result", "results"),
    ("CREATE TABLE more (id)", "tables"),
    ("DROP TABLE change; CREATE VIEW change AS SELECT 1", "tables"),
  ])
  func aSweepIsReadAsItWasWrittenOrRefused(sql: String, part: String) async throws {
    let sweep = try await FinishedTestSweep()
    try edit(sweep.path, sql)
    let error = #expect(throws: RunStoreError.self) { try FinishedSweep(path: sweep.path) }
    #expect(
      error == .damaged(path: sweep.path, what: "its \(part) are not those that were written"))
  }
}
