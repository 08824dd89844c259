import AngelFunds
import Foundation

/// What people are told beside results.
enum StandardError {
  /// Prints one line, whatever `message` quotes.
  static func show(_ message: String) { show(lines: [message]) }

  /// Prints lines, whatever each of them quotes.
  static func show(lines: [String]) {
    let text = lines.map { shown($0) + "\n" }.joined()
    FileHandle.standardError.write(Data(text.utf8))
  }
}
