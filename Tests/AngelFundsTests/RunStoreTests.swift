import Foundation
import GRDB
import Testing

@testable import AngelFunds

@Suite struct RunStoreTests {
  /// A store that somebody edited is refused when it is opened, whatever was edited: the figures of
  /// reports were other ones without a word.
  @Test(arguments: [
    "UPDATE figure SET figures = zeroblob(LENGTH(figures)) WHERE rowid = 3",
    "DELETE FROM figure WHERE rowid = 3", "DELETE FROM metric WHERE id = 2",
    "UPDATE estimate SET value = value + 1", "DELETE FROM estimate WHERE position = 7",
    "UPDATE provenance SET value = '2' WHERE key = 'seed'",
    "DELETE FROM sensitivity", "PRAGMA user_version = 3",
  ])
  func anEditedStoreIsRefused(sql: String) async throws {
    let run = try await TestRun(TestScenario.short(), paths: 40, withSensitivity: true)
    let file = run.folder.appending(path: RunStore.fileName).path
    try edit(file, sql, isSealed: false)
    let error = #expect(throws: RunStoreError.self) { try RunStore(path: file) }
    let known = ["its bytes are not those that were written", "it was cut off, or is not finished"]
    #expect(known.map { .damaged(path: file, what: $0) }.contains(error))
  }

  @Test func anotherFormatNamesTheVersionThatWroteIt() async throws {
    let run = try await TestRun(TestScenario.example("minimal"), paths: 40)
    let file = run.folder.appending(path: RunStore.fileName).path
    try edit(file, "UPDATE provenance SET value = '1' WHERE key = 'format'")
    let error = #expect(throws: RunStoreError.self) { try RunStore(path: file) }
    #expect(error == .otherFormat(path: file, found: "1", written: programVersion))
  }

  /// Stores of format 4 and before have no seal.
  @Test func anEarlyFormatIsNoDamage() async throws {
    let run = try await TestRun(TestScenario.short(), paths: 40)
    let file = run.folder.appending(path: RunStore.fileName).path
    try StoreSeal.remove(from: file)
    try await DatabaseQueue(path: file).write { db in
      try db.execute(sql: "UPDATE provenance SET value = '4' WHERE key = 'format'")
    }
    let error = #expect(throws: RunStoreError.self) { try RunStore(path: file) }
    #expect(error == .otherFormat(path: file, found: "4", written: programVersion))
  }

  /// Mean, error and atom of a figure by SQL, against the figure on every path.
  @Test func estimatesCanBeReadBySQLAlone() async throws {
    let run = try await TestRun(
      TestScenario.example("minimal", set: ["outcomes.buckets.zero.holding": "20y"]), paths: 300)
    let file = run.folder.appending(path: RunStore.fileName).path
    func row(_ metric: String, _ statistic: String) throws -> Row {
      let found = try DatabaseQueue(path: file).read { db in
        try Row.fetchOne(
          db,
          sql: """
            SELECT value, standard_error, note, note_value FROM estimate
            WHERE scope = 'sub_fund' AND id = 'towns_2' AND metric = ? AND statistic = ?
            """, arguments: [metric, statistic])
      }
      return try #require(found)
    }
    let companies = try #require(try run.figures(.subFund, "towns_2", .companiesFunded))
    let mean = companies.reduce(0, +) / 300
    let squares = companies.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let estimate = try row("companies_funded", "mean")
    #expect(abs(try #require(estimate["value"] as Double?) - mean) < 1e-12)
    let error = try #require(estimate["standard_error"] as Double?)
    #expect(abs(error - (squares / 299 / 300).squareRoot()) < 1e-12)
    let early = try #require(try run.figures(.subFund, "towns_2", .dpi5))
    let atom = try row("dpi_5y", "p05")
    #expect(atom["value"] == 0.0)
    #expect(atom["standard_error"] == nil)
    #expect(atom["note"] == "atom")
    let share = try #require(atom["note_value"] as Double?)
    #expect(share == Double(early.count { $0 == 0 }) / 300)
    #expect(try row("companies_funded", "defined_share")["value"] == 1.0)
  }

  /// The hash tells runs apart that differ in an estimate only.
  @Test(arguments: ["estimate", "budget"])
  func theHashCoversEstimates(table: String) async throws {
    let run = try await TestRun(TestScenario.example("minimal"), paths: 40)
    let before = try run.store.contentHash()
    let file = run.folder.appending(path: RunStore.fileName).path
    try edit(file, "UPDATE \(table) SET standard_error = 7 WHERE position = 0")
    #expect(try RunStore(path: file).contentHash() != before)
  }

  /// Whole runs are written as before there were shards.
  @Test func aWholeRunSaysNothingOfShards() async throws {
    let run = try await TestRun(TestScenario.example("minimal", hasRules: true), paths: 40)
    #expect(run.store.provenance.shard == nil)
    #expect(
      run.store.provenance.entries.map(\.key) == [
        "assumptions", "format", "generator", "gsl_version", "paths", "program_version", "scenario",
        "scenario_name", "scenario_resolved", "scenario_source", "seed",
      ])
  }

  @Test func aShardIsNoRun() async throws {
    let folder = try ShardFolder()
    let path = try await folder.shards(2...2, of: 2, TestScenario.short(), paths: 600)[0]
    let shard = try #require(Shard("2/2"))
    #expect(try StoreKind(path: path) == .shard(shard))
    #expect(try RunStore(anyShare: path).provenance.blocks == 1..<2)
    let error = #expect(throws: RunStoreError.self) { try RunStore(path: path) }
    #expect(error == .isShard(path: path, shard))
    let folderError = #expect(throws: RunStoreError.self) { try RunStore(path: folder.path("")) }
    #expect(folderError == .holdsShards(path: folder.path("")))
  }

  /// As a program would see it that knows nothing of shards.
  @Test(arguments: [
    (
      "DELETE FROM provenance WHERE key LIKE 'shard%'", "its blocks are not those that were written"
    ),
    ("DELETE FROM provenance WHERE key = 'shard_blocks'", "its provenance is incomplete"),
    ("UPDATE provenance SET value = '3/2' WHERE key = 'shard'", "its provenance is incomplete"),
    ("UPDATE provenance SET value = '1/2' WHERE key = 'shard'", "its provenance is incomplete"),
  ])
  func aShardThatDeniesItIsRefused(sql: String, what: String) async throws {
    let folder = try ShardFolder()
    let path = try await folder.shards(2...2, of: 2, TestScenario.short(), paths: 600)[0]
    try edit(path, sql)
    let error = #expect(throws: RunStoreError.self) { try RunStore(path: path) }
    #expect(error == .damaged(path: path, what: what))
  }
}
