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
        path: "standard output", reason: error.reason, remedy: "make room where it goes",
        failure: .cannotWrite)
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

/// Writing to what is open already.
enum FileBytes {
  /// Why the system refused.
  struct Refusal: Error {
    let reason = String(cString: strerror(errno)).lowercased()
  }

  /// Writes all of a text.
  static func write(_ text: String, to file: Int32) throws(Refusal) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Refusal() }
      bytes = bytes.dropFirst(count)
    }
  }
}
