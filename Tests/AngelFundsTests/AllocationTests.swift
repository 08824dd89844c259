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

/// Numbers that no plan means are refused before anything is made of them.
@Suite struct AbsurdNumberTests {
  /// 902万 in sub-funds as small as the median of 1万 would be 902 of them.
  @Test func aSmallMedianMakesNoMillions() {
    let base = """
      mother_fund: {size: 10亿}
      direct: {share: 0%}
      terms: {ticket: {median: 1万}, single_project_limit: {amount: 1亿}}
      anchors: {lake: {kind: town}, bay: {kind: town}}
      sub_funds:
        lake_1: {anchor: lake, commitment: 1万}
        lake_2: {anchor: lake, commitment: 1万}
        bay_1: {anchor: bay, commitment: 900万}
      """
    let message = TestSweep.complaint(
      "factors: {towns: {shares: [lake, bay], step: 50%}}", base: base)
    #expect(message.contains("sub_funds names 201 things; the limit is 200"))
  }

  @Test(arguments: [
    "terms: {investment_period: 1e300y}", "terms: {investment_period: 99999999999999999999q}",
    "paths: 1e300", "seed: 1e19", "terms: {tranches: [1e300]}", "start: 99999999999999999999",
    "mother_fund: {size: 1e300}", "rules: {limits: {project_floor: 1e300}}",
    "rules: {appropriation: {budgets: {99999999999999999999: 1亿}}}",
    "direct: {ticket_scale: 1e300}", "outcomes: {buckets: {zero: {holding: 1e300y}}}",
  ])
  func numbersOutOfReachAreRefused(text: String) {
    #expect(complaints(smallScenario + text).hasPrefix("x.yaml:3: "))
  }

  @Test(arguments: [
    "factors: {terms.carry: {from: 0%, to: 1e300%, step: 1%}}",
    "factors: {mother_fund.size: {from: 0, to: 1e308, step: 1e300}}",
    "factors: {terms.carry: {from: 0%, to: 10%, step: 0%}}",
    "design: sobol\nfactors: {terms.investment_period: {uniform: [0y, 1e308y]}}",
    "design: sobol\nfactors: {mother_fund.size: {log_uniform: [1, 1e308]}}",
    "design: sobol\nfactors: {mother_fund.size: {normal: [1e308, 1e308]}}",
    "design: sobol\npoints: 1e300\nfactors: {terms.carry: {uniform: [0%, 10%]}}",
    "factors: {towns: {shares: [lake, bay], step: 1e-300}}",
    "factors: {towns: {shares: [lake, bay], min: {lake: 1e300}}}",
  ])
  func factorsOutOfReachAreRefused(text: String) {
    #expect(TestSweep.complaint(text).hasPrefix("sweep.yaml:"))
  }
}
