import Foundation
import GRDB
import Stochastics
import Testing

@testable import AngelFunds

/// A run's file is the same bytes on any number of cores.
///
/// Rows went in as blocks were finished: of six runs of 8,000 paths on two workers, each made
/// another file, though all tables were equal when put in order.
@Suite struct BlockOrderTests {
  @Test func anyNumberOfWorkersMakesTheSameFile() async throws {
    let loaded = try TestScenario.short()
    let files = try await [1, 2, 4].asyncMap { jobs in
      let run = try await TestRun(loaded, paths: 2300, jobs: jobs)
      return try Data(contentsOf: URL(filePath: run.path))
    }
    #expect(files.allSatisfy { $0 == files[0] })
  }

  @Test func mergedShardsAreTheFileOfTheRun() async throws {
    let (loaded, folder) = (try TestScenario.short(), try ShardFolder())
    let run = try await TestRun(loaded, paths: 1700)
    let whole = try Data(contentsOf: URL(filePath: run.path))
    for count in [1, 3] {
      let shards = try await folder.shards(1...count, of: count, loaded, paths: 1700)
      let path = folder.path("merged.sqlite")
      _ = try await ShardMerge(shards.reversed()).write(to: path)
      #expect(try Data(contentsOf: URL(filePath: path)) == whole, "\(count)")
    }
  }

  /// Blocks that come last first are written first to last, and few are kept.
  @Test func blocksAreWrittenInTheirOrder() async throws {
    let (folder, count) = (try ShardFolder(), BlockOrder.room + 9)
    let path = folder.path("run.sqlite")
    let collector = try collector(path, blocks: count)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for block in (0..<count).reversed() {
        group.addTask { try await collector.add(result(block)) }
      }
      try await group.waitForAll()
    }
    try await collector.complete(histograms: nil, sensitivity: [])
    try await collector.finishShard()
    let order = try await DatabaseQueue(path: path).read { db in
      try Int.fetchAll(db, sql: "SELECT block FROM figure WHERE metric = 0 ORDER BY rowid")
    }
    #expect(order == Array(0..<count))
  }

  /// Who waits for a block that never comes ends when the run does.
  @Test func whoWaitsCanBeInterrupted() async throws {
    let folder = try ShardFolder()
    let collector = try collector(folder.path("run.sqlite"), blocks: 100)
    let task = Task { try await collector.add(result(BlockOrder.room)) }
    try await Task.sleep(for: .milliseconds(50))
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    await collector.discard()
  }

  private func collector(_ path: String, blocks: Int) throws -> RunCollector {
    let loaded = try TestScenario.short()
    let paths = blocks * BlockPlan.blockSize
    let provenance = Provenance(
      scenarioName: loaded.name, scenarioSource: "", changes: [],
      scenarioResolved: loaded.resolved, assumptions: [], scenario: loaded.scenario, seed: 1,
      generator: Generator.philox.name, paths: paths, programVersion: programVersion,
      gslVersion: Generator.gslVersion, shard: nil)
    return try RunCollector(
      path: path, provenance: provenance,
      columns: Array(loaded.scenario.metricColumns.prefix(2)), plan: BlockPlan(paths: paths)
    ) { _ in }
  }

  private func result(_ block: Int) -> BlockResult {
    BlockResult(
      block: block, paths: BlockPlan.blockSize,
      figures: [Double](repeating: Double(block), count: 2 * BlockPlan.blockSize), moments: nil,
      netFlows: nil)
  }
}

extension Sequence {
  fileprivate func asyncMap<Value>(_ body: (Element) async throws -> Value) async rethrows
    -> [Value]
  {
    var values: [Value] = []
    for element in self { values.append(try await body(element)) }
    return values
  }
}
