/// A run store that cannot be written or read.
public enum RunStoreError: Error, Hashable, Sendable {
  /// The file or its folder cannot be made.
  case cannotCreate(path: String, reason: String)
  /// Writing stopped half-way; nothing was left behind.
  case cannotWrite(path: String, reason: String)
  /// There is no such file, or it is no run store.
  case cannotRead(path: String, reason: String)
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
    case .cannotWrite(let path, let reason):
      "\(path): cannot be written: \(reason); nothing was left behind; make room, or choose "
        + "another folder with --output"
    case .cannotRead(let path, let reason):
      "\(path): is not a run that can be read: \(reason); give the folder or run.sqlite of a run"
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
