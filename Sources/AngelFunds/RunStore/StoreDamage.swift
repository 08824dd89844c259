/// Something in a store that the program did not write; it says what, without the file's name.
struct StoreDamage: Error, Hashable {
  let what: String

  init(_ what: String) { self.what = what }

  /// Some byte of the file is another.
  static let bytes = Self("its bytes are not those that were written")
}
