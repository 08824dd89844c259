/// A change of one key of a scenario: `sub_funds.songshan_lake_1.commitment=3亿`.
public struct KeyOverride: Hashable, Sendable {
  /// Where the key stands, with full stops between its parts.
  public let path: String
  /// The new value as it would be written in a scenario file.
  ///
  /// A text that starts with `[`, `{` or a quotation mark is read as YAML; any other text is the
  /// value itself.
  public let value: String

  /// Makes an override.
  public init(path: String, value: String) {
    self.path = path
    self.value = value
  }

  /// Reads `key.path=value`, or returns nil where there is no `=` or nothing before it.
  public init?(argument: String) {
    guard let split = argument.firstIndex(of: "=") else { return nil }
    let path = trimmed(argument[..<split])
    guard !path.isEmpty else { return nil }
    self.init(path: path, value: trimmed(argument[argument.index(after: split)...]))
  }
}

extension KeyOverride: CustomStringConvertible {
  /// As on the command line: `terms.carry=15%`.
  public var description: String { "\(path)=\(value)" }
}
