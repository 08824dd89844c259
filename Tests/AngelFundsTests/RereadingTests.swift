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

  @Test(
    arguments: RulePreset.allCases.map(\.rawValue), ["cn_angel_good", "us_correlation_ventures"])
  func presetsAreSound(rules: String, outcomes: String) throws {
    let plan = try TestScenario.example(
      "minimal",
      set: [
        "rules": rules, "outcomes": outcomes,
        "rules.appropriation.budgets": "{2026: 1亿, 2028: 1亿}", "rules.shared_deals": "20%",
        "title": "{en: \"[Plan: 'a']\", zh: \"[一]\"}",
      ], hasRules: true)
    #expect(plan.scenario.isSound(resolved: plan.resolved, name: plan.name))
  }

  @Test(arguments: try TestScenario.names)
  func anExampleIsSound(name: String) throws {
    let plan = try TestScenario.example(name, hasRules: true)
    #expect(plan.scenario.isSound(resolved: plan.resolved, name: plan.name))
  }
}

extension RereadingTests {
  /// Lines that lie as deep as a stack, or make a group and a value of the same key, are no scenario.
  @Test(arguments: [
    String(repeating: "a.", count: 1_000_000) + "a: 1\n", "paths: 1\npaths.a: 2\n", ".: 1\n",
    "paths: " + String(repeating: "[", count: 1_000_000) + "]\n", "paths: 1\npaths: 1\n",
  ])
  func linesThatAreNoScenarioAreRefused(text: String) throws {
    let plan = try TestScenario.example("minimal")
    #expect(!plan.scenario.isSound(resolved: text, name: plan.name))
    #expect(!plan.scenario.isSound(resolved: plan.resolved + text, name: plan.name))
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
