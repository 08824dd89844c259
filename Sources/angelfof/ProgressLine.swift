import Foundation
import Reporting
import Synchronization

/// How far a run is, on one line of a terminal; silent where standard error is none.
final class ProgressLine: Sendable {
  private let total: Int
  private let unit: String
  let isTerminal: Bool
  private let start = ContinuousClock.now
  private let lastShown = Mutex<ContinuousClock.Instant?>(nil)

  /// - Parameter unit: What is counted.
  init(total: Int, unit: String = "paths") {
    self.total = max(total, 1)
    self.unit = unit
    isTerminal = isatty(2) != 0
  }

  /// Shows that `done` of them are simulated; at most ten times a second.
  func show(_ done: Int) {
    guard isTerminal else { return }
    let now = ContinuousClock.now
    let isDue = lastShown.withLock { last in
      if let last, now - last < .milliseconds(100), done < total { return false }
      last = now
      return true
    }
    guard isDue else { return }
    let share = Double(done) / Double(total)
    let elapsed = Double((now - start).components.seconds) + 0.5
    let left = Int((elapsed / max(share, 1e-9) * (1 - share)).rounded())
    let bar = String(repeating: "█", count: Int(20 * share))
    let room = String(repeating: "░", count: 20 - bar.count)
    write(
      "\r\(bar)\(room) \(Int(100 * share))%  \(NumberText.grouped(done)) of "
        + "\(NumberText.grouped(total)) \(unit), \(left) s left ")
  }

  /// Removes the line.
  func clear() {
    if isTerminal { write("\r\u{1B}[2K") }
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
