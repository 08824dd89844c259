import Stochastics
import Testing

@Suite struct StudentTTests {
  /// NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2: three printed digits.
  @Test(arguments: [
    (0.975, 1.0, 12.706), (0.975, 9, 2.262), (0.95, 10, 1.812), (0.995, 30, 2.750),
    (0.999, 60, 3.232), (0.975, 100, 1.984),
  ])
  func matchesTheHandbook(probability: Double, degreesOfFreedom: Double, quantile: Double) {
    let value = StudentT.quantile(probability, degreesOfFreedom: degreesOfFreedom)
    #expect(abs(value - quantile) <= 0.5e-3)
    let tail = StudentT.twoSidedTail(-value, degreesOfFreedom: degreesOfFreedom)
    #expect(abs(tail - 2 * (1 - probability)) < 1e-6)
  }

  /// The t distribution of many degrees of freedom is the normal one.
  @Test func manyDegreesOfFreedomAreNormal() {
    let value = StudentT.quantile(1 - 0.025 / 198, degreesOfFreedom: 1e6)
    #expect(abs(value - StandardNormal.quantile(1 - 0.025 / 198)) < 1e-4)
  }

  @Test func theCentreIsCertain() {
    #expect(StudentT.twoSidedTail(0, degreesOfFreedom: 3) == 1)
  }
}
