import Foundation
import Stochastics
import Testing

@testable import AngelFunds

@Suite struct PairedCloudTests {
  private func spread(_ values: [Double]) throws -> Double {
    let moments = values.reduce(into: Moments()) { $0.add($1) }
    return try #require(moments.variance).squareRoot()
  }

  /// Multiples like a fund's: lognormal around 1.2, some of them below 1.
  private func multiples(_ count: Int, seed: UInt64 = 7) throws -> [Double] {
    var source = try RandomSource(generator: .philox, seed: seed)
    source.begin(StreamKey(kind: 1, name: "test"), path: 0)
    return (0..<count).map { index in
      let uniform = source.block(ordinal: UInt32(index), address: 0)[0]
      return 1.2 * exp(0.4 * StandardNormal.quantile(uniform))
    }
  }

  /// Resamples spread as the standard errors say that other runs would.
  @Test(arguments: [200, 5000])
  func spreadsAreTheStandardErrors(paths: Int) throws {
    let values = try multiples(paths)
    let resamples = try BatchResamples(paths: paths, group: 0)
    let mean = try spread(values) / Double(paths).squareRoot()
    #expect(abs(try spread(resamples.means(values)) / mean - 1) < 0.15)
    let events = values.map { $0 < 1 ? 1.0 : 0 }
    let event = try #require(ColumnStatistics.probability(events) { $0 > 0 }?.standardError)
    #expect(abs(try spread(resamples.means(events)) / event - 1) < 0.15)
    let tail = try #require(TailMean.lower(SortedSample(values), share: 0.2)).standardError
    #expect(abs(try spread(resamples.tailMeans(values, share: 0.2)) / tail - 1) < 0.15)
  }

  /// A batch that is drawn n times counts n times.
  @Test func resamplesAreWhatTheirWeightsSay() throws {
    let values = [3, 1, .nan, 4, 1.5, 9, 2.6]
    let resamples = try BatchResamples(paths: 7, group: 3)
    let (means, tails) = (resamples.means(values), resamples.tailMeans(values, share: 0.5))
    #expect(resamples.weights.count == 200)
    for (index, weights) in resamples.weights.enumerated() {
      #expect(weights.reduce(0, +) == 7)
      let drawn = zip(values, weights).filter { !$0.0.isNaN }
        .flatMap { Array(repeating: $0.0, count: $0.1) }
      #expect(abs(means[index] - drawn.reduce(0, +) / Double(drawn.count)) < 1e-12)
      let tail = try #require(TailMean.lower(SortedSample(drawn), share: 0.5)).value
      #expect(abs(tails[index] - tail) < 1e-12)
    }
  }

  /// One run against itself, with more carry, and on another seed.
  @Test func pairedRunsShareTheirNoise() async throws {
    let base = try await TestRun(TestScenario.short(), paths: 300)
    let more = try await TestRun(TestScenario.short(["terms.carry": "25%"]), paths: 300)
    let other = try await TestRun(TestScenario.short(), paths: 300, seed: 2)
    let runs = zip(["base", "same", "more", "other"], [base, base, more, other]).map {
      ComparedRun(name: $0, store: $1.store)
    }
    for risk in PairedCloud.Risk.allCases {
      let cloud = try PairedCloud(runs: runs, risk: risk).runs
      #expect(cloud.map(\.name) == ["base", "same", "more", "other"])
      #expect(cloud.map(\.isPaired) == [true, true, true, false])
      #expect(cloud.allSatisfy { $0.points.count == 200 })
      #expect(cloud[0].points == cloud[1].points)
      let row = base.summary.row(.motherFund, "mother_fund", risk.rawValue)
      #expect(cloud[0].risk == row?.mean)
      let multiple = base.summary.row(.motherFund, "mother_fund", "tvpi")?.mean
      #expect(cloud[0].multiple == multiple)
      func distances(_ run: Int) -> [Double] {
        zip(cloud[run].points, cloud[0].points).map { $0.multiple - $1.multiple }
      }
      let alone = try spread(cloud[0].points.map(\.multiple))
      #expect(try spread(distances(2)) < 0.3 * alone)
      #expect(try spread(distances(3)) > alone)
    }
  }

  @Test func pathsArePickedEvenlyAndPairwise() async throws {
    let base = (0..<1500).map(Double.init)
    var variant = base.map { 2 * $0 }
    variant[5] = .nan
    let points = PathCloud(base: base, variant: variant).points
    #expect(points.count == 599)
    #expect(points.prefix(3).map(\.path) == [0, 2, 7])
    #expect(points.last?.path == 1497)
    #expect(points.allSatisfy { $0.variant == 2 * $0.base && $0.base == Double($0.path) })
    #expect(PathCloud(base: [], variant: []).points.isEmpty)
    let one = try await TestRun(TestScenario.short(), paths: 40)
    let two = try await TestRun(TestScenario.short(), paths: 40, seed: 2)
    let runs = [one, two].map { ComparedRun(name: "a", store: $0.store) }
    #expect(try PathCloud(base: runs[0], variant: runs[1]) == nil)
    #expect(try PathCloud(base: runs[0], variant: runs[0])?.points.count == 40)
  }
}
