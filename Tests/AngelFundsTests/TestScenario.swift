import Foundation

@testable import AngelFunds

/// Scenarios for tests.
enum TestScenario {
  /// The repository's folder.
  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// One of the repository's examples.
  ///
  /// - Parameter hasRules: Whether its rules of public money are on; where not, a test can turn on
  ///   those that it is about.
  static func example(
    _ name: String, set: [String: String] = [:], hasRules: Bool = false
  ) throws -> LoadedScenario {
    let set = hasRules ? set : ["rules": "none"].merging(set) { $1 }
    let path = repository.appending(path: "Scenarios/\(name).yaml").path
    return try LoadedScenario(path: path, overrides: overrides(set)) {
      try [UInt8](Data(contentsOf: URL(filePath: $0)))
    }
  }

  /// A scenario from text.
  static func load(_ text: String, set: [String: String] = [:]) throws -> LoadedScenario {
    try LoadedScenario(path: "test.yaml", overrides: overrides(set)) { _ in Array(text.utf8) }
  }

  private static func overrides(_ set: [String: String]) -> [KeyOverride] {
    set.sorted { $0.key < $1.key }.map { KeyOverride(path: $0.key, value: $0.value) }
  }

  /// One fund that buys `companies` equal companies in one quarter, sells them all within a few
  /// quarters, and charges nothing: what comes back is the companies' multiples and nothing else.
  static func plain(companies: Int, dependence: String) -> String {
    """
    mother_fund: {size: 100亿, fund_life: 15y, mgmt_fee: 0%}
    direct: {share: 0%}
    terms:
      mother_share: 100%
      investment_period: 1q
      exit_period: 5y
      extension: 5y
      tranches: [100%]
      mgmt_fee: {investment_period: 0%, exit_period: 0%}
      hurdle_rate: 0%
      carry: 0%
      ticket: {median: 1000万, log_sd: 0}
      single_project_limit: {share: 100%, amount: 10亿}
    anchors:
      town: {kind: town, companies_a_year: unlimited}
    sub_funds:
      town_1: {anchor: town, commitment: \(companies)000万}
    outcomes: {holding_scale: 0.02, holding_log_sd: 0.1}
    dependence: \(dependence)
    """
  }
}
