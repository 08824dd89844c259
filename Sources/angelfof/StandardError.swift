import AngelFunds
import Foundation

/// What people are told beside results.
enum StandardError {
  /// Prints one line, whatever `message` quotes.
  static func show(_ message: String) {
    FileHandle.standardError.write(Data((shown(message) + "\n").utf8))
  }
}
