import Foundation
import Stochastics
import Testing

@testable import AngelFunds

/// Run by `make test-slow`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["ANGELFOF_SLOW_TESTS"] != nil))
struct SlowCoverageTests {
  private static let seeds = 2000
  private static let paths = 200

  /// Ten equal, independent companies without fees, all sold long before the term ends.
  ///
  /// The mean gross multiple is that of the outcome table; no company brings more than tenfold.
  private func scenario(zero: Int, from1xTo5x: Int, from5xTo10x: Int) throws -> LoadedScenario {
    let text = TestScenario.plain(
      companies: 10, dependence: "{market: 0, sector: 0, manager: 0}")
    return try TestScenario.load(
      text,
      set: [
        "outcomes.buckets.zero.share": "\(zero)%",
        "outcomes.buckets.below_1x.share": "\(100 - zero - from1xTo5x - from5xTo10x)%",
        "outcomes.buckets.from_1x_to_5x.share": "\(from1xTo5x)%",
        "outcomes.buckets.from_5x_to_10x.share": "\(from5xTo10x)%",
        "outcomes.buckets.above_10x.share": "0%",
      ])
  }

  /// The mean of a uniform variable on 0…1 is 1/2, of a log-uniform one on a…b (b - a)/ln(b/a).
  private func mean(zero: Double, from1xTo5x: Double, from5xTo10x: Double) -> Double {
    (1 - zero - from1xTo5x - from5xTo10x) / 2 + from1xTo5x * 4 / log(5) + from5xTo10x * 5 / log(2)
  }

  /// The 95 % interval covers the true difference of two mean gross multiples as often as a
  /// two-sided binomial test at 0.1 % allows.
  ///
  /// Pairs are of one seed each; without pairs every second seed is the base's alone.
  @Test func intervalsCoverTheTruthAsOftenAsTheySay() async throws {
    let base = try scenario(zero: 40, from1xTo5x: 25, from5xTo10x: 10)
    let variant = try scenario(zero: 35, from1xTo5x: 32, from5xTo10x: 8)
    let truth =
      mean(zero: 0.35, from1xTo5x: 0.32, from5xTo10x: 0.08)
      - mean(zero: 0.40, from1xTo5x: 0.25, from5xTo10x: 0.10)
    var (paired, unpaired) = (Coverage(truth), Coverage(truth))
    var last: [Double] = []
    for seed in 1...UInt64(Self.seeds) {
      let old = try await multiples(base, seed: seed)
      let new = try await multiples(variant, seed: seed)
      try paired.add(Difference(base: old, variant: new, isPaired: true))
      if seed.isMultiple(of: 2) {
        try unpaired.add(Difference(base: last, variant: new, isPaired: false))
      }
      last = old
    }
    for coverage in [paired, unpaired] {
      print("\(coverage.covered) of \(coverage.trials) intervals cover \(truth)")
      let estimate = try #require(coverage.differences.meanEstimate)
      #expect(abs(estimate.value - truth) < 4 * estimate.standardError)
      let below = Self.binomial(atMost: coverage.covered, of: coverage.trials, probability: 0.95)
      let above =
        1 - Self.binomial(atMost: coverage.covered - 1, of: coverage.trials, probability: 0.95)
      #expect(min(below, above) > 0.0005, "\(coverage.covered) of \(coverage.trials)")
    }
  }

  /// How often intervals cover the truth.
  private struct Coverage {
    let truth: Double
    private(set) var trials = 0
    private(set) var covered = 0
    private(set) var differences = Moments()

    init(_ truth: Double) { self.truth = truth }

    mutating func add(_ difference: Difference?) throws {
      let found = try #require(difference)
      let interval = try #require(found.interval)
      trials += 1
      if interval.contains(truth) { covered += 1 }
      differences.add(found.value)
    }
  }

  private func multiples(_ loaded: LoadedScenario, seed: UInt64) async throws -> [Double] {
    let run = try await TestRun(loaded, paths: Self.paths, seed: seed, jobs: 1)
    return try #require(try run.figures(.motherFund, "mother_fund", .grossMOIC))
  }

  /// The probability of at most `successes`, added up term by term.
  private static func binomial(atMost successes: Int, of trials: Int, probability: Double) -> Double
  {
    guard successes >= 0 else { return 0 }
    let n = Double(trials)
    return (0...successes).reduce(0) { sum, count in
      let k = Double(count)
      let ways = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
      return sum + exp(ways + k * log(probability) + (n - k) * log(1 - probability))
    }
  }

  /// Half of an even number of fair throws, and all of them.
  @Test func binomialProbabilitiesAddUp() {
    #expect(abs(Self.binomial(atMost: 1, of: 2, probability: 0.5) - 0.75) < 1e-12)
    #expect(abs(Self.binomial(atMost: 2000, of: 2000, probability: 0.95) - 1) < 1e-9)
  }
}
