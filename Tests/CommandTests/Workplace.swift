import Foundation
import Testing

/// What the program says and how it ends.
struct Outcome: Sendable {
  /// The exit status; the negated number of the signal where one ended the program.
  let status: Int32
  let output: String
  let messages: String

  /// Messages by line.
  var messageLines: [String] {
    messages.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
  }
}

/// A folder of its own for one test, in which the program runs; removed with the value.
final class Workplace {
  let folder: URL
  private let screens: URL

  init() throws {
    let parent = FileManager.default.temporaryDirectory
      .appending(path: "angelfof-tests-\(UUID().uuidString)")
    folder = parent.appending(path: "work")
    screens = parent.appending(path: "screens")
    for part in [folder, screens] {
      try FileManager.default.createDirectory(at: part, withIntermediateDirectories: true)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }

  /// Runs `angelfof` with arguments.
  func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  /// Runs `angelfof` with arguments.
  ///
  /// - Parameter environment: Variables besides those of a plain English terminal, or instead.
  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
    try start(try Program.url, arguments, environment).outcome()
  }

  /// Runs a shell script, in which `$ANGELFOF` is the program.
  func shell(_ script: String) throws -> Outcome {
    try start(URL(filePath: "/bin/sh"), ["-c", script]).outcome()
  }

  /// Starts `angelfof` and does not wait for it.
  func start(_ arguments: [String]) throws -> RunningProgram {
    try start(try Program.url, arguments)
  }

  /// The same, with a pipe as standard input that nothing is written into.
  func startAtPipe(_ arguments: [String]) throws -> RunningProgram {
    try start(try Program.url, arguments, input: Pipe())
  }

  private func start(
    _ executable: URL, _ arguments: [String], _ environment: [String: String] = [:],
    input: Any = FileHandle.nullDevice
  ) throws -> RunningProgram {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "ANGELFOF": try Program.url.path,
    ].merging(environment) { $1 }
    process.standardInput = input
    return try RunningProgram(process, screens: screens)
  }

  /// Writes a file.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  /// Copies an example scenario of the repository.
  func copyExample(_ name: String, to target: String? = nil) throws {
    try FileManager.default.copyItem(
      at: Program.repositoryFile("Scenarios/\(name)"),
      to: folder.appending(path: target ?? name))
  }

  /// Writes a scenario of three years, which runs fast.
  func writeShortPlan(to name: String, label: String = "Short plan") throws {
    try write(
      """
      title: {en: "\(label)", zh: "\(label)"}
      mother_fund: {fund_life: 3y, commitment_period: 1y}
      terms: {investment_period: 1y, exit_period: 1y, extension: 1y}
      anchors: {lake: {label: {en: "\(label)", zh: "\(label)"}, kind: town}}
      sub_funds:
        one: {anchor: lake, label: {en: "\(label)", zh: "\(label)"}, commitment: 1亿}

      """, to: name)
  }

  /// The bytes of a file.
  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: name))
  }

  /// The text of a file.
  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// Paths of all files and folders, hidden ones too, in order; but for the lists of their files
  /// that folders of reports keep.
  func everything() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .filter { !$0.hasSuffix("/.angelfof") && $0 != ".angelfof" }
  }

  /// Whether some file or folder is there, while a program may be moving others about.
  func holds(_ isSought: (String) -> Bool) -> Bool {
    (try? everything())?.contains(where: isSought) ?? false
  }

  /// The bytes of all files, by path.
  func snapshot() throws -> [String: Data] {
    try everything().reduce(into: [:]) { files, path in
      var isFolder: ObjCBool = false
      let full = folder.appending(path: path).path
      if FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue {
        files[path] = try bytes(path)
      }
    }
  }
}

/// The program while it runs.
final class RunningProgram {
  let process: Process
  private let output: URL
  private let messages: URL

  fileprivate init(_ process: Process, screens: URL) throws {
    self.process = process
    output = screens.appending(path: "out-\(UUID().uuidString)")
    messages = screens.appending(path: "err-\(UUID().uuidString)")
    for file in [output, messages] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: messages)
    // What starts the tests in the background may have them ignore these, and children inherit it.
    for number in [SIGINT, SIGHUP] { signal(number, SIG_DFL) }
    try process.run()
  }

  /// Waits until something is so, at most two minutes: other work may keep the machine busy.
  func wait(until isSo: () -> Bool) throws {
    let deadline = ContinuousClock.now + .seconds(120)
    while !isSo() {
      try #require(process.isRunning && ContinuousClock.now < deadline)
      Thread.sleep(forTimeInterval: 0.02)
    }
  }

  /// Waits for the end.
  func outcome() throws -> Outcome {
    process.waitUntilExit()
    let status = process.terminationStatus
    return Outcome(
      status: process.terminationReason == .uncaughtSignal ? -status : status,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      messages: String(decoding: try Data(contentsOf: messages), as: UTF8.self))
  }
}

/// Where the built program and the repository are.
enum Program {
  struct NotBuilt: Error {}

  /// The program, which is built into the folder of the tests or one above.
  static var url: URL {
    get throws {
      let start = try #require(Bundle.main.executableURL).resolvingSymlinksInPath()
      for folder in sequence(
        first: start, next: { $0.path == "/" ? nil : $0.deletingLastPathComponent() })
      {
        let candidate = folder.appending(path: "angelfof")
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder),
          !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: candidate.path)
        {
          return candidate
        }
      }
      throw NotBuilt()
    }
  }

  /// A file of the repository.
  static func repositoryFile(_ path: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: path)
  }
}
