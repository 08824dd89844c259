import Stochastics
import Testing

@Suite struct HolmAdjustmentTests {
  /// The worked example of the documentation of pingouin's `holm`.
  @Test func matchesPingouinsExample() {
    let adjusted = HolmAdjustment.adjusted([0.50, 0.003, 0.32, 0.054, 0.0003])
    for (value, printed) in zip(adjusted, [0.64, 0.012, 0.64, 0.162, 0.0015]) {
      #expect(abs(value - printed) < 1e-12)
    }
  }

  @Test func noneIsAboveOneOrBelowASmallerOne() {
    #expect(HolmAdjustment.adjusted([0.9, 0.6, 1]) == [1, 1, 1])
    #expect(HolmAdjustment.adjusted([0.02, 0.011, 0.012]) == [0.033, 0.033, 0.033])
    #expect(HolmAdjustment.adjusted([]) == [])
  }
}
