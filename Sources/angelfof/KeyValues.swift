/// The values of one key under which a scenario is compared: `rules=none,shenzhen_2018`.
struct KeyValues {
  let key: String
  /// At least two, as they would be written in a scenario file.
  let values: [String]

  /// Reads `key.path=value,value`; commas within brackets and quotation marks part nothing.
  ///
  /// - Returns: nil without a key, with fewer than two values, or with one that is empty.
  init?(argument: String) {
    guard let split = argument.firstIndex(of: "=") else { return nil }
    key = argument[..<split].trimmed
    values = Self.parts(argument[argument.index(after: split)...])
    guard !key.isEmpty, values.count > 1, !values.contains("") else { return nil }
  }

  private static func parts(_ text: Substring) -> [String] {
    var (parts, depth, quote) = ([""], 0, Character?.none)
    for character in text {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if "[{".contains(character) {
        depth += 1
      } else if "]}".contains(character) {
        depth -= 1
      } else if character == ",", depth == 0 {
        parts.append("")
        continue
      }
      parts[parts.count - 1].append(character)
    }
    return parts.map(\.trimmed)
  }
}

extension StringProtocol {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
