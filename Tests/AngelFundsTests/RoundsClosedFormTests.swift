import Foundation
import Stochastics
import Testing

@testable import AngelFunds

/// The mean gross multiple by enumeration of all ways through the stages.
///
/// Along each way the price of a share at the exit is a product of independent lognormals, so that
/// the mean of min(price, cap) is known in closed form; recoveries are uniform.
@Suite struct RoundsClosedFormTests {
  private static let cap = 50.0

  /// E min(X, cap) for a lognormal X, as in the price of a call.
  private static func cappedMean(logMedian: Double, logDeviation: Double) -> Double {
    let edge = (log(cap) - logMedian) / logDeviation
    let below =
      exp(logMedian + logDeviation * logDeviation / 2)
      * StandardNormal.cumulative(edge - logDeviation)
    return below + cap * StandardNormal.upperTail(edge)
  }

  /// The mean of a lognormal that is rounded to whole quarters: the sum of P(time > k).
  private static func expectedQuarters(median: Double, _ rounds: Rounds, least: Int) -> Double {
    (0..<2000).reduce(0) { sum, quarter in
      guard quarter >= least else { return sum + 1 }
      let edge = log((Double(quarter) + 0.5) / median) / rounds.gapLogDeviation
      return sum + StandardNormal.upperTail(edge)
    }
  }

  private static func mean(_ rounds: Rounds) -> Double {
    let exits = rounds.exits
    let back = exits.buyback
    let full = 1 - back.nothing - back.partial
    var (reached, logMedian, variance, sum, quarters) = (1.0, 0.0, 0.0, 0.0, 0.0)
    for stage in rounds.stages {
      func priced(_ step: PriceStep) -> Double {
        cappedMean(
          logMedian: logMedian + log(step.median),
          logDeviation: (variance + step.logDeviation * step.logDeviation).squareRoot())
      }
      // In full is with simple interest for the expected time until then.
      quarters += expectedQuarters(median: 4 * stage.gapYears, rounds, least: 1)
      let delay =
        stage.exitDelayYears > 0
        ? expectedQuarters(median: 4 * stage.exitDelayYears, rounds, least: 0) : 0
      let buyback =
        back.partial * (back.partialLow + back.partialHigh) / 2
        + full * (1 + back.interest * (quarters + delay) / 4)
      let paid = [
        exits.writeOffRecovery / 2, exits.zombieRecovery / 2, buyback,
        priced(exits.secondaryTransfer), priced(exits.mAndA), 0, priced(exits.ipo),
      ]
      sum += reached * zip(stage.fates, paid).reduce(0) { $0 + $1.0 * $1.1 }
      reached *= stage.fates[Fate.nextRoundIndex]
      logMedian += log(stage.stepUp) + log(1 - stage.poolDrag)
      variance += stage.stepUpLogDeviation * stage.stepUpLogDeviation
    }
    return sum
  }

  @Test func agreesWithEnumerationForIndependentCompanies() throws {
    let set = RoundsLab.independent
    let preset = try OutcomePreset.scenario(named: "cn_angel_neutral").scenario.outcomes.rounds
    #expect(try TestScenario.load(RoundsLab.text).scenario.outcomes.rounds == preset)
    let rounds = try TestScenario.load(RoundsLab.text, set: set).scenario.outcomes.rounds
    let expected = Self.mean(rounds)
    let lab = try RoundsLab(set)
    var source = try RandomSource(generator: .philox, seed: 12)
    var (mean, unfinished) = (PathMean(), 0)
    for path in 0..<UInt32(4000) {
      let lives = lab.lives(path: path, source: &source)
      unfinished += lives.count { $0.exitQuarter > 159 }
      let multiples = lives.filter { $0.exitQuarter <= 159 }.map {
        multiple($0, interest: rounds.exits.buyback.interest)
      }
      mean.add(multiples.reduce(0, +) / 100)
    }
    #expect(unfinished < 100)  // of 400,000; each is worth about one cost
    #expect(mean.distance(from: expected) < 4, "\(mean.mean) ± \(mean.error), not \(expected)")
    #expect(mean.error < 0.01)
  }

  /// What a yuan brings back, all companies being bought in quarter 0.
  private func multiple(_ life: CompanyLife, interest: Double) -> Double {
    guard life.payout == .costWithInterest else { return min(life.exitValue, Self.cap) }
    return 1 + interest * Double(life.exitQuarter) / 4
  }
}
