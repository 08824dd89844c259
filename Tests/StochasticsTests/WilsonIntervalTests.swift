import Stochastics
import Testing

@Suite struct WilsonIntervalTests {
  /// Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3: four printed digits.
  @Test(arguments: [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
    (1, 29, 0.0061, 0.1718),
  ])
  func matchesNewcombesTable(successes: Int, trials: Int, lower: Double, upper: Double) {
    let interval = WilsonInterval(successes: successes, trials: trials)
    #expect(abs(interval.lower - lower) <= 0.5e-4)
    #expect(abs(interval.upper - upper) <= 0.5e-4)
  }

  @Test(arguments: [0, 3, 20])
  func failuresMirrorSuccesses(successes: Int) {
    let interval = WilsonInterval(successes: successes, trials: 20)
    let mirror = WilsonInterval(successes: 20 - successes, trials: 20)
    #expect(abs(interval.lower - (1 - mirror.upper)) < 1e-12)
    #expect(interval.lower >= 0 && interval.upper <= 1)
  }

  @Test(arguments: [1, 3, 7, 20, 49, 1000, 33_333])
  func aCertainOrImpossibleEventReachesTheEnd(trials: Int) {
    #expect(WilsonInterval(successes: 0, trials: trials).lower == 0)
    #expect(WilsonInterval(successes: trials, trials: trials).upper == 1)
  }

  /// At z = 1, 2 of 4: centre 1/2, half-width 1/(1 + 1/4) · sqrt(1/16 + 1/64) = 1/sqrt(20).
  @Test func theConfidenceSetsTheWidth() {
    let one = StandardNormal.cumulative(1) - StandardNormal.cumulative(-1)
    let interval = WilsonInterval(successes: 2, trials: 4, confidence: one)
    #expect(abs(interval.lower - (0.5 - 1 / 20.0.squareRoot())) < 1e-12)
    #expect(abs(interval.upper - (0.5 + 1 / 20.0.squareRoot())) < 1e-12)
  }
}
