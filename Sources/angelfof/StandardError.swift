import Foundation

/// What people are told beside results.
enum StandardError {
  /// Prints a line.
  static func show(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
  }
}
