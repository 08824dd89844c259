internal import Foundation
import Stochastics

/// The outcome table of engine `multiples`, ready for draws.
///
/// A company's latent `Z` selects the quantile at Φ(Z), so that dependence between latents leaves
/// every company's own distribution as it is in the table.
struct OutcomeTable {
  /// What became of a company.
  struct Outcome {
    let bucket: Int
    /// Gross multiple on cost.
    let multiple: Double
    /// Its natural logarithm where the multiple is at least 1; without meaning below.
    let logMultiple: Double

    /// Nothing comes back.
    @inline(__always)
    static var writtenOff: Outcome { Outcome(bucket: 0, multiple: 0, logMultiple: 0) }
  }

  static let lowestTailMultiple = 10.0

  private let latentBounds: SIMD4<Double>  // Z at the upper end of the first four buckets
  private let cumulative: SIMD4<Double>  // probability below the last four buckets
  private let inverseShares: SIMD4<Double>  // one over the share of each of the last four
  private let tailScale: Double  // 1 - (10 / truncation)^index
  private let inverseTailIndex: Double
  private let logTruncation: Double
  private let holdingTimes: UnsafeBufferPointer<HoldingTimes>

  init(_ outcomes: Outcomes, arena: ModelArena) {
    let shares = outcomes.buckets.map(\.share)
    var running = SIMD4<Double>()
    var bounds = SIMD4<Double>()
    var inverses = SIMD4<Double>()
    var sum = 0.0
    for index in 0..<4 {
      sum += shares[index]
      running[index] = min(sum, 1)
      bounds[index] = Self.latent(at: sum)
      inverses[index] = shares[index + 1] > 0 ? 1 / shares[index + 1] : 0
    }
    cumulative = running
    latentBounds = bounds
    inverseShares = inverses
    tailScale = 1 - pow(Self.lowestTailMultiple / outcomes.truncation, outcomes.tailIndex)
    inverseTailIndex = 1 / outcomes.tailIndex
    logTruncation = log(outcomes.truncation)
    holdingTimes = arena.store(
      outcomes.buckets.map {
        HoldingTimes(
          medianQuarters: 4 * $0.medianHoldingYears * outcomes.holdingScale,
          logDeviation: outcomes.holdingLogDeviation, arena: arena)
      })
  }

  private static func latent(at probability: Double) -> Double {
    if probability <= 0 { return -.infinity }
    return probability >= 1 ? .infinity : StandardNormal.quantile(probability)
  }

  /// The latent at the upper end of the first four classes, within 12 deviations.
  var latentEnds: [Double] { (0..<4).map { min(max(latentBounds[$0], -12), 12) } }

  /// Whether a company with this latent, or with a lower one, is lost.
  @inline(__always)
  func isWrittenOff(latent: Double) -> Bool { latent <= latentBounds[0] }

  /// What a company with this latent brings back.
  @inline(__always)
  func outcome(latent: Double) -> Outcome {
    if isWrittenOff(latent: latent) { return .writtenOff }
    let probability = StandardNormal.cumulative(latent)
    if latent <= latentBounds[1] {
      let position = min(max((probability - cumulative[0]) * inverseShares[0], 0), 1)
      return Outcome(bucket: 1, multiple: position, logMultiple: 0)
    }
    let (bucket, logMultiple) = logarithm(latent: latent, probability: probability)
    return Outcome(bucket: bucket, multiple: exp(logMultiple), logMultiple: logMultiple)
  }

  @inline(__always)
  private func logarithm(latent: Double, probability: Double) -> (Int, Double) {
    if latent <= latentBounds[2] {
      let position = min(max((probability - cumulative[1]) * inverseShares[1], 0), 1)
      return (2, position * Self.log5)
    }
    if latent <= latentBounds[3] {
      let position = min(max((probability - cumulative[2]) * inverseShares[2], 0), 1)
      return (3, Self.log5 + position * Self.log2)
    }
    let position = min(max((probability - cumulative[3]) * inverseShares[3], 0), 1)
    // Where the tail's scale rounds to 1 its far end would be infinite.
    let tail = Self.log10 - log1p(-position * tailScale) * inverseTailIndex
    return (4, min(tail, logTruncation))
  }

  private static let log2 = log(2.0)
  private static let log5 = log(5.0)
  private static let log10 = log(10.0)

  /// Whole quarters, at least 1, that a company of `bucket` is held, from one uniform.
  @inline(__always)
  func holdingQuarters(bucket: Int, uniform: Double) -> Int {
    holdingTimes[bucket].quarters(uniform)
  }
}
