internal import Foundation
internal import GRDB
import Stochastics

extension RunStore {
  /// A hash of everything that the run says, in a fixed order: equal for runs that are identical,
  /// whatever order their blocks were written in.
  ///
  /// FNV-1a, 64 bits: it tells runs apart, it does not protect against forgery.
  public func contentHash() throws -> UInt64 {
    let orders = [
      "provenance": "key", "metric": "id", "block": "id", "figure": "block, metric",
      "moment": "kind, first_block", "histogram": "series, quarter",
      "estimate": "position", "budget": "position",
      "sensitivity": "input, metric, statistic",
    ]
    var hash = StableHash()
    for (table, order) in orders.sorted(by: { $0.key < $1.key }) {
      hash.combine(table)
      try read { db in
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \(table) ORDER BY \(order)")
        while let row = try rows.next() {
          for (_, value) in row { hash.combine(value) }
        }
      }
    }
    return hash.value
  }
}

extension StableHash {
  /// Takes a value of a store into account, with its type.
  mutating func combine(_ value: DatabaseValue) {
    switch value.storage {
    case .null: combine(UInt64.max)
    case .int64(let number): combine(UInt64(bitPattern: number))
    case .double(let number): combine(number)
    case .string(let text): combine(text)
    case .blob(let data): data.withUnsafeBytes { combine(bytes: $0) }
    }
  }
}
