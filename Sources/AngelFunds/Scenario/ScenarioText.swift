/// The text of a scenario file, decoded, with line feeds only at the ends of lines.
struct ScenarioText {
  /// The largest file that is read, in bytes.
  static let maximumSize = 1 << 20

  let file: String
  let text: String

  /// Decodes UTF-8, with or without a byte-order mark and whatever the ends of lines are.
  ///
  /// - Throws: `InvalidScenario` that names the encoding found instead.
  init(_ bytes: [UInt8], file: String) throws(InvalidScenario) {
    guard bytes.count <= Self.maximumSize else {
      throw InvalidScenario(
        file: file, "is \(bytes.count) bytes long; a scenario has at most 1 MiB (1,048,576 bytes)")
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: content, as: UTF8.self), !content.contains(0) else {
      let found = Self.foreignEncoding(of: Array(content))
      throw InvalidScenario(file: file, found.problem, line: found.line)
    }
    self.file = file
    self.text = Self.withPlainLineEnds(text)
    if let (line, scalar) = Self.firstForbidden(in: self.text) {
      let code = String(scalar.value, radix: 16, uppercase: true)
      let name = String(repeating: "0", count: max(0, 4 - code.count)) + code
      throw InvalidScenario(
        file: file, "contains the invisible character U+\(name); delete it", line: line)
    }
  }

  private static func withPlainLineEnds(_ text: String) -> String {
    guard text.utf8.contains(13) else { return text }
    var bytes: [UInt8] = []
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == 13 {
        bytes.append(10)
      } else if byte != 10 || previous != 13 {
        bytes.append(byte)
      }
      previous = byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The first character that YAML does not allow, or takes for the end of a line.
  private static func firstForbidden(in text: String) -> (line: Int, scalar: Unicode.Scalar)? {
    var line = 1
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 10: line += 1
      case 9, 32...126, 0xA0...0x2027, 0x202A...0xFEFE, 0xFF00...0xFFFD, 0x10000...: continue
      default: return (line, scalar)
      }
    }
    return nil
  }

  private static func foreignEncoding(of bytes: [UInt8]) -> (problem: String, line: Int?) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || isWide(bytes) {
      return ("is encoded in UTF-16; save it as UTF-8", nil)
    }
    if bytes.contains(0) {
      return ("is a binary file, not a YAML text; name a scenario file, such as my_plan.yaml", nil)
    }
    if isGBK(bytes) { return ("is encoded in GBK; save it as UTF-8", nil) }
    return ("is not valid UTF-8; save it as UTF-8", firstBadLine(of: bytes))
  }

  /// Whether every other byte of the first kilobyte is nearly always zero.
  private static func isWide(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(1024)
    guard start.count >= 4, bytes.count.isMultiple(of: 2) else { return false }
    let zeros = [0, 1].map { parity in
      start.indices.filter { $0 % 2 == parity && start[$0] == 0 }.count
    }
    let half = start.count / 2
    let (few, many) = (min(zeros[0], zeros[1]), max(zeros[0], zeros[1]))
    return many * 3 > half && few * 20 < half
  }

  /// Whether all bytes are ASCII, or pairs (fours in GB18030) as GBK has them.
  private static func isGBK(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      guard (0x81...0xFE).contains(bytes[index]), index + 1 < bytes.count else { return false }
      let trail = bytes[index + 1]
      guard (0x30...0x39).contains(trail) || (0x40...0xFE).contains(trail) && trail != 0x7F else {
        return false
      }
      index += trail <= 0x39 ? 4 : 2
    }
    return index == bytes.count
  }

  private static func firstBadLine(of bytes: [UInt8]) -> Int? {
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
  }
}

extension InvalidScenario {
  /// One problem of a file as a whole, or of one line of it.
  init(file: String, _ problem: String, line: Int? = nil, path: String = "") {
    self.init(issues: [Issue(file: file, line: line, path: path, problem: problem)])
  }
}
