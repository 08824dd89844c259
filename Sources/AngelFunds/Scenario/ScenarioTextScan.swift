/// Looks over YAML text before it is parsed, for what a parser punishes with an obscure message.
///
/// It follows mappings and lists only so far that it can tell a key from a value. Full-width
/// colons, tabs, keys that are named twice and texts that are not closed are reported with their
/// line and a remedy; nesting and anchors are limited, so that parsing stays cheap.
struct ScenarioTextScan {
  /// The most anchors (`&name`) of a file.
  static let maximumAnchors = 32

  /// A mapping or list that is open at the place reached.
  struct Level {
    /// Column of its keys or dashes; nil between brackets.
    let column: Int?
    let isList: Bool
    /// Where it starts.
    let line: Int
    var lines: [String: Int] = [:]
    var key = ""
    /// Where a value of `key` stands; nil before there is one.
    var valueLine: Int?
  }

  private(set) var issues: [InvalidScenario.Issue] = []
  /// The comments that stand behind something, by line.
  private(set) var comments: [Int: String] = [:]
  private let file: String
  private let bytes: [UInt8]
  var levels: [Level] = []
  var line = 1
  private var isStopped = false
  private var values = 0
  private var anchors = 0
  /// The last text that is no key, as far as a comma may have cut a number behind it.
  var lastText = ""
  /// Whether the line before ended inside a text without quotation marks.
  private var isTextOpen = false

  init(_ source: ScenarioText) {
    file = source.file
    bytes = Array(source.text.utf8)
  }

  /// Whether the place reached lies between brackets.
  var isInBrackets: Bool { levels.last.map { $0.column == nil } ?? false }

  /// Looks at every line; `issues` has the result.
  mutating func run() {
    for text in bytes.split(separator: 10, omittingEmptySubsequences: false) where !isStopped {
      scan(ScanLine(text))
      line += 1
    }
    guard !isStopped, isInBrackets, let open = levels.last else { return }
    (issues, line) = ([], open.line)
    report("opens a '\(open.isList ? "[" : "{")' that nothing closes")
  }

  /// Records a problem at the key reached, or at another line.
  mutating func report(_ problem: String, path: String = "", line: Int? = nil) {
    guard issues.count < 100 else { return }
    issues.append(.init(file: file, line: line ?? self.line, path: path, problem: problem))
  }

  /// What is said of a key that stands for the keys of another mapping.
  private static let mergeKey =
    "uses a merge key ('<<'), which YAML 1.2 has no more and this program does not read; write the "
    + "keys out, or make a variant with base and set"

  /// Records a problem after which the rest of the text cannot be understood.
  private mutating func stop(_ problem: String, path: String = "") {
    report(problem, path: path)
    isStopped = true
  }

  private mutating func scan(_ text: ScanLine) {
    var text = text
    if text.hasTabInIndentation { report("is indented with a tab; indent with spaces") }
    text.skipBlanks()
    guard !text.isAtEnd else { return }
    if text.skipDocumentMark() { (levels, isTextOpen) = ([], false) }
    if isTextOpen, isInBrackets || text.position > levels.last?.column ?? -1 {
      _ = text.takeText(inBrackets: isInBrackets)
      if !isInBrackets, text.isBeforeColon { reportKeysBelowValue() }
    }
    isTextOpen = false
    var isKeyPlace = true
    while !isStopped {
      text.skipBlanks()
      guard !text.isAtEnd else {
        comments[line] = text.comment
        return
      }
      scanToken(&text, &isKeyPlace)
    }
  }

  private mutating func scanToken(_ text: inout ScanLine, _ isKeyPlace: inout Bool) {
    let column = text.position
    switch text.current {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      open(at: nil, isList: text.current == UInt8(ascii: "["))
      text.advance()
      isKeyPlace = true
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      close(isList: text.current == UInt8(ascii: "]"))
      text.advance()
      isKeyPlace = false
      if text.isBeforeColon { stop("has a list or mapping as a key; a key must be a word") }
    case UInt8(ascii: ","):
      text.advance()
      isKeyPlace = true
    case UInt8(ascii: "-") where text.isBlankAfter && !isInBrackets:
      enterList(at: column)
      text.advance()
      isKeyPlace = true
    case UInt8(ascii: ":") where text.isBlankAfter || isInBrackets:
      text.advance()
      isKeyPlace = false
    case UInt8(ascii: "&"), UInt8(ascii: "*"):
      scanAnchor(&text)
    case UInt8(ascii: "?") where text.isBlankAfter:
      stop("starts a key with '?'; write 'key: value'")
    case UInt8(ascii: "!"):
      stop("uses a YAML tag ('!'); write the value alone, in quotes if it starts with '!'")
    case UInt8(ascii: "|") where !isInBrackets, UInt8(ascii: ">") where !isInBrackets:
      stop("starts a block of text; write the text on one line, in quotes")
    default:
      scanText(&text, isKeyPlace: &isKeyPlace)
    }
  }

  private mutating func scanAnchor(_ text: inout ScanLine) {
    if text.current == UInt8(ascii: "&") { anchors += 1 }
    let isAlias = text.current == UInt8(ascii: "*")
    if isAlias { noteValue() }
    text.skipName()
    if isAlias && text.isBeforeColon { stop("has an alias ('*') as a key; a key must be a word") }
    if anchors > Self.maximumAnchors { stop("has more than 32 anchors ('&')") }
  }

  private mutating func scanText(_ text: inout ScanLine, isKeyPlace: inout Bool) {
    let column = text.position
    values += 1
    guard values <= ScenarioTree.maximumValues else {
      return stop("expands to more than 200,000 values")
    }
    let isQuoted = text.isQuote
    guard let found = isQuoted ? text.takeQuoted() : text.takeText(inBrackets: isInBrackets) else {
      return stop("has a quotation mark without its partner on the same line")
    }
    if text.isBeforeColon {
      if found == "<<", !isQuoted { return stop(Self.mergeKey, path: currentPath) }
      if isKeyPlace || isInBrackets { enterKey(found, at: column) }
      (isKeyPlace, lastText) = (false, "")
    } else {
      let count = issues.count
      if isKeyPlace, !isQuoted { reportBadKey(found, at: column) }
      lastText = isQuoted ? "" : found
      noteValue()
      isTextOpen = !isQuoted && text.isAtEnd && issues.count == count
    }
  }

  private mutating func close(isList: Bool) {
    guard isInBrackets, let open = levels.popLast() else { return }
    noteValue(at: open.line)
    guard open.isList != isList else { return }
    stop(
      "closes with '\(isList ? "]" : "}")' what '\(isList ? "{" : "[")' opened on line \(open.line)"
    )
  }

  /// Opens a mapping or list, within the limit.
  mutating func open(at column: Int?, isList: Bool) {
    values += 1
    levels.append(Level(column: column, isList: isList, line: line))
    if levels.count > ScenarioTree.maximumDepth { stop("nests deeper than 64 levels") }
  }
}
