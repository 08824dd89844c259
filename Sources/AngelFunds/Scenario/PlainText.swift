/// `text` without blanks at its ends.
func trimmed(_ text: some StringProtocol) -> String {
  let blanks: Set<Character> = [" ", "\t"]
  let start = text.firstIndex { !blanks.contains($0) } ?? text.endIndex
  guard let last = text.lastIndex(where: { !blanks.contains($0) }) else { return "" }
  return String(text[start...last])
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
