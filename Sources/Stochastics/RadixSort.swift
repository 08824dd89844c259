/// Sorts many finite numbers by their bits, eleven at a time.
///
/// The upper half of the bits nearly always decides; what it leaves out of order is mended by
/// moving single numbers, and where that takes long all bits are sorted. Many times as fast as
/// comparing at 20,000 numbers, of which a run sorts several hundred sets.
enum RadixSort {
  /// Fewer numbers are compared instead.
  static let smallest = 1000
  private static let digitBits = 11
  private static let digits = 6
  private static let buckets = 1 << digitBits
  /// A number that has to move further than this is left to the lower bits.
  private static let longestMove = 32

  private typealias Keys = UnsafeMutableBufferPointer<UInt64>
  private typealias Counts = UnsafeMutableBufferPointer<Int32>

  static func sorted(_ numbers: [Double]) -> [Double] {
    let count = numbers.count
    return [Double](unsafeUninitializedCapacity: count) { result, initialized in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * count) { room in
        var keys = Keys(rebasing: room[..<count])
        var other = Keys(rebasing: room[count...])
        for index in 0..<count { keys[index] = key(numbers[index]) }
        sort(&keys, &other, from: digits / 2)
        if !mend(keys) { sort(&keys, &other, from: 0) }
        for index in 0..<count { result[index] = number(keys[index]) }
      }
      initialized = count
    }
  }

  /// Sorts by the digits from `first` to the highest; `keys` and `other` change places.
  private static func sort(_ keys: inout Keys, _ other: inout Keys, from first: Int) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: buckets * digits) { counts in
      counts.initialize(repeating: 0)
      count(keys, from: first, counts: counts)
      for digit in first..<digits {
        let own = Counts(rebasing: counts[(digit * buckets)..<((digit + 1) * buckets)])
        if pass(digit, from: keys, to: other, counts: own) { swap(&keys, &other) }
      }
    }
  }

  /// Moves single keys to their places; false, with some of them moved, if one has far to go.
  private static func mend(_ keys: Keys) -> Bool {
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

  /// Counts every digit from `first` of every key.
  private static func count(_ keys: Keys, from first: Int, counts: Counts) {
    for key in keys {
      for digit in first..<digits { counts[digit * buckets + Self.digit(digit, of: key)] += 1 }
    }
  }

  /// Moves `keys` into the order of one digit; false if they all share it and stay.
  private static func pass(
    _ digit: Int, from keys: Keys, to other: Keys, counts: Counts
  ) -> Bool {
    if let first = keys.first, counts[Self.digit(digit, of: first)] == Int32(keys.count) {
      return false
    }
    var sum: Int32 = 0
    for bucket in counts.indices {
      let count = counts[bucket]
      counts[bucket] = sum
      sum += count
    }
    for key in keys {
      let bucket = Self.digit(digit, of: key)
      other[Int(counts[bucket])] = key
      counts[bucket] += 1
    }
    return true
  }

  /// A digit of a key; the highest ends with the highest bit, and the lowest two overlap.
  @inline(__always)
  private static func digit(_ digit: Int, of key: UInt64) -> Int {
    let shift = max(0, digitBits * digit - (digitBits * digits - UInt64.bitWidth))
    return Int((key &>> UInt64(shift)) & UInt64(buckets - 1))
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
