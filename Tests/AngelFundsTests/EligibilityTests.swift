import Foundation
import Stochastics
import Testing

@testable import AngelFunds

/// What counts as an angel project (天使类项目).
@Suite struct EligibilityTests {
  /// Half are young enough, 1 - 0.3² = 91 % have few rounds, Φ(1) have few people, half are small.
  private func rule(_ policy: Eligibility.Policy) -> Eligibility {
    Eligibility(
      policy: policy, age: 5, rounds: 2, heads: 100, assetsOrRevenue: 2e7,
      companies: CompanyProfile(
        age: 5, ageLogDeviation: 0.5, furtherRound: 0.3, heads: 100 * exp(-0.8),
        headsLogDeviation: 0.8, assetsOrRevenue: 2e7, assetsOrRevenueLogDeviation: 1))
  }

  private let probability = (1 - 0.5 * 0.09) * 0.8413447461 * 0.5

  private func scenario(_ rules: FundRules, companies: Int) throws -> Scenario {
    try TestScenario.load(
      TestScenario.plain(companies: companies, dependence: "{market: 0, sector: 0, manager: 0}")
    ).scenario.with(rules)
  }

  @Test func theProbabilityIsTheProductOfItsParts() {
    #expect(abs(EligibilityModel(rule(.count)).probability - probability) < 1e-9)
  }

  /// The quantities themselves, drawn by their inverse distribution functions and held against the
  /// limits, say the same of every company.
  @Test func uniformsStandForQuantities() throws {
    let rule = rule(.count)
    let (model, companies) = (EligibilityModel(rule), rule.companies)
    var source = try RandomSource(generator: .philox, seed: 7)
    source.begin(StreamKey(.company, "town_1"), path: 0)
    var met = 0
    for ordinal in 0..<4000 as Range<UInt32> {
      let draw = source.block(ordinal: ordinal, address: DrawAddress.profile)
      func lognormal(_ median: Double, _ deviation: Double, _ lane: Int) -> Double {
        median * exp(deviation * StandardNormal.quantile(draw[lane]))
      }
      let age = lognormal(companies.age, companies.ageLogDeviation, 0)
      let rounds = 1 + floor(log(draw[1]) / log(companies.furtherRound))
      let heads = lognormal(companies.heads, companies.headsLogDeviation, 2)
      let money = lognormal(
        companies.assetsOrRevenue, companies.assetsOrRevenueLogDeviation, 3)
      let isAngel =
        (age <= rule.age || rounds <= Double(rule.rounds)) && heads <= rule.heads
        && money <= rule.assetsOrRevenue
      #expect(model.isMet(draw) == isAngel)
      met += isAngel ? 1 : 0
    }
    let error = (probability * (1 - probability) / 4000).squareRoot()
    #expect(abs(Double(met) / 4000 - probability) < 4 * error)
  }

  @Test(arguments: ["philox", "mt19937"])
  func theEarlyPartIsThatOfTheProbability(generator: String) throws {
    let scenario = try scenario(FundRules(eligibility: rule(.count)), companies: 100)
    let path = try RuledPath(scenario, generator: try #require(Generator(named: generator)))
    var share = PathMean()
    for number in 0..<300 as Range<UInt32> {
      path.run(number)
      let result = path.result()
      #expect(result.companies.funded == 100)
      share.add(result.earlyCost / result.cost)
    }
    #expect(share.distance(from: probability) < 4)
  }

  /// Passing others over reaches further down the list of the same companies.
  @Test(arguments: ["philox", "mt19937"])
  func othersArePassedOver(generator: String) throws {
    let generator = try #require(Generator(named: generator))
    let counting = try RuledPath(
      scenario(FundRules(eligibility: rule(.count)), companies: 300), generator: generator)
    let skipping = try RuledPath(
      scenario(FundRules(eligibility: rule(.skip)), companies: 50), generator: generator)
    for number in 0..<20 as Range<UInt32> {
      counting.run(number)
      skipping.run(number)
      let early = counting.planned().filter(\.isEarly).prefix(50)
      #expect(skipping.planned().map(\.ordinal) == early.map(\.ordinal))
      #expect(skipping.result().earlyCost == skipping.result().cost)
      #expect(skipping.result().companies.funded == 50)
    }
    #expect(skipping.imbalance(paths: 0..<20) == nil)
  }

  /// Ten companies are fewer than 15, and with 40 % of angel projects the floor of 70 % is missed
  /// on most paths.
  @Test func floorsThatAreMissedAreTold() throws {
    let path = try RuledPath(scenario(FundRules(eligibility: rule(.count)), companies: 10))
    let id = "town_1"
    for number in 0..<20 as Range<UInt32> {
      let figures = try path.figures(number)
      let share = try #require(figures.value(.subFund, id, .earlyShare))
      #expect(abs(share * 10 - (share * 10).rounded()) < 1e-9)
      #expect(figures.value(.subFund, id, .earlyBelowFloor) == (share < 0.69 ? 1 : 0))
      #expect(figures.value(.subFund, id, .projectsBelowFloor) == 1)
      #expect(figures.value(.motherFund, "mother_fund", .projectsBelowFloor) == 1)
    }
  }

  @Test func withoutARuleAllCostIsEarly() throws {
    let path = try RuledPath(scenario(.off, companies: 10))
    path.run()
    #expect(path.result().earlyCost == path.result().cost)
    #expect(try path.figures().value(.subFund, "town_1", .earlyShare) == nil)
  }
}

extension RuledPath {
  /// The companies that the first vehicle means to buy.
  fileprivate func planned() -> [PlannedCompany] {
    (0..<buffers.deals[0]).map { buffers.deals.room(for: 0)[$0] }
  }
}
