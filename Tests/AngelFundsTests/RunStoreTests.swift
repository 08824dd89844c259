import Foundation
import GRDB
import Testing

@testable import AngelFunds

@Suite struct RunStoreTests {
  /// A store that somebody edited, or that was cut, is refused with what is missing.
  @Test(arguments: [
    ("DELETE FROM figure WHERE rowid = 3", "its figures are missing; run it again"),
    ("UPDATE figure SET figures = x'00' WHERE rowid = 3", "its figures are missing; run it again"),
    ("DELETE FROM metric WHERE id = 2", "its figures are missing; run it again"),
    ("DELETE FROM block WHERE id = 0", "its blocks are missing; run it again"),
    ("UPDATE moment SET means = x'00'", "its series are missing; run it again"),
    ("DELETE FROM histogram WHERE quarter = 1", "its histograms are missing; run it again"),
    (
      "UPDATE provenance SET value = '900' WHERE key = 'paths'",
      "its blocks are missing; run it again"
    ),
    ("DELETE FROM provenance WHERE key = 'seed'", "its provenance is incomplete"),
  ])
  func anEditedStoreIsRefused(sql: String, reason: String) async throws {
    let run = try await TestRun(TestScenario.example("minimal"), paths: 40)
    let file = run.folder.appending(path: RunStore.fileName).path
    try await DatabaseQueue(path: file).write { db in try db.execute(sql: sql) }
    let error = #expect(throws: RunStoreError.self) { try RunStore(path: file) }
    #expect(error == .cannotRead(path: file, reason: reason))
  }

  @Test func anotherFormatNamesTheVersionThatWroteIt() async throws {
    let run = try await TestRun(TestScenario.example("minimal"), paths: 40)
    let file = run.folder.appending(path: RunStore.fileName).path
    try await DatabaseQueue(path: file).write { db in
      try db.execute(sql: "UPDATE provenance SET value = '1' WHERE key = 'format'")
    }
    let error = #expect(throws: RunStoreError.self) { try RunStore(path: file) }
    #expect(error == .otherFormat(path: file, found: "1", written: programVersion))
  }

  /// Whole runs are written as before there were shards.
  @Test func aWholeRunSaysNothingOfShards() async throws {
    let run = try await TestRun(TestScenario.example("minimal", hasRules: true), paths: 40)
    #expect(run.store.provenance.shard == nil)
    #expect(
      run.store.provenance.entries.map(\.key) == [
        "format", "generator", "gsl_version", "paths", "program_version", "scenario",
        "scenario_name", "scenario_resolved", "scenario_source", "seed",
      ])
  }

  @Test func aShardIsNoRun() async throws {
    let folder = try ShardFolder()
    let path = try await folder.shards(2...2, of: 2, TestScenario.short(), paths: 600)[0]
    let shard = try #require(Shard("2/2"))
    #expect(try StoreKind(path: path) == .shard(shard))
    #expect(try RunStore(unchecked: path).provenance.blocks == 1..<2)
    let error = #expect(throws: RunStoreError.self) { try RunStore(path: path) }
    #expect(error == .isShard(path: path, shard))
    let folderError = #expect(throws: RunStoreError.self) { try RunStore(path: folder.path("")) }
    #expect(folderError == .holdsShards(path: folder.path("")))
  }

  /// As a program would see it that knows nothing of shards.
  @Test(arguments: [
    ("DELETE FROM provenance WHERE key LIKE 'shard%'", "its blocks are missing; run it again"),
    ("DELETE FROM provenance WHERE key = 'shard_blocks'", "its provenance is incomplete"),
    ("UPDATE provenance SET value = '3/2' WHERE key = 'shard'", "its provenance is incomplete"),
    ("UPDATE provenance SET value = '1/2' WHERE key = 'shard'", "its provenance is incomplete"),
  ])
  func aShardThatDeniesItIsRefused(sql: String, reason: String) async throws {
    let folder = try ShardFolder()
    let path = try await folder.shards(2...2, of: 2, TestScenario.short(), paths: 600)[0]
    try await DatabaseQueue(path: path).write { db in try db.execute(sql: sql) }
    let error = #expect(throws: RunStoreError.self) { try RunStore(path: path) }
    #expect(error == .cannotRead(path: path, reason: reason))
  }
}
