import Foundation
import Stochastics
import Testing

@testable import AngelFunds

/// A run that was split and merged is the run that was not split.
@Suite struct ShardMergeTests {
  private let folder: ShardFolder

  init() throws { folder = try ShardFolder() }

  /// Merges, and checks that everything is as in `run`, to the last bit.
  private func expectMerged(_ shards: [String], equals run: TestRun, _ what: String) async throws {
    let path = folder.path("merged.sqlite")
    let summary = try await ShardMerge(shards).write(to: path)
    let merged = try RunStore(path: path)
    #expect(merged.provenance == run.store.provenance, "\(what)")
    #expect(try merged.contentHash() == run.store.contentHash(), "\(what)")
    #expect(summary.rows == run.summary.rows, "\(what)")
    #expect(
      try QuarterlyEstimates(merged).rows == QuarterlyEstimates(run.store).rows, "\(what)")
    #expect(try BudgetEstimates(merged).rows == BudgetEstimates(run.store).rows, "\(what)")
    #expect(try merged.sensitivity() == run.store.sensitivity(), "\(what)")
  }

  /// Four blocks: in one piece, in two, unevenly in three, and each by itself.
  @Test func anySplitInAnyOrderIsTheRun() async throws {
    let loaded = try TestScenario.short()
    let run = try await TestRun(loaded, paths: 1700)
    for count in 1...4 {
      let shards = try await folder.shards(1...count, of: count, loaded, paths: 1700)
      try await expectMerged(shards, equals: run, "\(count)")
      try await expectMerged(shards.reversed(), equals: run, "\(count), reversed")
    }
  }

  @Test func sevenBlocksInFiveSharesAreTheRun() async throws {
    let loaded = try TestScenario.short()
    let run = try await TestRun(loaded, paths: 3001)
    let shards = try await folder.shards(1...5, of: 5, loaded, paths: 3001)
    try await expectMerged([2, 4, 0, 3, 1].map { shards[$0] }, equals: run, "mixed")
  }

  @Test func rulesAtTheMotherFundMergeToo() async throws {
    let loaded = try TestScenario.short([
      "rules.evaluation": "yes", "rules.appropriation.budgets": "{2026: 1亿, 2028: 1亿}",
      "rules.tolerance": "{angel: 40%, sub_fund: 60%, first_review: 1y}",
    ])
    let run = try await TestRun(loaded, paths: 1100)
    let shards = try await folder.shards(1...3, of: 3, loaded, paths: 1100)
    try await expectMerged(shards, equals: run, "rules")
    #expect(
      try EvaluationEstimates(RunStore(path: folder.path("merged.sqlite"))).rows
        == EvaluationEstimates(run.store).rows)
  }

  /// The ends of the inputs' ranges are run once, with the first shard.
  @Test func rangesOfInputsAreThere() async throws {
    let loaded = try TestScenario.short()
    #expect(!loaded.scenario.ranges.isEmpty)
    let run = try await TestRun(loaded, paths: 600, withSensitivity: true)
    let shards = try await folder.shards(
      1...2, of: 2, loaded, paths: 600, withSensitivity: true)
    let rows = try shards.map { try RunStore(anyShare: $0).sensitivity().count }
    #expect(rows == [loaded.scenario.ranges.count * (Headline.all.count - 1), 0])
    try await expectMerged(shards.reversed(), equals: run, "with ranges")
  }

  @Test func otherGeneratorsMergeToo() async throws {
    let loaded = try TestScenario.short()
    let generator = try #require(Generator(named: "taus2"))
    let run = try await TestRun(loaded, paths: 700, generator: generator)
    let shards = try await folder.shards(
      1...2, of: 2, loaded, paths: 700, generator: generator)
    try await expectMerged(shards, equals: run, "taus2")
  }

  /// A remark in the file changes nothing; the run has the text that the first shard had.
  @Test func remarksMayDiffer() async throws {
    let text = "sub_funds: {one: {anchor: lake, commitment: 1亿}}\nanchors: {lake: {kind: town}}\n"
    let first = try await folder.shards(1...1, of: 2, TestScenario.load(text), paths: 600)
    let second = try await folder.shards(
      2...2, of: 2, TestScenario.load("# mine\n" + text), paths: 600)
    for shards in [first + second, second + first] {
      let path = folder.path("merged.sqlite")
      _ = try await ShardMerge(shards).write(to: path)
      #expect(try RunStore(path: path).provenance.scenarioSource == text)
    }
  }

  @Test func progressEndsWithAllPaths() async throws {
    let loaded = try TestScenario.short()
    let shards = try await folder.shards(1...2, of: 2, loaded, paths: 600)
    let merge = try ShardMerge(shards)
    #expect(merge.pathCount == 600)
    try await confirmation(expectedCount: 1) { isAtEnd in
      _ = try await merge.write(to: folder.path("merged.sqlite")) { if $0 == 600 { isAtEnd() } }
    }
  }

  @Test func anInterruptedMergeLeavesNothing() async throws {
    let shards = try await folder.shards(1...1, of: 1, TestScenario.short(), paths: 600)
    let before = try folder.names
    let merge = try ShardMerge(shards)
    let path = folder.path("merged.sqlite")
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await merge.write(to: path)
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try folder.names == before)
  }
}
