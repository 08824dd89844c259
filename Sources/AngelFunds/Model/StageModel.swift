internal import Foundation
import Stochastics

/// A stage of a company's life, ready for draws; two rows, for a shut and an open window.
struct StageModel: BitwiseCopyable {
  /// The latent up to which each fate but the best reaches, worst first.
  private let openBounds: SIMD8<Double>
  private let shutBounds: SIMD8<Double>
  /// Quarters to an event that begins while the window is open, and while it is shut.
  let openGaps: HoldingTimes
  let shutGaps: HoldingTimes
  let logStepUp: Double
  let stepUpLogDeviation: Double
  /// What the option pool leaves of the price of a share.
  let pool: Double
  /// The new money's part of the company's value after the round.
  let dilution: Double
  /// Whether the exit comes later than the event, and by how much.
  let hasDelay: Bool
  let delays: HoldingTimes

  init(_ row: StageRow, of rounds: Rounds, arena: ModelArena) {
    let window = rounds.ipoWindow
    let fates = row.fates(nextRoundScale: rounds.nextRoundScale)
    openBounds = Self.bounds(fates, ipoFactor: window.openFactor(window.shutIPOFactor))
    shutBounds = Self.bounds(fates, ipoFactor: window.shutShare > 0 ? window.shutIPOFactor : 1)
    let gap = 4 * row.gapYears * rounds.gapScale
    openGaps = HoldingTimes(
      medianQuarters: gap * window.openFactor(window.shutGapFactor),
      logDeviation: rounds.gapLogDeviation, arena: arena)
    shutGaps = HoldingTimes(
      medianQuarters: gap * window.shutGapFactor, logDeviation: rounds.gapLogDeviation,
      arena: arena)
    logStepUp = log(1 + (row.stepUp - 1) * rounds.stepUpGainScale)
    stepUpLogDeviation = row.stepUpLogDeviation
    pool = 1 - row.poolDrag
    dilution = row.dilution
    hasDelay = row.exitDelayYears > 0
    delays = HoldingTimes(
      medianQuarters: hasDelay ? 4 * row.exitDelayYears * rounds.gapScale : 1,
      logDeviation: rounds.gapLogDeviation, least: 0, arena: arena)
  }

  /// Upper ends of all fates but the best, as latents.
  private static func bounds(_ fates: [Double], ipoFactor: Double) -> SIMD8<Double> {
    var bounds = SIMD8<Double>(repeating: .infinity)
    let ipo = fates[6]
    let listed = ipo * ipoFactor
    let others = ipo < 1 ? (1 - listed) / (1 - ipo) : 0
    var sum = 0.0
    for index in 0..<6 {
      sum += fates[index] * others
      bounds[index] =
        sum <= 0
        ? -.infinity : sum >= 1 - 1e-12 && listed <= 0 ? .infinity : StandardNormal.quantile(sum)
    }
    return bounds
  }

  /// The fate of a company with this latent, as its position in `Fate.allCases`.
  @inline(__always)
  func fate(latent: Double, isOpen: Bool) -> Int {
    let bounds = isOpen ? openBounds : shutBounds
    var fate = 0
    while fate < 6, latent > bounds[fate] { fate += 1 }
    return fate
  }
}

extension StageRow {
  /// The shares with that of the next round scaled; the others make room.
  func fates(nextRoundScale: Double) -> [Double] {
    let next = fates[5]
    guard next > 0, next < 1, nextRoundScale != 1 else { return fates }
    let scaled = next * nextRoundScale
    return fates.enumerated().map { $0 == 5 ? scaled : $1 * (1 - scaled) / (1 - next) }
  }
}
