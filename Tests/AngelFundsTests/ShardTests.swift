import Testing

@testable import AngelFunds

@Suite struct ShardTests {
  @Test(arguments: [
    "", "/", "1", "0/1", "2/1", "1/0", "1/1001", "-1/2", "+1/2", "1/2/3", "1 /2", "1/2 ", "a/b",
    "１/２", "1.0/2", "99999999999999999999/99999999999999999999",
  ])
  func othersAreNoShard(text: String) { #expect(Shard(text) == nil) }

  @Test func isReadAndWritten() throws {
    let shard = try #require(Shard("2/1000"))
    #expect(shard == Shard(number: 2, count: 1000))
    #expect("\(shard)" == "2/1000")
    #expect(shard.fileName == "shard_2_of_1000.sqlite")
    #expect(Shard(fileName: shard.fileName) == shard)
    for name in [
      "run.sqlite", "shard_3_of_2.sqlite", "shard_1_of_2.sqlite-journal", "shard_1_of_2",
    ] {
      #expect(Shard(fileName: name) == nil, "\(name)")
    }
  }

  /// Every block once, in order; sizes differ by one block at most, and none is empty.
  @Test(arguments: [2, 500, 501, 1700, 20_000, 499_999], [1, 2, 3, 7, 39, 1000])
  func sharesAreEvenAndComplete(paths: Int, count: Int) throws {
    guard count <= Shard.largestCount(paths: paths) else { return }
    let plan = BlockPlan(paths: paths)
    let shards = try (1...count).map { try #require(Shard(number: $0, count: count)) }
    let blocks = shards.map { $0.blocks(of: plan) }
    #expect(blocks.flatMap { $0 } == Array(0..<plan.count))
    let sizes = blocks.map(\.count)
    let (least, most) = (try #require(sizes.min()), try #require(sizes.max()))
    #expect(least >= 1 && most - least <= 1)
    #expect(shards.reduce(0) { $0 + $1.pathCount(of: paths) } == paths)
  }

  @Test func aRunHasAtMostAsManyShardsAsBlocks() {
    #expect(Shard.largestCount(paths: 2) == 1)
    #expect(Shard.largestCount(paths: 1700) == 4)
    #expect(Shard.largestCount(paths: 100_000_000) == 1000)
  }
}
