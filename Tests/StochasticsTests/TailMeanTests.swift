import Stochastics
import Testing

@Suite struct TailMeanTests {
  /// The lowest 30 % of 1, 2, 4, 8, 16 are 1 and half of 2: (1 + 0.5 · 2) / 1.5 = 4/3.
  ///
  /// At 40 % they are 1 and 2 with the border at 4: influences 4 - 3/0.4, 4 - 2/0.4 and three times
  /// 4, less 1.5, are -5, -2.5 and three times 2.5: squares 50 over 4 · 5 give an error of sqrt 2.5.
  @Test func matchesASampleWorkedByHand() throws {
    let sample = SortedSample([16, 1, 8, 2, 4])
    #expect(abs(try #require(TailMean.lower(sample, share: 0.3)).value - 4.0 / 3) < 1e-12)
    let estimate = try #require(TailMean.lower(sample, share: 0.4))
    #expect(abs(estimate.value - 1.5) < 1e-12)
    #expect(abs(estimate.standardError - 2.5.squareRoot()) < 1e-12)
  }

  /// At a share of 1 it is the mean: 31/5, with a sample variance of 37.2 over 5.
  @Test func theWholeSampleHasItsMean() throws {
    let estimate = try #require(TailMean.lower(SortedSample([16, 1, 8, 2, 4]), share: 1))
    #expect(abs(estimate.value - 6.2) < 1e-12)
    #expect(abs(estimate.standardError - 7.44.squareRoot()) < 1e-12)
  }

  @Test func lessThanOneValueHasNoMean() {
    #expect(TailMean.lower(SortedSample([1, 2, 3]), share: 0.3) == nil)
    #expect(TailMean.lower(SortedSample([1]), share: 1) == nil)
    #expect(TailMean.lower(SortedSample([]), share: 0.5) == nil)
    #expect(TailMean.lower(SortedSample([2, 1]), share: 0.5)?.value == 1)
  }

  /// Normal expected shortfall at 5 % is -phi(1.6449)/0.05 = -2.0627.
  ///
  /// Source: McNeil, Frey and Embrechts, Quantitative Risk Management, chapter 2. The errors are as large as the estimate's spread over 200 seeds.
  @Test func agreesWithTheNormalClosedForm() throws {
    let single = try #require(TailMean.lower(SortedSample(try normals(20_000)), share: 0.05))
    #expect(abs(single.value + 2.0627) < 4 * single.standardError)
    var (values, errors) = (Moments(), Moments())
    for seed in 0..<200 as Range<UInt64> {
      let sample = SortedSample(try normals(1000, seed: seed))
      let estimate = try #require(TailMean.lower(sample, share: 0.05))
      values.add(estimate.value)
      errors.add(estimate.standardError)
    }
    let spread = try #require(values.variance).squareRoot()
    #expect(abs(errors.mean / spread - 1) < 0.2)
  }
}
