internal import Foundation
import Stochastics

/// Times to an event in whole quarters: the holding times of a class of multiples, or the times
/// from round to round of a stage.
///
/// A lognormal time rounded to quarters, at least one, is a discrete distribution; its inverse is
/// found in a table. A guide of 256 entries says where to begin.
struct HoldingTimes: BitwiseCopyable {
  /// Longer times count as this: they outlast every term.
  static let longest = 4000
  private static let guideSize = 256

  private let cumulative: UnsafeBufferPointer<Double>  // probability of at most `least`, … quarters
  private let guide: UnsafeBufferPointer<Int32>
  private let least: Int

  /// - Parameters:
  ///   - medianQuarters: Median before rounding; above 0.
  ///   - logDeviation: Standard deviation of the logarithm, from 0.
  ///   - least: The shortest time, 0 or 1; shorter ones count as this.
  ///   - arena: Keeps the table.
  init(medianQuarters: Double, logDeviation: Double, least: Int = 1, arena: ModelArena) {
    self.least = least
    var table: [Double] = []
    var quarters = least
    repeat {
      let position = log((Double(quarters) + 0.5) / medianQuarters)
      let probability =
        logDeviation > 0
        ? StandardNormal.cumulative(position / logDeviation) : (position > 0 ? 1 : 0)
      table.append(quarters == Self.longest ? 1 : probability)
      quarters += 1
    } while table[table.count - 1] < 1
    cumulative = arena.store(table)
    var first: Int32 = 0
    var guide: [Int32] = []
    for step in 0..<Self.guideSize {
      while table[Int(first)] < Double(step) / Double(Self.guideSize) { first += 1 }
      guide.append(first)
    }
    self.guide = arena.store(guide)
  }

  /// The holding time at one uniform.
  @inline(__always)
  func quarters(_ uniform: Double) -> Int {
    var index = Int(guide[Int(uniform * Double(Self.guideSize))])
    while cumulative[index] < uniform { index += 1 }
    return index + least
  }
}
