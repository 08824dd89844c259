/// A file that cannot be read.
package struct InputError: Error, CustomStringConvertible {
  /// The file, as it was named.
  package let path: String
  /// Why, and what to do.
  package let reason: String
  /// Whether there is nothing of that name.
  package let isMissing: Bool

  /// Makes an error.
  package init(path: String, reason: String, isMissing: Bool = false) {
    (self.path, self.reason, self.isMissing) = (path, reason, isMissing)
  }

  /// As on standard error.
  package var description: String { "\(shown(path)): cannot be read: \(reason)" }

  /// Why a file that another one names cannot be read, after "cannot be read"; nothing where it is
  /// just not there.
  static func reason(_ error: any Error) -> String {
    guard let error = error as? InputError, !error.isMissing else { return "" }
    return ": \(error.reason)"
  }
}
