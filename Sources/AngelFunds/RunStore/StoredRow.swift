internal import Foundation
internal import GRDB

/// A row of a store, whose values have to be what they are said to be: nothing is converted, and
/// what does not fit is an error and no trap.
struct StoredRow {
  /// No number of a store is larger: neither an amount in yuan, nor the sum of its squares.
  static let largest = 1e60

  private let row: Row
  private let table: String

  init(_ row: Row, of table: String) {
    self.row = row
    self.table = table
  }

  /// A whole number.
  func integer(_ index: Int, in range: ClosedRange<Int>) throws -> Int {
    guard case .int64(let value) = storage(index), let number = Int(exactly: value),
      range.contains(number)
    else { throw damage }
    return number
  }

  /// A finite number.
  func number(_ index: Int) throws -> Double {
    guard case .double(let value) = storage(index), abs(value) <= Self.largest else { throw damage }
    return value
  }

  /// A finite number, or nil for NULL.
  func optionalNumber(_ index: Int) throws -> Double? {
    isNull(index) ? nil : try number(index)
  }

  func text(_ index: Int) throws -> String {
    guard case .string(let value) = storage(index) else { throw damage }
    return value
  }

  /// A text, or nil for NULL.
  func optionalText(_ index: Int) throws -> String? { isNull(index) ? nil : try text(index) }

  /// One of the words that a type knows.
  func word<Word: RawRepresentable<String>>(_ index: Int, of type: Word.Type) throws -> Word {
    guard let word = Word(rawValue: try text(index)) else { throw damage }
    return word
  }

  /// Numbers as `Blob` writes them, whose checksum stands in the column behind.
  ///
  /// - Parameters:
  ///   - place: What the checksum was begun with.
  ///   - count: How many there have to be.
  func numbers<Value: BitwiseCopyable>(
    _ index: Int, of type: Value.Type, place: UInt64, count: ClosedRange<Int>
  ) throws -> [Value] {
    guard case .blob(let data) = storage(index), case .int64(let kept) = storage(index + 1),
      data.count.isMultiple(of: MemoryLayout<Value>.stride),
      count.contains(data.count / MemoryLayout<Value>.stride),
      Blob.checksum(of: data, place: place) == kept
    else { throw damage }
    return Blob.values(data, of: type)
  }

  /// Something that is known, from its scope and its name in the next column.
  func owner(_ index: Int, among known: Set<ScopeID>) throws -> ScopeID {
    let owner = try ScopeID(scope: word(index, of: Scope.self), id: text(index + 1))
    guard known.contains(owner) else { throw damage }
    return owner
  }

  /// What is wrong with the row.
  var damage: StoreDamage { .in(table) }

  private func isNull(_ index: Int) -> Bool {
    if case .null = storage(index) { true } else { false }
  }

  private func storage(_ index: Int) -> DatabaseValue.Storage {
    (row[index] as DatabaseValue).storage
  }
}

extension StoreDamage {
  /// A part of the store is not as it was written.
  static func `in`(_ part: String) -> Self { Self("its \(part) are not those that were written") }
}
