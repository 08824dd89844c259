/// `text` without blanks at its ends.
func trimmed(_ text: some StringProtocol) -> String {
  let blanks: Set<Character> = [" ", "\t"]
  let start = text.firstIndex { !blanks.contains($0) } ?? text.endIndex
  guard let last = text.lastIndex(where: { !blanks.contains($0) }) else { return "" }
  return String(text[start...last])
}

/// `text` as it can be shown on a screen: on one line, with what moves the cursor, changes colours or
/// turns the line round written as an escape, such as `\u{1B}`.
///
/// Whatever a message quotes goes through here: a text from outside forges no line and sends a
/// terminal no command.
package func shown(_ text: some StringProtocol) -> String {
  guard text.unicodeScalars.contains(where: isHidden) else { return String(text) }
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case let scalar where isHidden(scalar):
      result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    case let scalar: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20...0x7E: false
  case 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
  default: scalar.properties.generalCategory == .control
  }
}

/// `text`, cut where it would make a message too long.
func clipped(_ text: String) -> String {
  text.count > 60 ? text.prefix(57) + "…" : text
}

/// `text` with every full-width digit, letter and sign as the half-width one.
func halfWidth(_ text: String) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.map(halfWidth)))
}

private func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  case 0x3000: " "
  case 0x3002: "."
  default: scalar
  }
}

/// The first character of `text` that has a half-width form.
func firstFullWidth(in text: String) -> Character? {
  text.first { halfWidth(String($0)) != String($0) }
}
