import Foundation

/// A folder or file that cannot be written.
struct OutputError: Error, CustomStringConvertible {
  let path: String
  let reason: String
  let failure: Failure

  var description: String {
    switch failure {
    case .cannotCreate:
      "\(path): cannot be created: \(reason); choose another folder with --output"
    default:
      "\(path): cannot be written: \(reason); nothing was changed; make room, or choose another "
        + "folder with --output"
    }
  }
}

/// A folder of reports, all of which appear at once.
///
/// Files are written into a hidden folder within and moved to their places by `commit`. Whatever
/// ends the program before leaves the reports of an earlier run as they were.
final class OutputFolder {
  let path: String
  private let staging: String
  private var created: [String] = []
  private var isOpen = true

  init(_ path: String) throws {
    self.path = path
    staging = "\(path)/.angelfof-\(ProcessInfo.processInfo.processIdentifier)"
    try create(path)
    guard mkdir(staging, 0o777) == 0 else {
      let error = Self.error(path, .cannotCreate)
      removeCreated()
      throw error
    }
  }

  deinit { discard() }

  private func create(_ folder: String) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw OutputError(
          path: folder, reason: "a file of this name is in the way", failure: .cannotCreate)
      }
      return
    }
    let parent = (folder as NSString).deletingLastPathComponent
    if !parent.isEmpty { try create(parent) }
    guard mkdir(folder, 0o777) == 0 else {
      let error = Self.error(folder, .cannotCreate)
      removeCreated()
      throw error
    }
    created.append(folder)
  }

  /// Where a file is written until `commit`.
  func staged(_ name: String) -> String { "\(staging)/\(name)" }

  /// Writes a text file.
  func write(_ text: String, to name: String) throws {
    let file = open(staged(name), O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard file >= 0 else { throw Self.error("\(path)/\(name)", .cannotCreate) }
    defer { close(file) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Self.error("\(path)/\(name)", .cannotWrite) }
      bytes = bytes.dropFirst(count)
    }
    guard fsync(file) == 0 else { throw Self.error("\(path)/\(name)", .cannotWrite) }
  }

  /// Moves every file to its place.
  func commit() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: staging).sorted()
    for name in names {
      guard rename(staged(name), "\(path)/\(name)") == 0 else {
        throw Self.error("\(path)/\(name)", .cannotWrite)
      }
    }
    rmdir(staging)
    isOpen = false
  }

  /// Removes what was written and is not committed, and folders made for it.
  func discard() {
    guard isOpen else { return }
    isOpen = false
    try? FileManager.default.removeItem(atPath: staging)
    removeCreated()
  }

  private func removeCreated() {
    for folder in created.reversed() { rmdir(folder) }
    created = []
  }

  private static func error(_ path: String, _ failure: Failure) -> OutputError {
    OutputError(path: path, reason: String(cString: strerror(errno)).lowercased(), failure: failure)
  }
}
