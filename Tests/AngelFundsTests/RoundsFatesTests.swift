import Foundation
import Stochastics
import Testing

@testable import AngelFunds

/// What becomes of companies agrees with the table of their stages.
@Suite struct RoundsFatesTests {
  private static let stages: [Stage] = Stage.allCases

  /// Shares of fates among companies that come to a stage's event: a row a stage.
  private func shares(
    _ set: [String: String], paths: UInt32, stages: Int
  ) throws -> (shares: [[PathRatio]], table: [[Double]]) {
    let lab = try RoundsLab(set)
    var source = try RandomSource(generator: .philox, seed: 3)
    var ratios = [[PathRatio]](
      repeating: [PathRatio](repeating: PathRatio(), count: 7), count: stages)
    for path in 0..<paths {
      let lives = lab.lives(path: path, source: &source)
      for stage in 0..<stages {
        var counts = [Double](repeating: 0, count: 7)
        for life in lives where life.roundCount >= stage {
          if life.roundCount > stage {
            counts[Fate.nextRoundIndex] += 1
          } else if life.fate >= 0 {
            counts[life.fate] += 1
          }
        }
        let all = counts.reduce(0, +)
        for fate in 0..<7 { ratios[stage][fate].add(counts[fate], of: all) }
      }
    }
    let rounds = try TestScenario.load(RoundsLab.text, set: set).scenario.outcomes.rounds
    return (ratios, rounds.stages.map(\.fates))
  }

  private func expectAgreement(_ set: [String: String], paths: UInt32, stages: Int) throws {
    let (shares, table) = try shares(set, paths: paths, stages: stages)
    for stage in 0..<stages {
      for fate in 0..<7 {
        let (found, expected) = (shares[stage][fate], table[stage][fate])
        if expected == 0 {
          #expect(found.ratio == 0)
        } else {
          #expect(
            abs(found.ratio - expected) <= 4 * found.error,
            "\(Self.stages[stage]), \(Fate.allCases[fate]): \(found.ratio) ± \(found.error)")
        }
      }
    }
  }

  @Test func agreeWithTheTableWhereCompaniesAreIndependent() throws {
    try expectAgreement(RoundsLab.independent, paths: 400, stages: 5)
  }

  /// The window moves listings from year to year and leaves their long-run share; it slows
  /// nothing here, so that years of events are as often open as any.
  @Test func agreeInTheLongRunWithAWindow() throws {
    var set = RoundsLab.independent
    set["outcomes.rounds.ipo_window.shut_ipo_factor"] = "0.2"
    try expectAgreement(set, paths: 1500, stages: 5)
  }

  /// With dependence the first event keeps its table; later ones cannot, as shared factors select
  /// who comes to them.
  @Test func firstEventsAgreeWithDependence() throws {
    try expectAgreement([:], paths: 2500, stages: 1)
    let (shares, table) = try shares([:], paths: 2500, stages: 2)
    #expect(shares[1][Fate.nextRoundIndex].ratio > table[1][Fate.nextRoundIndex] + 0.01)
  }

  @Test func scalingTheNextRoundLeavesTheOthersProportions() throws {
    let row = StageRow(
      fates: [0.2, 0.1, 0.05, 0.1, 0.05, 0.5, 0], gapYears: 1, stepUp: 2, stepUpLogDeviation: 0,
      poolDrag: 0, dilution: 0, exitDelayYears: 0)
    let scaled = row.fates(nextRoundScale: 1.2)
    for (found, expected) in zip(scaled, [0.16, 0.08, 0.04, 0.08, 0.04, 0.6, 0]) {
      #expect(abs(found - expected) < 1e-12)
    }
  }

  /// A shut year slows rounds by 1.3, an open one hastens them by 0.8.
  ///
  /// Transfers get 0.6 and 1.2667 times the table's 0.75. The median gap of angel money is 6.4
  /// quarters.
  @Test func aShutWindowSlowsRoundsAndCheapensTransfers() throws {
    let lab = try RoundsLab()
    withExtendedLifetime(lab.model) {
      let rounds = lab.model.rounds
      #expect(rounds.stages[0].shutGaps.quarters(0.5) == 8)  // 8.32
      #expect(rounds.stages[0].openGaps.quarters(0.5) == 5)  // 5.12
      #expect(abs(exp(rounds.exits.logPrice[3]) - 0.45) < 1e-12)
      #expect(abs(exp(rounds.exits.logPrice[2]) - 0.95) < 1e-12)
    }
  }

  /// A chain that shuts with 20 % and opens with 30 % is shut in 40 % of years.
  @Test func theWindowIsAChain() throws {
    let lab = try RoundsLab()
    var source = try RandomSource(generator: .philox, seed: 9)
    var (shut, shuts, opens) = (PathMean(), PathRatio(), PathRatio())
    for path in 0..<UInt32(3000) {
      lab.model.rounds.drawWindow(
        lab.model.windowStream, path: path, years: 40, isOpen: lab.buffers.isWindowOpen,
        source: &source)
      let years = (0..<40).map { lab.buffers.isWindowOpen[$0] }
      shut.add(Double(years.count { !$0 }) / 40)
      let steps = Array(zip(years, years.dropFirst()))
      shuts.add(Double(steps.count { $0 && !$1 }), of: Double(steps.count { $0.0 }))
      opens.add(Double(steps.count { !$0 && $1 }), of: Double(steps.count { !$0.0 }))
    }
    #expect(shut.distance(from: 0.4) < 4)
    #expect(abs(shuts.ratio - 0.2) < 4 * shuts.error)
    #expect(abs(opens.ratio - 0.3) < 4 * opens.error)
  }
}

/// A ratio of two sums over paths, with its standard error by linearisation.
struct PathRatio {
  private var values: [(part: Double, whole: Double)] = []

  mutating func add(_ part: Double, of whole: Double) { values.append((part, whole)) }

  private var sum: (part: Double, whole: Double) {
    values.reduce((0, 0)) { ($0.0 + $1.part, $0.1 + $1.whole) }
  }

  var ratio: Double { sum.part / sum.whole }

  var error: Double {
    let (ratio, whole) = (ratio, sum.whole)
    let squares = values.reduce(0.0) {
      let residual = $1.part - ratio * $1.whole
      return $0 + residual * residual
    }
    return squares.squareRoot() / whole
  }
}
