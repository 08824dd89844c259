import Foundation
import Stochastics
import Testing

@testable import AngelFunds

/// Local reinvestment (返投), worked by hand and in closed form.
///
/// Ten companies at 1,000万 each; the mother fund has 40 % of the fund.
@Suite struct ReinvestmentTests {
  private func rule(
    multiple: Double = 1.5, base: Reinvestment.Base = .paidIn,
    due: Reinvestment.Due = .investmentPeriod, recognition: Recognition = .localOnly,
    fee: Double = 0, withhold: Double = 0, search: Double = 0, alpha: Double = 0
  ) -> Reinvestment {
    Reinvestment(
      multiple: multiple, base: base, due: due, recognition: recognition,
      consequences: ReinvestmentConsequences(
        losesConcession: false, feeDeduction: fee, withholdBelow: withhold),
      localSearch: search, localAlpha: alpha)
  }

  private func others(
    relocation: Double = 0, within quarters: Int = 0, subsidiary: Double = 0, otherFunds: Double = 0
  ) -> Recognition {
    Recognition(
      countsRelocated: relocation > 0, relocationProbability: relocation,
      relocationQuarters: quarters, countsSubsidiaries: subsidiary > 0,
      subsidiaryProbability: subsidiary, otherFunds: otherFunds)
  }

  private func scenario(
    local: String, companies: Int = 10, set: [String: String] = [:]
  ) throws -> Scenario {
    let text = TestScenario.plain(
      companies: companies, dependence: "{market: 0, sector: 0, manager: 0}")
    let always = [
      "anchors.town.local_share": local, "terms.mother_share": "40%",
    ]
    let changes = always.merging(["sub_funds.town_1.commitment": "\(companies * 400)万"]) { $1 }
    return try TestScenario.load(text, set: changes.merging(set) { $1 }).scenario
  }

  private func path(
    _ rule: Reinvestment, local: String, companies: Int = 10, generator: Generator = .philox,
    set: [String: String] = [:]
  ) throws -> RuledPath {
    let scenario = try scenario(local: local, companies: companies, set: set)
    return try RuledPath(
      scenario.with(FundRules(reinvestment: rule)), generator: generator)
  }

  /// Companies that are held to the end of the term.
  private static let slow = ["outcomes.holding_scale": "8", "outcomes.holding_log_sd": "0"]

  /// 1.5 × 40 % × 100,000,000 = 60,000,000 is owed; all that is bought is local.
  @Test func whatIsLocalCountsWhenItIsBought() throws {
    let path = try path(rule(), local: "100%")
    let figures = try path.figures()
    for (scope, id) in [(Scope.motherFund, "mother_fund"), (.subFund, "town_1")] {
      #expect(figures.value(scope, id, .reinvestmentObligation) == 60_000_000)
      #expect(figures.value(scope, id, .reinvestmentCredit) == 100_000_000)
      #expect(figures.value(scope, id, .reinvestmentMet) == 1)
      #expect(figures.value(scope, id, .reinvestmentShortfall) == 0)
    }
    #expect(path.result().placed == 100_000_000)
  }

  @Test func whatIsMissingIsTheShortfall() throws {
    let figures = try path(rule(), local: "0%").figures()
    #expect(figures.value(.motherFund, "mother_fund", .reinvestmentMet) == 0)
    #expect(figures.value(.motherFund, "mother_fund", .reinvestmentShortfall) == 60_000_000)
  }

  /// The mother fund promised 40,000,000 and paid in the first of two tranches.
  @Test func theObligationIsOfWhatWasPaidInOrPromised() throws {
    let tranches = ["terms.tranches": "[60%, 40%]"]
    for (base, owed) in [(Reinvestment.Base.paidIn, 36e6), (.commitment, 60e6)] {
      let path = try path(rule(base: base, withhold: 1), local: "0%", set: tranches)
      path.run()
      #expect(abs(path.result().obligation - owed) < 0.5)
      #expect(abs(path.result().paidIn - 60e6) < 0.5)
    }
  }

  /// All companies come here; those of other funds add a quarter.
  @Test func companiesThatComeCountOnceTheyHave() throws {
    let recognition = others(relocation: 1, within: 8, otherFunds: 0.25)
    let path = try path(
      rule(due: .term, recognition: recognition), local: "0%", set: Self.slow)
    path.run()
    #expect(abs(path.result().recognised - 125_000_000) < 0.5)
    #expect(path.result().localCost == 0)
  }

  @Test func subsidiariesCountAtOnce() throws {
    let path = try path(rule(recognition: others(subsidiary: 1)), local: "0%")
    path.run()
    #expect(path.result().recognised == 100_000_000)
  }

  /// 4 % a year on a cost of 100,000,000 is 1,000,000 a quarter for 20 quarters; after the missed due
  /// date half of it is charged, and paid when companies are sold.
  @Test func aMissedObligationCutsTheFee() throws {
    let set = Self.slow.merging(["terms.mgmt_fee.exit_period": "4%"]) { $1 }
    for (local, deducted) in [("0%", 10e6), ("100%", 0)] {
      let path = try path(rule(fee: 0.5), local: local, set: set)
      let figures = try path.figures()
      #expect(abs(path.result().fees - (20e6 - deducted)) < 0.5)
      #expect(figures.value(.subFund, "town_1", .feesDeducted) == deducted)
      #expect(figures.value(.motherFund, "mother_fund", .feesDeducted) == 0.4 * deducted)
      #expect(path.imbalance(paths: 0..<20) == nil)
    }
  }

  /// The second tranche waits until 1.5 × 40 % × 50,000,000 = 30,000,000 is invested locally: three
  /// companies bought in the first of two quarters.
  @Test func aTrancheWaitsForLocalInvestment() throws {
    let set = [
      "terms.tranches": "[50%, 50%]", "terms.next_call_at": "0%", "terms.investment_period": "2q",
    ]
    let path = try path(rule(withhold: 1), local: "100%", set: set)
    var seen: Set<Bool> = []
    for number in 0..<200 as Range<UInt32> {
      path.run(number)
      let isEnough = path.buffers.vehicle.starts[1] >= 3
      seen.insert(isEnough)
      #expect(path.series().calls[0] == 50_000_000)
      #expect(path.series().calls[1] == (isEnough ? 50_000_000 : 0))
    }
    #expect(seen == [true, false])
    #expect(path.imbalance(paths: 0..<100) == nil)
  }

  /// Half of what is seen is local; a search for local ones in a fifth of the others' place makes it
  /// 0.5 + 0.5 × 0.2 = 0.6.
  ///
  /// Of the rest 30 % come here within 4 quarters: with purchases over 8
  /// quarters by the end of these with probability (8 + 7 + 6 + 5) / 32 = 0.8125. A tenth found a
  /// subsidiary. So 0.6 + 0.4 × (0.3 × 0.8125 + 0.1) = 0.7375 counts.
  @Test(arguments: ["philox", "mt19937"])
  func theExpectedPartThatCountsIsThatOfTheProbabilities(generator: String) throws {
    let set = Self.slow.merging(["terms.investment_period": "8q"]) { $1 }
    let path = try path(
      rule(recognition: others(relocation: 0.3, within: 4, subsidiary: 0.1), search: 0.2),
      local: "50%", companies: 100, generator: try #require(Generator(named: generator)), set: set)
    var (counted, local) = (PathMean(), PathMean())
    for number in 0..<400 as Range<UInt32> {
      path.run(number)
      counted.add(path.result().recognised / path.result().cost)
      local.add(path.result().localCost / path.result().cost)
    }
    #expect(counted.distance(from: 0.7375) < 4)
    #expect(local.distance(from: 0.6) < 4)
  }

  /// All companies are sold in quarter 1, so that of eight possible quarters of a move two count.
  @Test func companiesThatAreSoldComeTooLate() throws {
    let path = try path(
      rule(due: .term, recognition: others(relocation: 1, within: 8)), local: "0%",
      companies: 100, set: ["outcomes.holding_scale": "0.01", "outcomes.holding_log_sd": "0"])
    var counted = PathMean()
    for number in 0..<300 as Range<UInt32> {
      path.run(number)
      counted.add(path.result().recognised / path.result().cost)
    }
    #expect(counted.distance(from: 0.25) < 4)
  }

  /// Engine `rounds`: all are sold in quarter 8, so that of twenty possible quarters of a move nine
  /// count.
  @Test func companiesThatAreBoughtByOthersComeTooLate() throws {
    let lab = RoundsHandTests.noChance
      .merging(RoundsHandTests.certain("m_and_a", at: "angel")) { $1 }
      .merging(["sub_funds.town_1.commitment": "10亿"]) { $1 }
    let scenario = try TestScenario.load(RoundsLab.text, set: lab).scenario
    let rule = rule(due: .term, recognition: others(relocation: 1, within: 20))
    let path = try RuledPath(scenario.with(FundRules(reinvestment: rule)))
    var counted = PathMean()
    for number in 0..<300 as Range<UInt32> {
      path.run(number)
      let result = path.result()
      counted.add((result.recognised - result.localCost) / (result.cost - result.localCost))
    }
    #expect(counted.distance(from: 0.45) < 4)
  }

  /// A fall of the odds by 20 % is a shift of the latent by ln(0.8) · √3/π.
  ///
  /// By the same constant a deviation of 0.25 of log-odds is a share of 0.019 of the latent's
  /// variance, `DOMAIN.md`'s 0.02.
  @Test func aSearchForLocalCompaniesCostsQuality() throws {
    let rule = rule(search: 0.5, alpha: -0.4)
    #expect(abs(rule.qualityShift - -0.123025) < 1e-6)
    #expect(abs(pow(0.25 * 3.0.squareRoot() / Double.pi, 2) - 0.019) < 1e-3)
    let path = try path(rule, local: "50%")
    #expect(path.model.vehicles[0].qualityShift == rule.qualityShift)
    #expect(path.model.vehicles[0].localShare == 0.75)
    #expect(try self.path(self.rule(), local: "50%").model.vehicles[0].qualityShift == 0)
  }

  /// What counts and what does not moves no company.
  @Test(arguments: [Outcomes.Engine.multiples, .rounds])
  func recognitionMovesNoOtherDraw(engine: Outcomes.Engine) throws {
    let plain = try TestScenario.example(
      "dongguan_baseline", set: ["outcomes.engine": engine.rawValue]
    ).scenario
    let ruled = plain.with(
      FundRules(
        reinvestment: rule(
          recognition: others(relocation: 0.3, within: 4, subsidiary: 0.1, otherFunds: 0.5))))
    let (one, other) = (try RuledPath(plain), try RuledPath(ruled))
    for number in 0..<20 as Range<UInt32> {
      one.run(number)
      other.run(number)
      for position in 0..<one.buffers.layout.count {
        #expect(one.buffers.series[position] == other.buffers.series[position])
      }
      #expect(other.result().recognised >= other.result().localCost - other.result().followOnCost)
    }
    #expect(other.imbalance(paths: 0..<50) == nil)
  }
}
