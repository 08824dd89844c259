internal import Dispatch
internal import Foundation

extension SweepDrafts {
  /// How many cells are tried before somebody may interrupt.
  private static let atATime = 256

  /// Every cell, tried on the base, some at a time on all cores.
  ///
  /// - Throws: `CancellationError` if the task is cancelled.
  func tried(on base: LoadedScenario, known: ReadingTrial) throws(CancellationError) -> [SweepCell]
  {
    var tried: [SweepCell] = []
    tried.reserveCapacity(cells.count)
    while tried.count < cells.count {
      guard !Task.isCancelled else { throw CancellationError() }
      let part = cells[tried.count..<min(tried.count + Self.atATime, cells.count)]
      tried += Self.onAllCores(part) { [columns] in
        SweepCell($0, columns: columns, base: base, known: known)
      }
    }
    return tried
  }

  /// What `body` makes of each member, in their order.
  private static func onAllCores<Value>(
    _ drafts: ArraySlice<CellDraft>, _ body: @escaping @Sendable (CellDraft) -> Value
  ) -> [Value] {
    let workers = min(ProcessInfo.processInfo.activeProcessorCount, drafts.count)
    return [Value](unsafeUninitializedCapacity: drafts.count) { buffer, count in
      // Each worker writes places of its own.
      nonisolated(unsafe) let places = buffer
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        for place in stride(from: worker, to: drafts.count, by: workers) {
          places.initializeElement(at: place, to: body(drafts[drafts.startIndex + place]))
        }
      }
      count = drafts.count
    }
  }
}
