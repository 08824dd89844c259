import Testing

@testable import AngelFunds

@Suite struct AllocationTests {
  private func plan(_ shares: String, base: String = TestSweep.base) throws -> SweepPlan {
    try TestSweep.plan("factors: {money: \(shares)}", base: base)
  }

  /// Ways to divide 10 parts over 4 names: C(13, 3) = 286; over 3 names in 20 parts: C(22, 2).
  @Test(arguments: [
    ("{shares: [lake, bay, city, town], step: 10%}", 286),
    ("{shares: [lake, bay, city], step: 5%}", 231),
    ("{shares: [lake, bay], step: 50%}", 3),
    // At least 20 % each and at most 50 %: 3 parts are left for 3 names, none above 3: C(5, 2).
    (
      "{shares: [lake, bay, city], step: 10%, min: {lake: 20%, bay: 20%, city: 30%}, "
        + "max: {lake: 50%, bay: 50%, city: 60%}}", 10
    ),
  ])
  func countsAreThoseOfCombinatorics(shares: String, count: Int) throws {
    let cells = try plan(shares).cells.filter { $0.id != "base" }
    #expect(cells.count == count)
    #expect(Set(cells.map(\.values)).count == count)
    for cell in cells {
      let sum = cell.values.compactMap { Double($0.dropLast()) }.reduce(0, +)
      #expect(abs(sum - 100) < 1e-9)
    }
  }

  /// Lake has 2亿 and town half a 亿, which no two shares in steps of 50 % are.
  @Test func whatThereIsNowStandsBesideTheDivisions() throws {
    let plan = try plan("{shares: [lake, town], step: 50%}")
    let cell = try #require(plan.cells.last)
    #expect(plan.cells.map(\.id) == ["1", "2", "3", "base"])
    #expect(cell.values == ["80%", "20%"])
    #expect(try plan.base.variant(cell.settings.map(\.change)).scenario == baseScenario(plan))
  }

  /// Lake has two thirds of what lake and bay have: the base is not simulated twice.
  @Test func aDivisionThatIsTheBaseStandsForIt() throws {
    let plan = try plan("{shares: [lake, bay], step: 33.3333333333%}")
    #expect(plan.cells.map(\.id) == ["1", "2", "3", "4"])
  }

  private func baseScenario(_ plan: SweepPlan) -> Scenario {
    plan.base.scenario.with(ranges: [])
  }

  private func funds(_ plan: SweepPlan, _ values: [String]) throws -> [String: Double] {
    let cell = try #require(plan.cells.first { $0.values == values })
    let scenario = try plan.base.variant(cell.settings.map(\.change)).scenario
    return Dictionary(uniqueKeysWithValues: scenario.subFunds.map { ($0.id, $0.commitment) })
  }

  /// The pool of lake and town is 2.5亿 and its median commitment 1亿: 60 % is 1.5亿, which makes
  /// ceil(1.5) = 2 sub-funds; 40 % is 1亿, which makes one.
  @Test func anchorsAreSplitByTheMedianCommitment() throws {
    let plan = try plan("{shares: [lake, town], step: 20%}")
    let funds = try funds(plan, ["60%", "40%"])
    #expect(
      funds == ["lake_1": 7.5e7, "lake_2": 7.5e7, "town_1": 1e8, "bay_1": 1e8, "city_1": 1e8])
    #expect(
      try self.funds(plan, ["0%", "100%"]).keys.sorted() == [
        "bay_1", "city_1", "town_1", "town_2", "town_3",
      ])
  }

  /// The first two keep their own terms, a third goes by the first again.
  @Test func subFundsGoByThoseOfTheBase() throws {
    let plan = try plan("{shares: [lake, town], step: 20%}")
    let cell = try #require(plan.cells.first { $0.values == ["100%", "0%"] })
    let scenario = try plan.base.variant(cell.settings.map(\.change)).scenario
    let lake = scenario.subFunds.filter { $0.anchor == "lake" }
    #expect(lake.map(\.id) == ["lake_1", "lake_2", "lake_3"])
    #expect(lake.map(\.startQuarter) == [0, 4, 0])
    #expect(lake.map(\.terms.carry) == [0.2, 0.15, 0.2])
    #expect(lake.map(\.stream) == ["lake_1", "lake_2", "lake_3"])
    #expect(lake.allSatisfy { abs($0.commitment - 2.5e8 / 3) < 1e-6 })
  }

  @Test func namedSubFundsGetCommitments() throws {
    let plan = try plan("{shares: [lake_1, bay_1], step: 50%}")
    #expect(try funds(plan, ["50%", "50%"])["lake_1"] == 1e8)
    #expect(try funds(plan, ["0%", "100%"])["bay_1"] == 2e8)
    #expect(try funds(plan, ["0%", "100%"])["lake_1"] == nil)
  }

  /// The first phase has 3亿 and four of five sub-funds start in it.
  @Test func brokenCapsAreToldWithTheArithmetic() throws {
    let base = TestSweep.base.replacing(
      "{size: 10亿}", with: "{size: 10亿, first_phase: {size: 3.5亿, ends: 6m}}")
    let plan = try plan("{shares: [lake, town], step: 50%}", base: base)
    let legality = Dictionary(
      uniqueKeysWithValues: plan.cells.map { ($0.values.joined(separator: " "), $0.legality) })
    #expect(legality["50% 50%"] != .legal)
    guard case .notLegal(let why) = legality["0% 100%"] else {
      Issue.record("not told as breaking a cap")
      return
    }
    #expect(why.contains("3.5亿") && why.contains("4.5亿") && why.contains("1亿 more"))
  }
}
