import Foundation
import Stochastics
import Testing

@Suite struct QuantileEstimateTests {
  /// A quantile's asymptotic error is sqrt(p(1 - p)/n) over the density there.
  ///
  /// For the median of normals: sqrt(pi/2)/sqrt(n). The sample is the normal's own quantiles, so
  /// that no chance is left. Source: Stuart and Ord, Kendall's Advanced Theory, volume 1, 10.10.
  @Test(arguments: [(0.5, 10_000), (0.05, 10_000), (0.5, 400), (0.95, 2000)])
  func normalQuantilesHaveTheirAsymptoticError(probability: Double, count: Int) throws {
    let values = (0..<count).map { StandardNormal.quantile((Double($0) + 0.5) / Double(count)) }
    var ranks = OrderRanks()
    let estimate = SortedSample(values).quantileEstimate(probability, ranks: &ranks)
    let z = StandardNormal.quantile(probability)
    let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
    let expected = (probability * (1 - probability) / Double(count)).squareRoot() / density
    #expect(abs(estimate.value - z) < 0.1 * expected)
    #expect(abs(try #require(estimate.standardError) / expected - 1) < 0.06)
    #expect(estimate.atomProbability == nil)
  }

  /// SciPy: `beta.ppf(norm.cdf([-1, 1]), 51, 51) * 100` is 45.04932 and 54.95068: ranks 45 and 55.
  ///
  /// In the squares of 1 to 100 these order statistics are 55² - 45² = 1000 apart.
  @Test func theErrorIsHalfTheDistanceOfTheOrderStatistics() {
    var ranks = OrderRanks()
    let estimate = SortedSample((1...100).map { Double($0 * $0) })
      .quantileEstimate(0.5, ranks: &ranks)
    #expect(estimate == QuantileEstimate(value: 2550.5, standardError: 500, atomProbability: nil))
  }

  /// 30 of 100 companies return nothing: the 10 % quantile is that nothing, without an error.
  @Test func onAnAtomItsProbabilityStandsInForTheError() {
    let values = (0..<100).map { $0 < 30 ? 0 : Double($0) }
    var ranks = OrderRanks()
    let estimate = SortedSample(values).quantileEstimate(0.1, ranks: &ranks)
    #expect(estimate == QuantileEstimate(value: 0, standardError: nil, atomProbability: 0.3))
  }

  @Test func oneValueHasNeitherErrorNorAtom() {
    var ranks = OrderRanks()
    let estimate = SortedSample([6]).quantileEstimate(0.5, ranks: &ranks)
    #expect(estimate == QuantileEstimate(value: 6, standardError: nil, atomProbability: nil))
  }

  /// A few numbers that all differ have no atom; both ranks of an error once rounded to one.
  @Test(arguments: [2, 3, 5, 9, 20, 33])
  func differentNumbersHaveErrorsAndNoAtom(count: Int) throws {
    let sample = SortedSample((1...count).map { Double($0) })
    var ranks = OrderRanks()
    for probability in [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99] {
      let estimate = sample.quantileEstimate(probability, ranks: &ranks)
      #expect(estimate.atomProbability == nil)
      #expect(try #require(estimate.standardError) > 0)
    }
  }

  @Test func keptRanksAreNotMistakenForOthers() {
    let (small, large) = (
      SortedSample((1...50).map { Double($0) }), SortedSample((1...900).map { Double($0) })
    )
    var shared = OrderRanks()
    for probability in [0.05, 0.5, 0.05, 0.95] {
      for sample in [small, large] {
        var fresh = OrderRanks()
        #expect(
          sample.quantileEstimate(probability, ranks: &shared)
            == sample.quantileEstimate(probability, ranks: &fresh))
      }
    }
  }

  /// Two standard errors hold the true 5 % quantile, 0.05, in about 95 of 100 samples.
  @Test func twoStandardErrorsCoverTheTruth() throws {
    var ranks = OrderRanks()
    var hits = 0
    for seed in 0..<400 as Range<UInt64> {
      let sample = SortedSample(try uniforms(1000, seed: seed))
      let estimate = sample.quantileEstimate(0.05, ranks: &ranks)
      if abs(estimate.value - 0.05) <= 2 * (try #require(estimate.standardError)) { hits += 1 }
    }
    #expect(hits >= 360 && hits <= 396)
  }
}
