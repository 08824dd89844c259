import Foundation

/// A file that a command writes, other than reports in a folder of theirs.
struct OutputFile {
  private static let remedy = "choose another file with --output"
  let path: String

  /// Writes a text: a plain file appears or changes in one step; what leads to it, such as a pipe,
  /// gets the text and stays what it is.
  ///
  /// - Throws: `OutputError`; `CancellationError` if the task is cancelled.
  func write(_ text: String) throws {
    switch FileStatus(ofLinkAt: path) {
    case .nothing, .plainFile: try replace(path, by: text)
    case .folder:
      throw OutputError(
        path: path, problem: .inTheWay, reason: "it is a folder", remedy: Self.remedy)
    case .other:
      switch FileStatus(at: path) {
      case .plainFile: try replace(realPath(), by: text)
      case .folder:
        throw OutputError(
          path: path, problem: .inTheWay, reason: "it leads to a folder", remedy: Self.remedy)
      case .nothing:
        throw OutputError(
          path: path, problem: .inTheWay, reason: "it is a link that leads to nothing",
          remedy: Self.remedy)
      case .other: try writeInto(text)
      }
    }
  }

  private func replace(_ target: String, by text: String) throws {
    let folder = try OutputFolder(
      OutputFolder.holding(target), isShared: true, remedy: Self.remedy)
    defer { folder.discard() }
    try folder.write(text, to: URL(filePath: target).lastPathComponent)
    try folder.commit(nil)
  }

  private func realPath() throws -> String {
    guard let real = Foundation.realpath(path, nil) else { throw refusal() }
    defer { free(real) }
    return String(cString: real)
  }

  private func writeInto(_ text: String) throws {
    let file = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw refusal() }
    defer { close(file) }
    do {
      try FileBytes.write(text, to: file)
    } catch {
      throw OutputError(
        path: path, problem: .notWritten, reason: error.reason, remedy: Self.remedy)
    }
  }

  private func refusal() -> OutputError {
    OutputError(
      path: path, problem: .closed, reason: FileBytes.Refusal().reason, remedy: Self.remedy)
  }
}
