internal import CAssets

/// Files that are a part of the program.
enum Assets {
  /// The text of a file.
  ///
  /// A name that is not embedded is a mistake in the program.
  static func text(_ name: String) -> String {
    guard let position = names.firstIndex(of: name) else {
      preconditionFailure("\(name) is not embedded")
    }
    var length = 0
    let bytes = cassets_bytes(position, &length)
    return String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
  }

  private static let names = (0..<cassets_count()).map { String(cString: cassets_name($0)) }
}
