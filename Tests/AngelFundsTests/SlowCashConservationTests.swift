import Foundation
import Testing

@testable import AngelFunds

/// Money is neither made nor lost on any path of any example.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["ANGELFOF_SLOW_TESTS"] != nil))
struct SlowCashConservationTests {
  @Test(arguments: ScenarioExampleTests.files, 0..<UInt32(4))
  func holdsOnEveryPathOfEveryExample(file: String, quarter: UInt32) throws {
    let scenario = try example(file).scenario
    let paths = UInt32(scenario.paths)
    #expect(paths == 20_000)
    let part = (quarter * paths / 4)..<((quarter + 1) * paths / 4)
    #expect(try scenario.imbalance(paths: part) == nil)
  }
}
