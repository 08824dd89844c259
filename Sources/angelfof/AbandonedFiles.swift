import Foundation

/// What programs that were killed left in folders of reports.
enum AbandonedFiles {
  /// More folders than this are no shelf of reports.
  private static let mostFolders = 1000

  /// Ends what was begun, and removes what was not, in each folder of a folder.
  ///
  /// What cannot be removed stays; whoever works in its folder next is told why.
  ///
  /// - Throws: `CancellationError` if the task is cancelled while it waits for a folder.
  static func clear(_ shelf: String) throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: shelf)) ?? []
    guard names.count <= mostFolders else { return }
    for name in names where !name.hasPrefix(".") {
      let folder = "\(shelf)/\(name)"
      guard FileStatus(ofLinkAt: folder) == .folder else { continue }
      try completeCommit(in: folder)
      let hadFiles = StagingFolder.removeAbandoned(in: folder)
      let hadLock = OutputLock.removeAbandoned(in: folder)
      // A folder that a killed program had made, and nothing else, goes with it.
      if hadFiles || hadLock { rmdir(folder) }
    }
  }

  /// Ends what a killed program had begun to write, where that can be done.
  ///
  /// - Parameter path: A folder, or a file in it.
  /// - Throws: `CancellationError` if the task is cancelled while it waits for the folder.
  static func completeCommit(beside path: String) throws {
    try completeCommit(in: FileStatus(at: path) == .folder ? path : OutputFolder.holding(path))
  }

  private static func completeCommit(in folder: String) throws {
    guard FileStatus(ofLinkAt: "\(folder)/\(PendingCommit.name)") == .folder else { return }
    do {
      try FolderLatch.holding(folder) { try PendingCommit.complete(in: folder) }
    } catch let error as CancellationError {
      throw error
    } catch {}
  }
}
