/// Sorts many finite numbers by their bits, eleven at a time.
///
/// Five times as fast as comparing at 20,000 numbers, of which a run sorts several hundred sets.
enum RadixSort {
  /// Fewer numbers are compared instead.
  static let smallest = 1000
  private static let digitBits: UInt64 = 11
  private static let digits = 6
  private static let buckets = 1 << 11

  static func sorted(_ numbers: [Double]) -> [Double] {
    var keys = [UInt64](repeating: 0, count: numbers.count)
    var counts = [Int32](repeating: 0, count: buckets * digits)
    count(numbers, keys: &keys, counts: &counts)
    var other = [UInt64](repeating: 0, count: keys.count)
    for digit in 0..<digits where pass(digit, from: keys, to: &other, counts: &counts) {
      swap(&keys, &other)
    }
    return keys.map { Self.number($0) }
  }

  /// Makes the keys, and counts every digit of every key.
  private static func count(
    _ numbers: [Double], keys: inout [UInt64], counts: inout [Int32]
  ) {
    numbers.withUnsafeBufferPointer { numbers in
      keys.withUnsafeMutableBufferPointer { keys in
        counts.withUnsafeMutableBufferPointer { counts in
          for index in numbers.indices {
            let key = Self.key(numbers[index])
            keys[index] = key
            for digit in 0..<digits { counts[digit * buckets + Self.digit(digit, of: key)] += 1 }
          }
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
