/// A JSON value whose members keep their order.
indirect enum JSONText {
  case string(String)
  /// A number as it is to be written.
  case number(String)
  case bool(Bool)
  case array([JSONText])
  case object([(String, JSONText)])

  /// A list of strings.
  static func strings(_ texts: [String]) -> JSONText { .array(texts.map(JSONText.string)) }

  /// The value on several lines, indented by two spaces a level.
  var pretty: String { pretty(indent: "") }

  private func pretty(indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .string(let text): return Self.quoted(text)
    case .number(let text): return text
    case .bool(let value): return value ? "true" : "false"
    case .array(let items):
      guard !items.isEmpty else { return "[]" }
      guard !items.allSatisfy(\.isShort) else {
        return "[" + items.map { $0.pretty(indent: "") }.joined(separator: ", ") + "]"
      }
      return Self.block(items.map { inner + $0.pretty(indent: inner) }, "[]", indent)
    case .object(let members):
      guard !members.isEmpty else { return "{}" }
      let lines = members.map { "\(inner)\(Self.quoted($0)): \($1.pretty(indent: inner))" }
      return Self.block(lines, "{}", indent)
    }
  }

  private var isShort: Bool {
    switch self {
    case .string, .number, .bool: true
    case .array, .object: false
    }
  }

  private static func block(_ lines: [String], _ brackets: String, _ indent: String) -> String {
    "\(brackets.prefix(1))\n\(lines.joined(separator: ",\n"))\n\(indent)\(brackets.suffix(1))"
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
