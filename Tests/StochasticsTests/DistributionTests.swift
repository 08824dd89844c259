import Foundation
import Stochastics
import Testing

@Suite struct DistributionTests {
  /// The mean is the integral of the quantile function over all probabilities.
  ///
  /// The lognormal's upper tail beyond 1 - 1e-10, left out here, is below 1e-7 of the mean.
  @Test(
    arguments: [
      .constant(-3), .uniform(-1...4), .logUniform(0.5...80), .normal(mean: 2, deviation: 0.7),
      .logNormal(median: 3, logDeviation: 0.8), .truncatedPareto(tailIndex: 1.4, bounds: 10...500),
      .truncatedPareto(tailIndex: 1, bounds: 10...500),
      .truncatedPareto(tailIndex: 0.6, bounds: 2...1e4),
      .truncatedPareto(tailIndex: 1 + 1e-7, bounds: 10...500),
    ] as [Distribution])
  func theMeanIsTheIntegralOfTheQuantile(distribution: Distribution) throws {
    let mean = try integral(over: 1e-10...(1 - 1e-10), relativeTolerance: 1e-9) {
      distribution.quantile($0)
    }
    #expect(abs(mean / distribution.mean - 1) < 1e-6)
  }

  /// The density's own integrals: L^a / (1 - (L/U)^a) · a / (a - 1) · (L^(1-a) - U^(1-a)).
  ///
  /// At a = 1 the last two factors are log(U/L); both were worked outside this program.
  @Test(arguments: [(1.4, 27.796_784_802_357_94), (1, 39.918_602_096_205_67)])
  func truncatedParetoHasItsClosedMean(tailIndex: Double, mean: Double) {
    let distribution = Distribution.truncatedPareto(tailIndex: tailIndex, bounds: 10...500)
    #expect(abs(distribution.mean / mean - 1) < 1e-12)
  }

  /// P(X > x) = ((L/x)^a - (L/U)^a) / (1 - (L/U)^a), here with a = 1, L = 1, U = 4.
  ///
  /// At x = 2: (1/2 - 1/4) / (3/4) = 1/3; at x = 4/3: (3/4 - 1/4) / (3/4) = 2/3.
  @Test func truncatedParetoHasItsClosedQuantiles() {
    let distribution = Distribution.truncatedPareto(tailIndex: 1, bounds: 1...4)
    #expect(abs(distribution.quantile(2.0 / 3) - 2) < 1e-12)
    #expect(abs(distribution.quantile(1.0 / 3) - 4.0 / 3) < 1e-12)
    #expect(abs(distribution.quantile(1e-15) - 1) < 1e-12)
    #expect(abs(distribution.quantile(1 - 1e-15) - 4) < 1e-12)
  }

  /// Near an index of 1 the mean follows its slope there, without cancelled digits.
  ///
  /// With k = log(U/L): d log(mean)/da = 1 - k/2 - k/(U/L - 1) at a = 1, by hand from the closed form.
  @Test(arguments: [1e-3, 1e-6, 1e-8, 1e-10, -1e-8])
  func theParetoMeanIsSmoothAtIndexOne(step: Double) {
    let bounds = 10.0...500
    let mean = Distribution.truncatedPareto(tailIndex: 1 + step, bounds: bounds).mean
    let atOne = Distribution.truncatedPareto(tailIndex: 1, bounds: bounds).mean
    let slope = 1 - log(50.0) / 2 - log(50.0) / 49
    #expect(abs(mean / atOne - 1 - slope * step) < 2 * step * step + 4e-10)
  }

  /// A lognormal with median m and deviation s has mean m exp(s^2/2); e^0.5 = 1.6487212707001282.
  @Test func otherDistributionsHaveTheirClosedForms() {
    #expect(
      abs(Distribution.logNormal(median: 2, logDeviation: 1).mean - 3.297_442_541_400_256) < 1e-14)
    let upper = Distribution.logNormal(median: 1, logDeviation: 1).quantile(0.975)
    #expect(abs(log(upper) - 1.959_963_984_540_054) < 1e-13)
    #expect(
      abs(Distribution.normal(mean: 10, deviation: 2).quantile(0.025) - 6.080_072_030_919_892)
        < 1e-12)
    #expect(Distribution.uniform(2...6).quantile(0.25) == 3)
    #expect(abs(Distribution.logUniform(1...10_000).quantile(0.25) - 10) < 1e-12)
    #expect(abs(Distribution.logUniform(1...M_E).mean - (M_E - 1)) < 1e-14)
    #expect(Distribution.constant(7).quantile(0.9) == 7)
  }

  /// Equal bounds leave one value; the truncated Pareto's mean was 0/0 there.
  @Test(
    arguments: [
      .uniform(10...10), .logUniform(10...10), .truncatedPareto(tailIndex: 1.4, bounds: 10...10),
      .truncatedPareto(tailIndex: 1, bounds: 10...10),
    ] as [Distribution])
  func equalBoundsAreAConstant(distribution: Distribution) {
    #expect(distribution.mean == 10)
    #expect(distribution.quantile(0.3) == 10)
  }
}
