import Foundation
import Stochastics
import Testing

@Suite struct StandardNormalTests {
  /// Percentiles: OEIS A220510 and Wichura's check values in Applied Statistics 37 (1988), AS 241.
  @Test(arguments: [
    (0.5, 0), (0.975, 1.959_963_984_540_054), (0.025, -1.959_963_984_540_054),
    (0.25, -0.674_489_750_196_081_7), (0.001, -3.090_232_306_167_813_5),
    (1e-20, -9.262_340_089_798_408),
  ])
  func matchesPublishedPercentiles(probability: Double, value: Double) {
    #expect(abs(StandardNormal.quantile(probability) - value) < 1e-13)
    #expect(abs(StandardNormal.cumulative(value) / probability - 1) < 1e-12)
  }

  /// -log10 of the upper tail: Abramowitz and Stegun (1964), table 26.2, five decimals.
  @Test(arguments: [(5, 6.54265), (10, 23.11805), (20, 88.56010)] as [(Double, Double)])
  func keepsItsDigitsFarOut(value: Double, digits: Double) {
    #expect(abs(-log10(StandardNormal.upperTail(value)) - digits) < 0.6e-5)
  }
}
