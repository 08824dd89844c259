import Foundation

/// A file that a command writes, other than reports in a folder of theirs.
struct OutputFile {
  private static let remedy = "choose another file with --output"
  let path: String

  /// Whether what it leads to is standard output.
  private var isStandardOutput: Bool {
    var (there, screen) = (stat(), stat())
    return stat(path, &there) == 0 && fstat(STDOUT_FILENO, &screen) == 0
      && there.st_ino == screen.st_ino && there.st_dev == screen.st_dev
  }

  /// Writes a text: a plain file appears or changes in one step; what leads to one, or is a pipe or
  /// a device, gets the text and stays what it is, as with a shell's `>`.
  ///
  /// - Throws: `OutputError`; `CancellationError` if the task is cancelled.
  /// - Returns: Whether the text went to standard output.
  func write(_ text: String) throws -> Bool {
    switch FileStatus(ofLinkAt: path) {
    case .nothing, .plainFile: try replace(by: text)
    case .folder: throw inTheWay("it is a folder")
    case .other:
      switch FileStatus(at: path) {
      case .folder: throw inTheWay("it leads to a folder")
      case .nothing: throw inTheWay("it is a link that leads to nothing")
      // What was written there before stays, and a place that is moved on by `>>` is kept to.
      case _ where isStandardOutput:
        try Task.checkCancellation()
        try write(text, to: STDOUT_FILENO)
        return true
      case .plainFile, .other: try writeInto(text)
      }
    }
    return false
  }

  /// Refuses to write over what the text is made of.
  ///
  /// - Throws: `OutputError` if one of `inputs` is the same file.
  func refuse(over inputs: [String]) throws {
    guard !inputs.contains(where: { FileStatus.isSame(path, $0) }) else {
      throw inTheWay("it is what is read")
    }
  }

  private func replace(by text: String) throws {
    let folder = try OutputFolder(
      OutputFolder.holding(path), isShared: true, remedy: Self.remedy)
    defer { folder.discard() }
    let name = URL(filePath: path).lastPathComponent
    try folder.write(text, to: name)
    var status = stat()
    if stat(path, &status) == 0 { chmod(folder.staged(name), status.st_mode & 0o777) }
    try folder.commit(nil)
  }

  private func writeInto(_ text: String) throws {
    try Task.checkCancellation()
    let file = open(path, O_WRONLY | O_TRUNC | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw refusal() }
    defer { close(file) }
    try write(text, to: file)
  }

  private func write(_ text: String, to file: Int32) throws {
    do {
      try FileBytes.write(text, to: file)
    } catch {
      throw OutputError(
        path: path, problem: .notWritten, reason: error.reason, remedy: Self.remedy)
    }
  }

  private func inTheWay(_ reason: String) -> OutputError {
    OutputError(path: path, problem: .inTheWay, reason: reason, remedy: Self.remedy)
  }

  private func refusal() -> OutputError {
    OutputError(
      path: path, problem: .closed, reason: FileBytes.Refusal().reason, remedy: Self.remedy)
  }
}
