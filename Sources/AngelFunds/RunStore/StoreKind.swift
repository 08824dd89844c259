/// What a store file holds.
public enum StoreKind: Hashable, Sendable {
  /// A whole run.
  case run
  /// A share of a run, to be merged with the others.
  case shard(Shard)
  /// A sweep, or a share of one.
  case sweep(Shard?)

  /// Looks into a file.
  ///
  /// - Throws: `RunStoreError` if it is not there, is no store, or has another format.
  public init(path: String) throws {
    if let sweep = try? SweepStore(path: path, isReadOnly: true) {
      self = .sweep(sweep.provenance.shard)
      return
    }
    let provenance = try RunStore(unchecked: path).provenance
    self = provenance.shard.map { .shard($0) } ?? .run
  }
}
