import Foundation
import Stochastics
import Testing

@Suite struct IntegralTests {
  /// Test integral 1 of QUADPACK (Piessens et al., 1983) with alpha 2.6; digits of GSL's own tests.
  @Test func matchesAPublishedSingularIntegral() throws {
    let value = try integral(over: 0...1) { pow($0, 2.6) * log(1 / $0) }
    #expect(abs(value / 7.716_049_382_715_854_665e-2 - 1) < 1e-10)
  }

  /// Test integral 3 of QUADPACK with alpha 1.3; bounds and digits of GSL's own tests.
  @Test func matchesAPublishedOscillatingIntegral() throws {
    let value = try integral(over: 0.3...2.71) { cos(pow(2, 1.3) * sin($0)) }
    #expect(abs(value / -7.238_969_575_482_959_717e-1 - 1) < 1e-10)
  }

  /// Leibniz: the integral of 4 / (1 + x^2) from 0 to 1 is pi.
  @Test func findsPi() throws {
    #expect(abs(try integral(over: 0...1) { 4 / (1 + $0 * $0) } - .pi) < 1e-12)
  }

  @Test func anIntervalWithoutLengthHasNoArea() throws {
    #expect(try integral(over: 3...3) { exp($0) } == 0)
  }

  @Test func aDivergentIntegralIsAnError() throws {
    let error = #expect(throws: GSLError.self) { try integral(over: 0...1) { 1 / $0 } }
    #expect(try #require(error).description.hasPrefix("integrating over 0.0...1.0: "))
  }
}
