import AngelFunds

/// Where files are, and what each is for.
public struct WrittenFiles {
  private let folder: String
  private let names: [String]
  private let style: ReportStyle

  /// - Parameters:
  ///   - folder: Where they are.
  ///   - names: What was written there.
  public init(_ names: [String], in folder: String, style: ReportStyle) {
    self.folder = folder
    self.names = names.sorted()
    self.style = style
  }

  /// At most 80 columns wide.
  ///
  /// - Parameter command: What shows more on the screen, if anything does.
  public func lines(command: String? = nil) -> [String] {
    let texts = style.texts
    var parts = names.filter { $0.hasSuffix(".html") }
      .map { texts("terminal.files.page", ["file": $0]) }
    parts += names.filter { $0.hasSuffix(".xlsx") }
      .map { texts("terminal.files.workbook", ["file": $0]) }
    if names.contains(where: { $0.hasSuffix(".csv") }) { parts.append(texts("terminal.files.csv")) }
    let told = texts(
      "terminal.files",
      ["folder": "\(folder)/", "files": parts.joined(separator: texts("list.comma"))])
    let more = command.map { TextWrap.lines(texts("terminal.files.more", ["command": $0])) }
    return TextWrap.lines(told) + (more ?? [])
  }
}
