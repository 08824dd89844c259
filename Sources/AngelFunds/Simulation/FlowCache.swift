/// What is kept of vehicles' flows over one block of paths, for the next scenario that has the same.
///
/// Used by one worker at a time.
final class FlowCache {
  private struct Entry {
    let record: FlowRecord
    var lastUse: Int
  }

  private var entries: [Int: Entry] = [:]
  private var bytes = 0
  private var clock = 0
  private let capacity: Int

  /// - Parameter capacity: Bytes that may stay from one scenario to the next.
  init(capacity: Int) { self.capacity = capacity }

  /// The record of a vehicle's flows, if it is kept.
  func record(_ key: Int) -> FlowRecord? {
    clock += 1
    entries[key]?.lastUse = clock
    return entries[key]?.record
  }

  /// Keeps a record.
  func keep(_ record: FlowRecord, for key: Int) {
    clock += 1
    entries[key] = Entry(record: record, lastUse: clock)
    bytes += record.size
  }

  /// Lets go of what was not used for longest, until no more is kept than there is room for.
  func shrink() {
    guard bytes > capacity else { return }
    for (key, entry) in entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
      guard bytes > capacity else { return }
      entries[key] = nil
      bytes -= entry.record.size
    }
  }
}
