/// The first bytes of an SQLite file, as far as they say whether SQLite may read it.
///
/// Source: "Database File Format", section 1.3, https://www.sqlite.org/fileformat2.html.
enum StoreHeader {
  private static let length = 100
  private static let magic = Array("SQLite format 3\0".utf8)

  /// Makes sure that reading a file needs no other file and ends where the file does.
  ///
  /// A file with a write-ahead log would have SQLite make files beside it, and is that of a sweep
  /// which goes on.
  static func check(_ path: String, isSealed: Bool) throws {
    let file = try StoreBytes(path: path)
    let size = try file.size - (isSealed ? StoreSeal.length : 0)
    let bytes = try file.read(at: 0, count: max(0, min(length, size)))
    guard bytes.starts(with: magic) else {
      throw RunStoreError.cannotRead(path: path, reason: RunStoreError.noStore)
    }
    guard bytes.count == length else { throw StoreDamage("it was cut off") }
    guard bytes[18] == 1, bytes[19] == 1 else {
      throw StoreDamage("it is not finished; go on with it by --resume")
    }
    let pageSize = number(bytes[16..<18])
    let pages = number(bytes[28..<32])
    guard size == pages * (pageSize == 1 ? 65536 : pageSize) else {
      throw StoreDamage("it was cut off, or something was added to it")
    }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}
