import Stochastics
import Testing

@Suite struct TreeReducerTests {
  private func reducer<Value: Sendable>(
    of values: [Value], in order: [Int], _ merge: @escaping @Sendable (Value, Value) -> Value
  ) -> TreeReducer<Value> {
    order.reduce(into: TreeReducer(merge)) { $0.add(values[$1], block: $1) }
  }

  /// Fisher and Yates's shuffle.
  private func shuffled(_ count: Int, seed: UInt64) throws -> [Int] {
    var order = Array(0..<count)
    for (index, value) in try uniforms(count, seed: seed).enumerated().dropFirst() {
      order.swapAt(index, Int(value * Double(index + 1)))
    }
    return order
  }

  /// Sums of these values differ in their last bits with the order of the additions.
  @Test(arguments: [1, 2, 7, 64, 100])
  func anyOrderOfArrivalGivesTheSameBits(count: Int) throws {
    let values = try normals(count, seed: 3).enumerated().map {
      $1 * ($0.isMultiple(of: 3) ? 1e9 : 1)
    }
    let expected = try #require(reducer(of: values, in: Array(0..<count), +).reduced())
    for seed in 0..<20 as Range<UInt64> {
      let order = try shuffled(count, seed: seed)
      #expect(reducer(of: values, in: order, +).reduced() == expected)
    }
    if count == 100 {
      let sums = try (0..<20 as Range<UInt64>).map { seed in
        try shuffled(count, seed: seed).reduce(0) { $0 + values[$1] }
      }
      #expect(Set(sums).count > 1, "plain sums in order of arrival do differ")
    }
  }

  @Test(arguments: [0, 1, 6, 32, 45])
  func mergesInTheOrderOfBlocks(count: Int) throws {
    let order = try shuffled(count, seed: 8)
    let reducer = reducer(of: (0..<count).map { [$0] }, in: order, +)
    #expect(reducer.reduced() == (count == 0 ? nil : Array(0..<count)))
  }

  @Test(arguments: [0, 1, 6, 32, 45])
  func nodesCoverEveryBlockOnceAndAreFew(count: Int) throws {
    let order = try shuffled(count, seed: 9)
    let nodes = reducer(of: (0..<count).map { [$0] }, in: order, +).nodes()
    #expect(nodes.flatMap { $0.firstBlock..<($0.firstBlock + $0.blockCount) } == Array(0..<count))
    #expect(nodes.flatMap(\.value) == Array(0..<count))
    #expect(nodes.count == count.nonzeroBitCount)
  }

  /// Shards of a run, each reduced by itself, and their nodes put together in either order.
  @Test(arguments: [1, 32, 37, 64, 99])
  func shardsMergeIntoTheBitsOfOneRun(border: Int) throws {
    let values = try normals(100, seed: 3).enumerated().map {
      $1 * ($0.isMultiple(of: 3) ? 1e9 : 1)
    }
    let whole = reducer(of: values, in: Array(0..<100), +)
    let shards = [Array(0..<border), Array(border..<100)].map { reducer(of: values, in: $0, +) }
    for order in [shards, shards.reversed()] {
      var merged = TreeReducer<Double>(+)
      for node in order.flatMap({ $0.nodes() }) {
        merged.add(node.value, firstBlock: node.firstBlock, blockCount: node.blockCount)
      }
      #expect(merged.reduced() == whole.reduced())
      #expect(merged.nodes().map(\.value) == whole.nodes().map(\.value))
    }
  }

  /// Blocks 0, 1, 2 and 4 to 7 of a run whose block 3 is missing.
  @Test func blocksMayBeMissing() {
    let nodes = reducer(of: Array(0..<8), in: [6, 2, 0, 7, 5, 1, 4], +).nodes()
    #expect(nodes.map(\.firstBlock) == [0, 2, 4])
    #expect(nodes.map(\.blockCount) == [2, 1, 4])
    #expect(nodes.map(\.value) == [1, 2, 22])
  }
}
