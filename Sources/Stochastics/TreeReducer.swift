/// Merges values of blocks along a fixed binary tree over block numbers.
///
/// Values may arrive in any order. Node i of level k covers blocks i·2ᵏ ..< (i + 1)·2ᵏ and is merged
/// as soon as both halves are there, the earlier one first; so the result has the same bits
/// whatever the order, and few values wait at a time.
public struct TreeReducer<Value: Sendable>: Sendable {
  private struct Node: Hashable {
    let level: Int
    let index: Int
  }

  private var waiting: [Node: Value] = [:]
  private let merge: @Sendable (Value, Value) -> Value

  /// - Parameter merge: Takes the earlier blocks' value first.
  public init(_ merge: @escaping @Sendable (Value, Value) -> Value) { self.merge = merge }

  /// Takes the value of one block; each block comes once.
  public mutating func add(_ value: Value, block: Int) {
    add(value, firstBlock: block, blockCount: 1)
  }

  /// Takes one of another reducer's nodes, so that parts of a run merge into the same bits as a
  /// run in one go.
  ///
  /// - Precondition: `blockCount` is a power of two and divides `firstBlock`, as in `nodes()`.
  public mutating func add(_ value: Value, firstBlock: Int, blockCount: Int) {
    precondition(blockCount.nonzeroBitCount == 1 && firstBlock.isMultiple(of: blockCount))
    let level = blockCount.trailingZeroBitCount
    var node = Node(level: level, index: firstBlock >> level)
    var value = value
    while let sibling = waiting.removeValue(forKey: Node(level: node.level, index: node.index ^ 1))
    {
      value = node.index.isMultiple(of: 2) ? merge(value, sibling) : merge(sibling, value)
      node = Node(level: node.level + 1, index: node.index / 2)
    }
    waiting[node] = value
  }

  /// The merged runs of blocks that have no sibling, in the order of blocks.
  public func nodes() -> [(firstBlock: Int, blockCount: Int, value: Value)] {
    waiting.map { ($0.index << $0.level, 1 << $0.level, $1) }
      .sorted { $0.0 < $1.0 }
  }

  /// Everything merged, in the order of blocks; nil if nothing was added.
  public func reduced() -> Value? {
    nodes().reduce(nil) { total, node in total.map { merge($0, node.value) } ?? node.value }
  }
}
