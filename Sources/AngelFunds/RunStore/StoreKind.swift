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
    switch try StoreFile(reading: path).kind {
    case .sweep: self = .sweep(try SweepStore(finished: path).provenance.shard)
    case .run:
      let provenance = try RunStore(anyShare: path).provenance
      self = provenance.shard.map { .shard($0) } ?? .run
    }
  }
}
