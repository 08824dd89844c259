import Foundation
import Reporting

/// Where results go; messages go to standard error.
enum StandardOutput {
  /// Writes a text, followed by a line break unless it ends with one.
  ///
  /// - Throws: `OutputError` if it cannot be written, which `print` would not tell.
  static func show(_ text: String) throws {
    // Bytes, as the "\r\n" of a table is one Character that is no "\n".
    let line = text.utf8.last == UInt8(ascii: "\n") ? text : text + "\n"
    do {
      try FileBytes.write(line, to: STDOUT_FILENO)
    } catch {
      throw OutputError(
        path: "standard output", problem: .notWritten, reason: error.reason,
        remedy: "make room where it goes")
    }
  }
}

extension TerminalInk {
  /// Colours on a terminal that knows them, unless NO_COLOR asks for none.
  static var ofStandardOutput: TerminalInk {
    let environment = ProcessInfo.processInfo.environment
    let terminal = environment["TERM"] ?? ""
    let isOn =
      isatty(STDOUT_FILENO) != 0 && (environment["NO_COLOR"] ?? "").isEmpty
      && !terminal.isEmpty && terminal != "dumb"
    return TerminalInk(isOn: isOn)
  }
}
