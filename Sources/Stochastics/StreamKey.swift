/// Whose random numbers a stream holds: a kind of entity and the hash of its name.
public struct StreamKey: BitwiseCopyable, Hashable, Sendable {
  /// What kind of entity it is; its numbers are fixed for good.
  public let kind: UInt8
  /// 32-bit FNV-1a of the name; callers refuse names of one kind with equal hashes.
  public let nameHash: UInt32

  /// The stream of an entity.
  public init(kind: UInt8, name: String) {
    self.kind = kind
    nameHash = StableHash.hash32(name)
  }
}
