import Stochastics

/// Whole numbers from addressed draws.
struct Dice {
  private let number: UInt32
  private let name: String
  private var throwNumber: UInt32 = 0

  /// - Parameter name: Dice of another name fall otherwise.
  init(number: UInt32, name: String = "random scenario") {
    (self.number, self.name) = (number, name)
  }

  mutating func whole(_ low: Int, _ high: Int) -> Int {
    low + min(Int(uniform() * Double(high - low + 1)), high - low)
  }

  mutating func happens(_ probability: Double) -> Bool { uniform() < probability }

  /// One of some words.
  mutating func one(of words: String...) -> String { words[whole(0, words.count - 1)] }

  mutating func yesOrNo() -> String { happens(0.5) ? "yes" : "no" }

  /// Whole parts of 100.
  mutating func parts(_ count: Int, least: Int) -> [Int] {
    let room = 100 - count * least
    let cuts = [0] + (1..<count).map { _ in whole(0, room) }.sorted() + [room]
    return zip(cuts, cuts.dropFirst()).map { $1 - $0 + least }
  }

  private mutating func uniform() -> Double {
    throwNumber += 1
    guard var source = try? RandomSource(generator: .philox, seed: 2026) else { return 0.5 }
    source.begin(StreamKey(kind: 200, name: name), path: number)
    return source.block(ordinal: 0, address: throwNumber)[0]
  }
}
