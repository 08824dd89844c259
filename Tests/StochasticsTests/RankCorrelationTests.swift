import Stochastics
import Testing

@Suite struct RankCorrelationTests {
  /// Hours of television a week against IQ, the worked example of Wikipedia's article on
  /// Spearman's coefficient: -29/165. https://en.wikipedia.org/wiki/Spearman%27s_rank_correlation_coefficient
  @Test func matchesTheWorkedExample() throws {
    let iq = [106.0, 100, 86, 101, 99, 103, 97, 113, 112, 110]
    let hours = [7.0, 27, 2, 50, 28, 29, 20, 12, 6, 17]
    let value = try #require(RankCorrelation.spearman(iq, hours))
    #expect(abs(value + 29.0 / 165) < 1e-12)
  }

  @Test func isAbsentWhereNothingVaries() {
    #expect(RankCorrelation.spearman([1, 1, 1], [1, 2, 3]) == nil)
    #expect(RankCorrelation.spearman([1, 2], [1, 2]) == nil)
  }
}
