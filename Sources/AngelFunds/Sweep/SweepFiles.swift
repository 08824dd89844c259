internal import Foundation

/// Where a sweep's store is while it is made, and when it is complete.
public struct SweepFiles: Sendable {
  /// The complete store's name.
  public static let fileName = "sweep.sqlite"

  /// The complete store.
  public let target: String
  /// The store until then; it survives whatever ends the program.
  public let working: String
  /// A file for passing use.
  var scratch: String { "\(working).cell" }

  /// The working file's name.
  public let workingName: String
  private let isMovedByCaller: Bool

  /// The files of a sweep, or of one of its shards, in a folder.
  ///
  /// - Parameter isMovedByCaller: Whether the complete store keeps the working file's name, as the
  ///   caller moves it to its place together with other files.
  public init(folder: String, shard: Shard?, isMovedByCaller: Bool = false) {
    let name = shard?.fileName ?? Self.fileName
    workingName = "unfinished_\(name)"
    target = "\(folder)/\(name)"
    working = "\(folder)/\(workingName)"
    self.isMovedByCaller = isMovedByCaller
  }

  /// Opens the working file for a sweep.
  ///
  /// - Throws: `SweepError` if one is there and is not to be gone on with, or was made otherwise.
  func open(
    _ provenance: SweepProvenance, cells: [StoredCell], resuming: Bool
  ) throws -> SweepStore {
    let files = FileManager.default
    let isUnfinished = files.fileExists(atPath: working)
    guard resuming else {
      guard !isUnfinished else { throw SweepError.unfinished(path: working) }
      return try SweepStore(creating: working, provenance: provenance, cells: cells)
    }
    if !isUnfinished, files.fileExists(atPath: target) { try copyTarget() }
    guard files.fileExists(atPath: working), !SweepStore.isBlank(working) else {
      return try SweepStore(creating: working, provenance: provenance, cells: cells)
    }
    let store = try SweepStore(resuming: working)
    removeLeftovers()
    try Self.check(provenance, against: store.provenance, path: working)
    try store.replacePlan(provenance, cells: cells)
    return store
  }

  /// Takes a finished sweep for the start of one that goes on; the finished one stays.
  private func copyTarget() throws {
    let files = FileManager.default
    _ = try SweepStore(finished: target)
    do {
      // A log without its file would be taken for one of the copy.
      for path in [scratch, working + "-wal", working + "-shm"] {
        try? files.removeItem(atPath: path)
      }
      try files.copyItem(atPath: target, toPath: scratch)
      try StoreSeal.remove(from: scratch)
      try files.moveItem(atPath: scratch, toPath: working)
    } catch {
      throw RunStoreError.cannotCreate(path: working, reason: error.localizedDescription)
    }
  }

  /// Numbers of other paths, seeds or versions are never put beside new ones.
  private static func check(
    _ new: SweepProvenance, against old: SweepProvenance, path: String
  ) throws(SweepError) {
    let (new, old) = (new.entries, old.entries)
    let different = SweepProvenance.settings.filter { new[$0.0] != old[$0.0] }
    guard let first = different.first else { return }
    throw SweepError.otherSettings(
      path: path, what: first.1, found: old[first.0] ?? "none", wanted: new[first.0] ?? "none")
  }

  /// Removes what cells left that were ended half-way.
  private func removeLeftovers() {
    let url = URL(filePath: scratch)
    let folder = url.deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names where name.hasPrefix(url.lastPathComponent) {
      try? FileManager.default.removeItem(at: folder.appending(path: name))
    }
  }

  /// Moves the working file to its place, unless the caller does.
  func finish() throws {
    guard isMovedByCaller || rename(working, target) == 0 else {
      throw RunStoreError.cannotWrite(path: target, reason: String(cString: strerror(errno)))
    }
    for suffix in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: working + suffix)
    }
    removeLeftovers()
  }
}

/// A sweep that cannot go on as asked.
public enum SweepError: Error, Hashable, Sendable {
  /// An unfinished sweep is in the folder.
  case unfinished(path: String)
  /// The sweep in the folder was made with other settings.
  case otherSettings(path: String, what: String, found: String, wanted: String)
  /// A shard has cells that are not done.
  case unfinishedShard(path: String, open: Int)
}

extension SweepError: CustomStringConvertible {
  /// What is in the way, and what to do.
  public var description: String {
    switch self {
    case .unfinished(let path):
      "\(path): an unfinished sweep is here; go on with it by --resume, remove the file, or choose "
        + "another folder with --output"
    case .otherSettings(let path, let what, let found, let wanted):
      "\(path): was made with another \(what) (\(found), not \(wanted)), so its cells cannot stand "
        + "beside new ones; give the same, or choose another folder with --output"
    case .unfinishedShard(let path, let open):
      "\(path): has \(open) cells that are not done; complete it with --resume"
    }
  }
}
