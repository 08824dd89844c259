import AngelFunds
import Foundation
import Reporting
import Synchronization

/// How far a sweep is: one line on a terminal, else a line a cell; bad cells in either case.
final class CellProgress: Sendable {
  private struct State {
    var line: ProgressLine?
    var before = 0
    var done = 0
    var total = 0
  }

  private let state = Mutex(State())
  private let isResuming: Bool

  /// Cells that need nothing more.
  var done: Int { state.withLock { $0.done } }
  /// Cells that are to be simulated.
  var total: Int { state.withLock { $0.total } }

  init(plan: SweepPlan, isResuming: Bool) {
    self.isResuming = isResuming
    for cell in plan.cells {
      if case .invalid(let why) = cell.legality { Self.say("cell \(cell.id): invalid: \(why)") }
    }
  }

  func show(_ progress: SweepRequest.Progress) {
    let line = state.withLock { state in
      (state.done, state.total) = (progress.done, progress.total)
      if state.line == nil {
        state.before = progress.done
        state.line = ProgressLine(total: progress.total - progress.done, unit: "cells")
      }
      return state.line
    }
    guard let cell = progress.cell else {
      if isResuming, progress.done > 0 {
        Self.say("\(progress.done) of \(progress.total) cells are done already.")
      }
      return
    }
    let problem = cell.message.isEmpty ? "" : ": \(cell.message)"
    if let line, line.isRedrawn {
      if cell.status != .done {
        line.clear()
        Self.say("cell \(cell.id): \(cell.status.rawValue)\(problem)")
      }
      line.show(progress.done - state.withLock { $0.before })
    } else {
      let seconds = NumberText.fixed(cell.seconds, decimals: 2)
      Self.say(
        "\(progress.done) of \(progress.total): cell \(cell.id): \(cell.status.rawValue) in "
          + "\(seconds) s\(problem)")
    }
  }

  /// Removes the line.
  func clear() { state.withLock { $0.line }?.clear() }

  private static func say(_ message: String) { StandardError.show(message) }
}
