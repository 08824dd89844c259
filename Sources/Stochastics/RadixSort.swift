/// Sorts many finite numbers by their bits, eight at a time.
///
/// The upper half of the bits nearly always decides; what it leaves out of order is mended by
/// moving single numbers, and where that takes long all bits are sorted. Many times as fast as
/// comparing at 20,000 numbers, of which a run sorts several hundred sets.
enum RadixSort {
  /// Fewer numbers are compared instead.
  static let smallest = 1000
  private static let digitBits: UInt64 = 8
  private static let digits = 8
  private static let buckets = 1 << 8
  /// A number that has to move further than this is left to the lower bits.
  private static let longestMove = 32

  static func sorted(_ numbers: [Double]) -> [Double] {
    var keys = numbers.map { Self.key($0) }
    sort(&keys, from: digits / 2)
    if !mend(&keys) { sort(&keys, from: 0) }
    return keys.map { Self.number($0) }
  }

  /// Sorts by the digits from `first` to the highest.
  private static func sort(_ keys: inout [UInt64], from first: Int) {
    var counts = [Int32](repeating: 0, count: buckets * digits)
    count(keys, from: first, counts: &counts)
    var other = [UInt64](repeating: 0, count: keys.count)
    for digit in first..<digits where pass(digit, from: keys, to: &other, counts: &counts) {
      swap(&keys, &other)
    }
  }

  /// Moves single keys to their places; false, with some of them moved, if one has far to go.
  private static func mend(_ keys: inout [UInt64]) -> Bool {
    keys.withUnsafeMutableBufferPointer { keys in
      for index in keys.indices.dropFirst() where keys[index] < keys[index - 1] {
        let key = keys[index]
        var place = index
        while place > 0, keys[place - 1] > key {
          keys[place] = keys[place - 1]
          place -= 1
        }
        keys[place] = key
        if index - place > longestMove { return false }
      }
      return true
    }
  }

  /// Counts every digit from `first` of every key.
  private static func count(_ keys: [UInt64], from first: Int, counts: inout [Int32]) {
    keys.withUnsafeBufferPointer { keys in
      counts.withUnsafeMutableBufferPointer { counts in
        for key in keys {
          for digit in first..<digits { counts[digit * buckets + Self.digit(digit, of: key)] += 1 }
        }
      }
    }
  }

  /// Moves `keys` into the order of one digit; false if they all share it and stay.
  private static func pass(
    _ digit: Int, from keys: [UInt64], to other: inout [UInt64], counts: inout [Int32]
  ) -> Bool {
    keys.withUnsafeBufferPointer { keys in
      counts.withUnsafeMutableBufferPointer { all in
        let counts = UnsafeMutableBufferPointer(
          rebasing: all[(digit * buckets)..<((digit + 1) * buckets)])
        if let first = keys.first, counts[Self.digit(digit, of: first)] == Int32(keys.count) {
          return false
        }
        var sum: Int32 = 0
        for bucket in counts.indices {
          let count = counts[bucket]
          counts[bucket] = sum
          sum += count
        }
        other.withUnsafeMutableBufferPointer { other in
          for key in keys {
            let bucket = Self.digit(digit, of: key)
            other[Int(counts[bucket])] = key
            counts[bucket] += 1
          }
        }
        return true
      }
    }
  }

  @inline(__always)
  private static func digit(_ digit: Int, of key: UInt64) -> Int {
    Int((key >> (UInt64(digit) * digitBits)) & UInt64(buckets - 1))
  }

  /// Bits that compare as whole numbers the way their numbers do.
  @inline(__always)
  private static func key(_ number: Double) -> UInt64 {
    let bits = number.bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }

  @inline(__always)
  private static func number(_ key: UInt64) -> Double {
    Double(bitPattern: key >> 63 == 1 ? key & ~(1 << 63) : ~key)
  }
}
