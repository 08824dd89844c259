import Foundation

/// A folder of reports, all of which appear at once.
///
/// Files are written into a hidden folder within and moved to their places by `commit`, which also
/// takes away what they stand in place of. Whatever ends the program before leaves the reports of an
/// earlier run as they were. Nobody else writes into the folder until then.
final class OutputFolder {
  let path: String
  private let remedy: String
  private var staging: StagingFolder?
  private var lock: OutputLock?
  private var created: [String] = []

  /// Makes the folder if it is not there.
  ///
  /// - Parameters:
  ///   - part: What of the folder nobody else writes meanwhile; nil for all but such parts.
  ///   - isShared: Whether others may write there all the same, as no reports are kept there.
  ///   - shelf: A folder of such folders, which is cleared of what killed programs left.
  ///   - remedy: What to do if it cannot be written, as a command.
  /// - Throws: `OutputError`.
  init(
    _ path: String, part: String? = nil, isShared: Bool = false, shelf: String? = nil,
    remedy: String = "choose another folder with --output"
  ) throws {
    self.path = path
    self.remedy = remedy
    do {
      if let shelf { try AbandonedFiles.clear(shelf) }
      try prepare(part, isShared: isShared)
    } catch {
      discard()
      throw error
    }
  }

  deinit { discard() }

  private func prepare(_ part: String?, isShared: Bool) throws {
    do {
      if isShared { try create(path) } else { lock = try makeLock(part) }
      try FolderLatch.holding(path) { try PendingCommit.complete(in: path) }
      staging = try StagingFolder(in: path)
    } catch let error as FileBytes.Refusal {
      throw refusal(error)
    } catch is PendingCommit.Foreign {
      throw foreign()
    } catch let error as OutputLock.Busy {
      let holder = error.holder.isEmpty ? "another angelfof" : error.holder
      throw OutputError(
        path: path, problem: .inUse, reason: holder, remedy: "wait until it ends, or \(remedy)")
    }
  }

  private func makeLock(_ part: String?) throws -> OutputLock {
    for _ in 0..<100 {
      try create(path)
      do {
        return try OutputLock(in: path, part: part)
      } catch let error as FileBytes.Refusal {
        // Another program that gave up may have just taken its folder away.
        guard error.code == ENOENT, FileStatus(at: path) == .nothing else { throw error }
      }
    }
    throw FileBytes.Refusal()
  }

  private func create(_ folder: String) throws {
    switch FileStatus(at: folder) {
    case .folder: return
    case .nothing: break
    case .plainFile, .other:
      throw OutputError(
        path: folder, problem: .inTheWay, reason: "it is no folder", remedy: remedy)
    }
    if let parent = Self.parent(of: folder) { try create(parent) }
    // A folder's name may end with a slash or repeat one, and is made with its parent then.
    if mkdir(folder, 0o777) == 0 {
      created.append(folder)
      Leftovers.add(folder)
    } else if errno != EEXIST || FileStatus(at: folder) != .folder {
      throw OutputError(
        path: folder, problem: .notCreated, reason: FileBytes.Refusal().reason, remedy: remedy)
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

  /// Where a file is written until `commit`.
  func staged(_ name: String) -> String { "\(stagedFolder)/\(name)" }

  /// The folder in which files are written until `commit`.
  var stagedFolder: String { staging?.files ?? path }

  /// Makes sure that files can go to their places, before much work is done for them.
  ///
  /// - Throws: `OutputError` if something is there that is no plain file: it is never replaced.
  func expect(_ names: [String]) throws {
    for name in names {
      let target = "\(path)/\(name)"
      guard let obstacle = FileStatus(ofLinkAt: target).obstacle else { continue }
      throw OutputError(path: target, problem: .inTheWay, reason: obstacle, remedy: remedy)
    }
  }

  /// Makes sure that no store of other numbers is in the folder than the one at `store`.
  ///
  /// - Throws: `OutputError`.
  func expectNoOther(_ name: String, than store: String, of set: OutputSet) throws {
    let own = "\(path)/\(name)"
    guard FileStatus(at: own) != .nothing, !FileStatus.isSame(own, store),
      OutputList(of: path).subject(of: name) != set.subject
    else { return }
    throw OutputError(
      path: own, problem: .inTheWay, reason: "it is of other numbers than these reports",
      remedy: remedy)
  }

  /// Writes a text file.
  ///
  /// - Throws: `CancellationError` if the task is cancelled.
  func write(_ text: String, to name: String) throws {
    try Task.checkCancellation()
    do {
      try FileBytes.write(text, toNew: staged(name))
    } catch {
      throw unwritable(name, error.reason)
    }
  }

  /// Moves every file to its place, and takes away what they stand in place of; nothing of it if
  /// one of them cannot go there.
  ///
  /// - Parameters:
  ///   - set: What the files tell of; nil for files that are nobody's to replace.
  ///   - moves: Files that are in the folder already, and get another name.
  /// - Throws: `CancellationError` if the task is cancelled.
  /// - Returns: The names of the files.
  @discardableResult func commit(
    _ set: OutputSet?, moving moves: [(from: String, to: String)] = []
  ) throws -> [String] {
    try Task.checkCancellation()
    guard let staging else { return [] }
    let names = try FileManager.default.contentsOfDirectory(atPath: staging.files)
    let all = (names + moves.map(\.to)).sorted()
    do {
      // Signals end the program while it waits for the folder, and not once it has it.
      try FolderLatch.holding(path) {
        try Leftovers.inOneStep { try commit(set, all, moves, of: staging) }
      }
    } catch let error as FileBytes.Refusal {
      throw unwritable(nil, error.reason)
    } catch let error as PendingCommit.Halfway {
      throw unended(error)
    } catch is PendingCommit.Foreign {
      throw foreign()
    }
    close()
    return all
  }

  private func commit(
    _ set: OutputSet?, _ names: [String], _ moves: [(from: String, to: String)],
    of staging: StagingFolder
  ) throws {
    try PendingCommit.complete(in: path)
    try expect(names + [OutputList.name])
    var outdated: [String] = []
    if let set {
      var list = OutputList(of: path)
      outdated = list.put(names, of: set)
      try FileBytes.write(list.text, toNew: staged(OutputList.name))
    }
    var pending = try PendingCommit(staging.path, in: path, removing: outdated, moving: moves)
    try pending.carryOut()
  }

  private func close() {
    staging = nil
    lock?.release()
    lock = nil
    for folder in created { Leftovers.remove(folder) }
    created = []
  }

  /// Removes what was written and is not committed, and folders made for it.
  func discard() {
    if let staging { try? FileManager.default.removeItem(atPath: staging.path) }
    let folders = created.reversed()
    close()
    for folder in folders { rmdir(folder) }
  }

  /// What to say where a file of the folder cannot be written.
  func unwritable(_ name: String?, _ reason: String) -> OutputError {
    OutputError(
      path: name.map { "\(path)/\($0)" } ?? path, problem: .notWritten, reason: reason,
      remedy: "nothing was changed; make room, or \(remedy)")
  }

  /// What to say where files of two runs stand side by side.
  func unended(_ error: PendingCommit.Halfway) -> OutputError {
    let hidden = "\(path)/\(PendingCommit.name)"
    return OutputError(
      path: path, problem: .notWritten, reason: error.reason,
      remedy: "old files stand beside new ones now, and the others are in \(hidden): the old ones "
        + "in \(PendingCommit.formerName), the new ones in \(PendingCommit.filesName); the next "
        + "command there puts the new ones in place and removes the old ones")
  }

  /// What to say where somebody else's files wait to go to their places.
  private func foreign() -> OutputError {
    OutputError(
      path: "\(path)/\(PendingCommit.name)", problem: .inTheWay,
      reason: "a program of another user was killed there, and only that user's can go on",
      remedy: "have that user run a command there, remove it, or \(remedy)")
  }

  /// What to say where the folder takes no file.
  private func refusal(_ error: FileBytes.Refusal) -> OutputError {
    guard ![ENOSPC, EDQUOT, EIO].contains(error.code) else { return unwritable(nil, error.reason) }
    return OutputError(path: path, problem: .closed, reason: error.reason, remedy: remedy)
  }
}
