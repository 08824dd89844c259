import Foundation

/// A folder of reports, all of which appear at once.
///
/// Files are written into a hidden folder within and moved to their places by `commit`. Whatever
/// ends the program before leaves the reports of an earlier run as they were.
final class OutputFolder {
  let path: String
  private let remedy: String
  private var staging: StagingFolder?
  private var created: [String] = []
  private var isOpen = true

  /// Makes the folder if it is not there.
  ///
  /// - Parameter remedy: What to do if it cannot be written, as a command.
  init(_ path: String, remedy: String = "choose another folder with --output") throws {
    self.path = path
    self.remedy = remedy
    do {
      try create(path)
      staging = try temporaryFolder()
    } catch {
      removeCreated()
      throw error
    }
  }

  deinit { discard() }

  private func create(_ folder: String) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw refusal(folder, "a file of this name is in the way", .cannotCreate)
      }
      return
    }
    if let parent = Self.parent(of: folder) { try create(parent) }
    // A folder's name may end with a slash or repeat one, and is made with its parent then.
    if mkdir(folder, 0o777) == 0 {
      created.append(folder)
    } else if errno != EEXIST {
      throw refusal(folder, FileBytes.Refusal().reason, .cannotCreate)
    }
  }

  /// The folder that holds `path`; nil where that is the current one, or the root.
  static func parent(of path: String) -> String? {
    let parts = path.split(separator: "/")
    guard parts.count > 1 else { return nil }
    return (path.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
  }

  /// The name of the folder that holds `file`.
  static func holding(_ file: String) -> String {
    parent(of: file) ?? (file.hasPrefix("/") ? "/" : ".")
  }

  private func temporaryFolder() throws -> StagingFolder {
    do {
      return try StagingFolder(in: path)
    } catch let error as FileBytes.Refusal {
      throw refusal(path, error.reason, .cannotCreate)
    }
  }

  /// Where a file is written until `commit`.
  func staged(_ name: String) -> String { "\(staging?.path ?? path)/\(name)" }

  /// Writes a text file.
  ///
  /// - Throws: `CancellationError` if the task is cancelled.
  func write(_ text: String, to name: String) throws {
    try Task.checkCancellation()
    let file = open(staged(name), O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard file >= 0 else {
      throw refusal("\(path)/\(name)", FileBytes.Refusal().reason, .cannotCreate)
    }
    defer { close(file) }
    do {
      try FileBytes.write(text, to: file)
      guard fsync(file) == 0 else { throw FileBytes.Refusal() }
    } catch let error as FileBytes.Refusal {
      throw unwritable(name, error.reason)
    }
  }

  /// Moves every file to its place; none if one of them cannot go there.
  ///
  /// - Throws: `CancellationError` if the task is cancelled.
  /// - Returns: The names of the files.
  @discardableResult func commit() throws -> [String] {
    try Task.checkCancellation()
    guard isOpen, let staging else { return [] }
    let names = try FileManager.default.contentsOfDirectory(atPath: staging.path).sorted()
    for name in names {
      var isFolder: ObjCBool = false
      let target = "\(path)/\(name)"
      if FileManager.default.fileExists(atPath: target, isDirectory: &isFolder), isFolder.boolValue
      {
        throw refusal(target, "a folder of this name is in the way", .cannotCreate)
      }
    }
    for name in names {
      guard rename(staged(name), "\(path)/\(name)") == 0 else {
        throw unwritable(name, FileBytes.Refusal().reason)
      }
    }
    rmdir(staging.path)
    isOpen = false
    return names
  }

  /// Removes what was written and is not committed, and folders made for it.
  func discard() {
    guard isOpen else { return }
    isOpen = false
    if let staging { try? FileManager.default.removeItem(atPath: staging.path) }
    removeCreated()
  }

  private func removeCreated() {
    for folder in created.reversed() { rmdir(folder) }
    created = []
  }

  /// What to say where a file of the folder cannot be written.
  func unwritable(_ name: String, _ reason: String) -> OutputError {
    OutputError(
      path: "\(path)/\(name)", reason: reason,
      remedy: "nothing was changed; make room, or \(remedy)",
      failure: .cannotWrite)
  }

  private func refusal(_ path: String, _ reason: String, _ failure: Failure) -> OutputError {
    OutputError(path: path, reason: reason, remedy: remedy, failure: failure)
  }
}
