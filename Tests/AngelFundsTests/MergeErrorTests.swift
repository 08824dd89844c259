import Foundation
import GRDB
import Stochastics
import Testing

@testable import AngelFunds

/// Stores that do not make one run are refused, with what does not fit.
@Suite struct MergeErrorTests {
  private let folder: ShardFolder

  init() throws { folder = try ShardFolder() }

  private func refusal(of paths: [String]) -> MergeError? {
    #expect(throws: MergeError.self) { try ShardMerge(paths) }
  }

  @Test func missingAndDoubledShardsAreNamed() async throws {
    let loaded = try TestScenario.short()
    let paths = try await folder.shards(1...6, of: 6, loaded, paths: 2600)
    #expect(
      refusal(of: [paths[5], paths[0], paths[1], paths[2], paths[4]])?.description
        == "shard 4 of 6 is missing; name its file too, or simulate it with "
        + "--shard 4/6")
    #expect(
      refusal(of: [paths[2]])?.description
        == "shards 1…2, 4…6 of 6 are missing; name their files too, or simulate them with "
        + "--shard")
    #expect(
      refusal(of: paths + [paths[3]])?.description
        == "shard 4 of 6 is given 2 times: \(paths[3]), \(paths[3]); name it once")
  }

  /// Merges the first half of a run with the second half of another.
  private func refusal(
    _ other: LoadedScenario? = nil, of count: Int = 2, paths: Int = 600, seed: UInt64 = 1,
    generator: Generator = .philox
  ) async throws -> String {
    let loaded = try TestScenario.short()
    let base = try await folder.shards(1...1, of: 2, loaded, paths: 600)
    let second = try await folder.shards(
      2...2, of: count, other ?? loaded, paths: paths, seed: seed, generator: generator,
      named: "other_")
    let error = refusal(of: base + second)
    guard case .otherRun(second[0], base[0], let difference)? = error else {
      return "\(error, default: "none")"
    }
    return difference
  }

  @Test func shardsOfAnotherRunAreNamed() async throws {
    #expect(try await refusal(seed: 2) == "its seed is 2, not 1")
    #expect(try await refusal(paths: 601) == "its number of paths is 601, not 600")
    #expect(try await refusal(of: 3, paths: 1100) == "its number of shards is 3, not 2")
    let generator = try #require(Generator(named: "mt19937"))
    #expect(
      try await refusal(generator: generator) == "its generator is mt19937, not philox")
  }

  @Test func shardsOfAnotherScenarioAreNamed() async throws {
    #expect(
      try await refusal(TestScenario.short(["terms.carry": "15%"]))
        == "its sub_funds.songshan_lake_1.carry is 0.15, not 0.2")
    #expect(
      try await refusal(
        TestScenario.load("sub_funds: {a: {anchor: x, commitment: 1亿}}\nanchors: {x: {kind: town}}")
      )
        == "its scenario is test, not minimal")
  }

  @Test func aWholeRunIsNoShard() async throws {
    let run = try await TestRun(TestScenario.short(), paths: 40)
    let path = run.folder.appending(path: RunStore.fileName).path
    #expect(try StoreKind(path: path) == .run)
    #expect(
      refusal(of: [path])?.description
        == "\(path): is a whole run, and no shard; there is nothing to merge")
  }

  /// Estimates are made as shards are merged, in the way of the version that merges.
  @Test func shardsOfAnotherVersionAreRefused() async throws {
    let path = try await folder.shards(1...1, of: 1, TestScenario.short(), paths: 40)[0]
    try edit(path, "UPDATE provenance SET value = '0.0.9' WHERE key = 'program_version'")
    #expect(
      refusal(of: [path])?.description
        == "\(path): was simulated by angelfof 0.0.9; merge it with that version, not with "
        + programVersion)
  }

  @Test func whatIsNoStoreIsRefused() throws {
    let path = folder.path("shard_1_of_1.sqlite")
    let error = #expect(throws: RunStoreError.self) { try ShardMerge([path]) }
    #expect(error == .cannotRead(path: path, reason: "there is no such file"))
  }

  /// A shard that somebody edited, or that was cut, is refused, and nothing is left.
  @Test func anEditedShardIsRefused() async throws {
    let shards = try await folder.shards(1...2, of: 2, TestScenario.short(), paths: 1700)
    let edited = folder.path("edited.sqlite")
    for (sql, part) in Self.edits {
      try? FileManager.default.removeItem(atPath: edited)
      try FileManager.default.copyItem(atPath: shards[0], toPath: edited)
      try edit(edited, sql)
      let before = try folder.names
      let error = await #expect(throws: RunStoreError.self, "\(sql)") {
        try await ShardMerge([edited, shards[1]]).write(to: folder.path("merged.sqlite"))
      }
      #expect(
        error == .damaged(path: edited, what: "its \(part) are not those that were written"),
        "\(sql)")
      #expect(try folder.names == before)
    }
  }

  private static let edits = [
    ("DELETE FROM figure WHERE rowid = 3", "figures"),
    ("UPDATE figure SET block = 2 WHERE rowid = 3", "figures"),
    ("DELETE FROM block WHERE id = 1", "blocks"),
    ("UPDATE block SET id = 9 WHERE id = 1", "blocks"),
    ("UPDATE moment SET blocks = 3", "series"),
    ("UPDATE moment SET means = x'00'", "series"),
    ("DELETE FROM histogram WHERE quarter = 1", "histograms"),
    ("UPDATE histogram SET bins = x'' WHERE quarter = 1", "histograms"),
    (
      "UPDATE histogram SET bins = x'FFFFFF7FE8030000' WHERE quarter = 1",
      "histograms"
    ),
  ]
}
