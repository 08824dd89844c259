import Foundation
import Reporting
import Synchronization

/// How far a run is: one line of a terminal that is drawn again and again, now and then a plain line
/// on a terminal that cannot do that, and nothing where standard error is no terminal.
final class ProgressLine: Sendable {
  private enum Kind {
    case silent
    case plain
    case redrawn
  }

  private let total: Int
  private let unit: String
  private let kind: Kind
  private let start = ContinuousClock.now
  private let lastShown = Mutex<ContinuousClock.Instant?>(nil)

  /// Whether the line is where messages would go.
  var isRedrawn: Bool { kind == .redrawn }

  /// - Parameter unit: What is counted.
  init(total: Int, unit: String = "paths") {
    self.total = max(total, 1)
    self.unit = unit
    let terminal = ProcessInfo.processInfo.environment["TERM"] ?? ""
    kind =
      isatty(STDERR_FILENO) == 0
      ? .silent : terminal.isEmpty || terminal == "dumb" ? .plain : .redrawn
  }

  /// Shows that `done` of them are simulated; at most ten times a second, and plain lines every ten
  /// seconds.
  func show(_ done: Int) {
    switch kind {
    case .silent: return
    case .plain:
      guard isDue(after: .seconds(10), or: false) else { return }
      write(texts(done)[1] + "\n")
    case .redrawn:
      guard isDue(after: .milliseconds(100), or: done >= total) else { return }
      let width = Self.width
      let text = texts(done).first { $0.count < width } ?? ""
      write("\r\u{1B}[2K\(text)")
    }
  }

  /// Removes the line.
  func clear() {
    if isRedrawn, lastShown.withLock({ $0 != nil }) { write("\r\u{1B}[2K") }
  }

  private func isDue(after pause: Duration, or isLast: Bool) -> Bool {
    let now = ContinuousClock.now
    return lastShown.withLock { last in
      let before = last ?? (kind == .plain ? start : now - pause)
      guard now - before >= pause || isLast else { return false }
      last = now
      return true
    }
  }

  /// The line in full, and shorter ones for terminals that have no room for it.
  private func texts(_ done: Int) -> [String] {
    let share = min(Double(done) / Double(total), 1)
    let elapsed = Double((ContinuousClock.now - start).components.seconds) + 0.5
    let left = "\(Int((elapsed / max(share, 1e-9) * (1 - share)).rounded())) s left"
    let percent = "\(Int(100 * share))%"
    let count = "\(percent)  \(NumberText.grouped(done)) of \(NumberText.grouped(total)) \(unit)"
    let bar = String(repeating: "█", count: Int(20 * share))
    let room = String(repeating: "░", count: 20 - bar.count)
    return ["\(bar)\(room) \(count), \(left)", "\(count), \(left)", "\(percent), \(left)", percent]
  }

  /// Columns of the terminal as it is now; people change it.
  private static var width: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
