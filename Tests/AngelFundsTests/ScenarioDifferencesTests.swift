import Testing

@testable import AngelFunds

@Suite struct ScenarioDifferencesTests {
  private func provenance(_ set: [String: String], seed: UInt64 = 1) throws -> Provenance {
    let loaded = try TestScenario.example("minimal", set: set)
    return Provenance(
      scenarioName: loaded.name, scenarioSource: loaded.source, changes: [],
      scenarioResolved: loaded.resolved, assumptions: loaded.assumptions,
      scenario: loaded.scenario, seed: seed, generator: "philox", paths: loaded.scenario.paths,
      programVersion: programVersion,
      gslVersion: "")
  }

  private func likeness(_ set: [String: String]) throws -> Likeness? {
    Likeness(try provenance([:]).scenario, try provenance(set).scenario)
  }

  @Test func keysAreToldWithBothValues() throws {
    let found = KeyDifference.all(
      try provenance([:]),
      try provenance(["title": "{en: Other, zh: 另}", "sub_funds.towns_1.carry": "10%"]))
    #expect(found.map(\.key) == ["sub_funds.towns_1.carry", "title.en", "title.zh"])
    #expect(found.map(\.base) == ["0.15", "Smallest scenario", "最小方案"])
    #expect(found.map(\.variant) == ["0.1", "Other", "另"])
    #expect(found.allSatisfy { $0.isUsed })
  }

  @Test func aKeyThatOneLacksIsAbsentThere() throws {
    let found = KeyDifference.all(
      try provenance([:]), try provenance(["mother_fund.first_phase": "{size: 8亿, ends: 2y}"]))
    let key = try #require(found.first { $0.key == "mother_fund.first_phase.size" })
    #expect(key.base == nil)
    #expect(key.variant == "800000000")
  }

  /// Both ran on seed 1, whatever the second file says.
  @Test func anOverriddenSeedIsNotUsed() throws {
    let found = KeyDifference.all(
      try provenance([:]), try provenance(["seed": "5", "terms.carry": "10%"]))
    #expect(found.filter { !$0.isUsed }.map(\.key) == ["seed"])
    let used = KeyDifference.all(try provenance([:]), try provenance(["seed": "5"], seed: 5))
    #expect(used.map(\.isUsed) == [true])
  }

  @Test func namesAreNothingToRank() throws {
    #expect(try likeness([:]) == .same)
    #expect(try likeness(["seed": "5"]) == .same)
    #expect(try likeness(["title": "{en: Other, zh: 另}"]) == .names)
    #expect(try likeness(["sub_funds.towns_2.label": "{en: T, zh: 镇}"]) == .names)
    #expect(try likeness(["terms.carry": "10%"]) == nil)
    #expect(try likeness(["outcomes.tail_index": "1.5"]) == nil)
  }

  /// Both anchors have the same deal flow, so only carry and start tell the sub-funds apart.
  @Test func moneyBetweenEqualFundsIsNothingToRank() throws {
    let alike = [
      "sub_funds.towns_1.carry": "20%", "sub_funds.towns_1.start": "0q",
      "anchors.towns.companies_a_year": "unlimited",
      "anchors.songshan_lake.companies_a_year": "unlimited",
    ]
    let moved = alike.merging([
      "sub_funds.songshan_lake_1.commitment": "9000万", "sub_funds.towns_1.commitment": "6000万",
    ]) { $1 }
    func scenario(_ set: [String: String]) throws -> Scenario { try provenance(set).scenario }
    #expect(Likeness(try scenario(alike), try scenario(moved)) == .division)
    #expect(Likeness(try scenario([:]), try scenario(moved)) == nil)
    let better = ["anchors.towns.quality_shift": "0.1"]
    #expect(
      Likeness(
        try scenario(alike.merging(better) { $1 }), try scenario(moved.merging(better) { $1 }))
        == nil)
    let limits = [
      "anchors.towns.companies_a_year": "15", "anchors.songshan_lake.companies_a_year": "15",
    ]
    #expect(
      Likeness(
        try scenario(alike.merging(limits) { $1 }), try scenario(moved.merging(limits) { $1 }))
        == nil)
    let more = moved.merging(["sub_funds.towns_1.commitment": "7000万"]) { $1 }
    #expect(Likeness(try scenario(alike), try scenario(more)) == nil)
  }
}
