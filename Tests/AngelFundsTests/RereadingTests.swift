import Foundation
import Testing

@testable import AngelFunds

/// What a run keeps of its scenario can be read again with every check.
@Suite struct RereadingTests {
  @Test(arguments: [UInt32](0..<60))
  func aRandomScenarioIsSound(number: UInt32) throws {
    let plan = try TestScenario.load(RandomScenario(number: number).text)
    #expect(plan.scenario.isSound(resolved: plan.resolved, name: plan.name), "\(number)")
  }

  @Test(arguments: try TestScenario.names)
  func anExampleIsSound(name: String) throws {
    let plan = try TestScenario.example(name, hasRules: true)
    #expect(plan.scenario.isSound(resolved: plan.resolved, name: plan.name))
  }
}

extension TestScenario {
  /// The names of the repository's examples.
  fileprivate static var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(
        atPath: repository.appending(path: "Scenarios").path
      ).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }
  }
}
