import Foundation
import Testing

/// What people see on terminals of their own kind and width.
@Suite(
  .enabled(
    if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"),
    "needs script to stand for a terminal"))
struct TerminalTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.writeShortPlan(to: "plan.yaml")
  }

  /// What a terminal of some columns gets while a run goes on for a while.
  private func screen(columns: Int, terminal: String, seconds: Int) throws -> String {
    let run =
      "stty cols \(columns); TERM=\(terminal) timeout -s INT \(seconds) $ANGELFOF run plan.yaml "
      + "--paths 5000000 --no-ranges --jobs 1"
    return try place.shell("script -qec '\(run)' /dev/null </dev/null").output
  }

  /// A line that is too wide is broken by the terminal, and drawing it again leaves a trail.
  @Test(arguments: [200, 80, 50, 30, 10]) func progressFitsTheTerminal(columns: Int) throws {
    let screen = try screen(columns: columns, terminal: "xterm", seconds: 2)
    let drawn = screen.split(separator: "\r\u{1B}[2K").dropFirst().dropLast()
    #expect(!drawn.isEmpty)
    #expect(drawn.allSatisfy { $0.contains("%") && displayWidth($0) < columns }, "\(drawn)")
    #expect(drawn.contains { $0.contains("of 5,000,000 paths") } == (columns >= 50))
    #expect(drawn.contains { $0.contains("░") } == (columns >= 80))
  }

  /// A terminal that knows no control sequences gets none: neither a bar nor colours.
  @Test func progressIsPlainOnADumbTerminal() throws {
    let screen = try screen(columns: 80, terminal: "dumb", seconds: 12)
    #expect(!screen.contains("\u{1B}"))
    #expect(!screen.contains("░"))
    #expect(screen.contains("of 5,000,000 paths, "))
  }
}
