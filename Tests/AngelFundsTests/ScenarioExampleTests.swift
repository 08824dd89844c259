import Foundation
import Testing

@testable import AngelFunds

@Suite struct ScenarioExampleTests {
  static let files = [
    "minimal.yaml", "dongguan_baseline.yaml", "dongguan_songshan_heavy.yaml",
    "dongguan_rounds.yaml", "dongguan_towns_first.yaml",
  ]

  @Test(arguments: files) func loads(file: String) throws {
    let loaded = try example(file)
    #expect(loaded.name + ".yaml" == file)
    #expect(loaded.source.hasPrefix("# yaml-language-server: $schema=scenario.schema.json\n"))
  }

  @Test func baselineHoldsWhatItSays() throws {
    let scenario = try example("dongguan_baseline.yaml").scenario
    #expect(scenario.title.chinese == "东莞天使投资母基金基准方案")
    #expect(scenario.subFunds.count == 11)
    #expect(scenario.subFunds.map(\.id) == scenario.subFunds.map(\.id).sorted())
    #expect(scenario.subFunds.allSatisfy { $0.size == 1.875e8 })
    #expect(
      scenario.subFunds.map(\.startQuarter).sorted() == [0, 0, 2, 2, 4, 4, 6, 6, 8, 8, 10])
    #expect(scenario.motherFund.firstPhase == FirstPhase(size: 5e8, endsAfterQuarters: 6))
    #expect(scenario.contributors.map(\.share) == [0.6, 0.4])
    #expect(scenario.anchors.count == 7)
    #expect(scenario.sectors.count == 6)
    let lake = try #require(scenario.anchors.first { $0.id == "songshan_lake" })
    #expect(
      lake.dealFlow.sectors.map(\.sector)
        == ["biomedicine", "electronics", "intelligent_equipment", "new_materials"])
    #expect(lake.dealFlow.sectors.allSatisfy { $0.share == 0.25 })
  }

  @Test(arguments: ["dongguan_songshan_heavy.yaml", "dongguan_towns_first.yaml"])
  func variantsCommitWhatTheBaselineCommits(file: String) throws {
    let (base, variant) = (try example("dongguan_baseline.yaml"), try example(file))
    let total = variant.scenario.subFunds.reduce(0) { $0 + $1.commitment }
    #expect(total == 8.25e8)
    #expect(variant.scenario.subFunds != base.scenario.subFunds)
    #expect(variant.scenario.motherFund == base.scenario.motherFund)
    #expect(variant.scenario.anchors == base.scenario.anchors)
    #expect(variant.source.contains("\n# base: "))
  }

  /// What the baseline writes out beside the built-in ranges and defaults is the same thing.
  @Test func baselineTermsAndOutcomesAreTheDefaults() throws {
    let baseline = try example("dongguan_baseline.yaml").scenario
    let small = try loaded(smallScenario).scenario
    #expect(baseline.outcomes == small.outcomes)
    #expect(baseline.dependence == small.dependence)
    #expect(baseline.termEnd == small.termEnd)
    #expect(baseline.ranges.map(\.path) == small.ranges.map(\.path))
    #expect(baseline.subFunds[0].terms == small.subFunds[0].terms)
    #expect(baseline.direct == small.direct)
    #expect(baseline.contributors == small.contributors)
  }

  /// `UPDATE_GOLDEN=1 swift test` rewrites the file.
  @Test func theSchemaFileIsTheOneGenerated() throws {
    let file = projectFile("Scenarios/scenario.schema.json")
    let schema = ScenarioSchema.schema()
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try schema.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == schema)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(schema.utf8)) }
  }
}
