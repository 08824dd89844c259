/// Lets finished blocks through in the order of their numbers, however they come.
///
/// Few blocks wait at a time: who is too far ahead waits for the slowest, which never waits.
struct BlockOrder {
  /// How many blocks ahead of the next one may be kept here.
  static let room = 16

  /// The block that comes next.
  private(set) var next: Int
  private var early: [Int: BlockResult] = [:]
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// - Parameter first: The number of the first block.
  init(first: Int) { next = first }

  /// Whether there is room for a block.
  func hasRoom(for block: Int) -> Bool { block < next + Self.room }

  /// Keeps a block until its turn has come.
  mutating func add(_ result: BlockResult) { early[result.block] = result }

  /// The block whose turn it is; nil if it is not there yet.
  mutating func removeNext() -> BlockResult? {
    guard let result = early.removeValue(forKey: next) else { return nil }
    next += 1
    return result
  }

  /// Keeps somebody who waits for room.
  mutating func keep(_ continuation: CheckedContinuation<Void, Never>) {
    waiting.append(continuation)
  }

  /// Has all who wait look again.
  mutating func wake() {
    for continuation in waiting { continuation.resume() }
    waiting = []
  }
}
