import AngelFunds
internal import CTerminal
internal import Foundation

/// Text in columns on a terminal, aligned by what each character takes there.
struct TextTable {
  enum Alignment {
    case left
    case right
  }

  typealias Columns = [(width: Int, alignment: Alignment)]

  private let columns: Columns
  private let isFitted: Bool
  private var rows: [[String]] = []
  /// Which rows are a name and one text for all other columns.
  private var spanning: Set<Int> = []
  private var stresses: [Int: [TerminalInk.Stress?]] = [:]
  private let ink: TerminalInk

  /// - Parameter isFitted: Whether columns of numbers may grow at the cost of others where they do
  ///   not hold theirs.
  init(_ columns: Columns, isFitted: Bool = false, ink: TerminalInk = .none) {
    self.ink = ink
    self.columns = columns
    self.isFitted = isFitted
  }

  /// Adds a row; a cell too wide for its column, a space before it included, ends in an ellipsis.
  ///
  /// - Parameter stresses: What stands out, cell by cell; cells behind its end do not.
  mutating func add(_ cells: [String], stresses: [TerminalInk.Stress?] = []) {
    self.stresses[rows.count] = stresses
    rows.append(cells.map(Self.printable))
  }

  /// Adds a row of headings.
  mutating func addHeadings(_ cells: [String]) {
    add(cells, stresses: cells.map { _ in .heading })
  }

  /// Adds a row of a name and a text at the right of the table.
  mutating func add(_ name: String, spanning text: String) {
    spanning.insert(rows.count)
    add([name, text])
  }

  /// The rows as text.
  var lines: [String] {
    var (rows, widths, broken) = (rows, columns.map(\.width), Set<Int>())
    if isFitted {
      let fitted = FittedRows(rows, columns: columns, spanning: spanning)
      (rows, widths, broken) = (fitted.rows, fitted.widths, fitted.broken)
    }
    let wide = widths.isEmpty ? [] : [widths[0], widths.dropFirst().reduce(0, +)]
    return rows.indices.flatMap { row in
      broken.contains(row)
        ? Self.broken(rows[row])
        : [line(rows[row], widths: spanning.contains(row) ? wide : widths, stresses[row] ?? [])]
    }
  }

  /// A row over as many lines as its cells need, at the right of the screen.
  private static func broken(_ cells: [String]) -> [String] {
    let screen = 80
    var lines: [String] = []
    var (name, end) = (cells.first ?? "", "")
    func finish() {
      let room = max(0, screen - width(name) - width(end))
      lines.append(end.isEmpty ? name : name + String(repeating: " ", count: room) + end)
      (name, end) = ("", "")
    }
    for cell in cells.dropFirst() where !cell.isEmpty {
      let longer = end.isEmpty ? cell : "\(end)  \(cell)"
      if width(name) + 1 + width(longer) > screen, !name.isEmpty || !end.isEmpty {
        finish()
        end = cell
      } else {
        end = longer
      }
    }
    finish()
    return lines
  }

  private func line(
    _ cells: [String], widths: [Int], _ stresses: [TerminalInk.Stress?]
  ) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() where index < widths.count {
      let text = Self.cut(cell, to: widths[index] - (index == 0 ? 0 : 1))
      let isLeft = columns[index].alignment == .left
      let room = String(repeating: " ", count: max(0, widths[index] - Self.width(text)))
      // The end of a line has no room behind it.
      let isLast = cells[(index + 1)...].allSatisfy(\.isEmpty)
      let shown = ink.text(text, index < stresses.count ? stresses[index] : nil)
      line += isLeft ? shown + (isLast ? "" : room) : room + shown
      if isLast { break }
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }

  /// `text` with what would move the cursor, change colours or turn the line round escaped.
  ///
  /// Marks that keep a name's direction to itself, which pages need, are left out.
  static func printable(_ text: String) -> String {
    shown(String(text.unicodeScalars.filter { !(0x2068...0x2069).contains($0.value) }))
  }

  /// Columns that a text takes; two for a Chinese character.
  static func width(_ text: String) -> Int {
    _ = prepareLocale
    return text.unicodeScalars.reduce(0) { $0 + max(0, Int(cterminal_width($1.value))) }
  }

  static func cut(_ text: String, to width: Int) -> String {
    guard self.width(text) > width else { return text }
    var result = ""
    for character in text {
      guard self.width(result) + self.width(String(character)) < width else { break }
      result.append(character)
    }
    return result + "…"
  }

  /// Widths are those of UTF-8, whatever the environment says.
  private static let prepareLocale: Void = { _ = setlocale(LC_CTYPE, "C.UTF-8") }()
}
