internal import Foundation

/// A run store that cannot be written or read.
public enum RunStoreError: Error, Hashable, Sendable {
  /// The file or its folder cannot be made.
  case cannotCreate(path: String, reason: String)
  /// Writing stopped half-way; nothing was left behind.
  case cannotWrite(path: String, reason: String)
  /// There is no such file, or it is no run store.
  case cannotRead(path: String, reason: String)
  /// The file is not as it was written; `what` tells which part.
  case damaged(path: String, what: String)
  /// The store was written by another version's format.
  case otherFormat(path: String, found: String, written: String)
  /// The store holds a share of a run.
  case isShard(path: String, Shard)
  /// The folder holds shares of a run, and no run.
  case holdsShards(path: String)
}

extension RunStoreError: CustomStringConvertible {
  /// What happened, and what to do.
  public var description: String {
    switch self {
    case .cannotCreate(let path, let reason):
      "\(path): cannot be created: \(reason); choose another folder with --output"
    case .cannotWrite(let path, Self.isBusy): "\(path): cannot be written: \(Self.isBusy)"
    case .cannotWrite(let path, let reason):
      "\(path): cannot be written: \(reason); nothing was left behind; make room, or choose "
        + "another folder with --output"
    case .cannotRead(let path, let reason):
      [Self.noFile, Self.noStore].contains(reason)
        ? "\(path): is not a run that can be read: \(reason); give the folder or run.sqlite of a run"
        : "\(path): cannot be read: \(reason)"
    case .damaged(let path, let what):
      "\(path): is damaged: \(what); run it again, or copy it anew from where it was made"
    case .otherFormat(let path, let found, let written):
      "\(path): has format \(found), which angelfof \(programVersion) cannot read; use the "
        + "version that wrote it, \(written)"
    case .isShard(let path, let shard):
      "\(path): is shard \(shard.number) of \(shard.count) of a run; make the run of all shards "
        + "first, with angelfof merge"
    case .holdsShards(let path):
      "\(path): holds shards of a run, which are not merged; make the run of them first, with "
        + "angelfof merge \(path)"
    }
  }
}

extension RunStoreError {
  /// Whether there is nothing that could be read.
  public var isMissingInput: Bool {
    guard case .cannotRead(_, let reason) = self else { return false }
    return [Self.noFile, Self.noPermission].contains(reason)
  }

  static let noStore = "it is no store"
  /// Whether somebody else has the file, for a while.
  public var isForLater: Bool {
    switch self {
    case .cannotRead(_, let reason), .cannotWrite(_, let reason), .cannotCreate(_, let reason):
      reason == Self.isBusy
    case .damaged, .otherFormat, .isShard, .holdsShards: false
    }
  }

  static let isBusy = "another program is at work on it; try again when that is done"
  private static let noFile = "there is no such file"
  private static let noPermission = "you have no permission to read it; ask its owner for it"

  /// What the system says, in the words of this program where it has some.
  static func reason(_ error: POSIXError) -> String {
    switch error.code {
    case .ENOENT, .ENOTDIR: noFile
    case .EACCES, .EPERM: noPermission
    default: String(cString: strerror(error.code.rawValue))
    }
  }
}
