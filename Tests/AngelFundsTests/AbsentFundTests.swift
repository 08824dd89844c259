import Stochastics
import Testing

@testable import AngelFunds

/// Sub-funds that are not there on a path are nobody's rivals, partners or failures.
///
/// One that did not close had a project limit of 0, so that its tickets cost nothing: 137 to 175
/// companies that nobody bought took the best places of its anchor's deal flow.
@Suite struct AbsentFundTests {
  private func scenario(
    _ funds: String, engine: String, _ set: [String: String] = [:]
  ) throws -> Scenario {
    try TestScenario.load(
      """
      direct: {share: 0%}
      anchors: {a: {kind: town, companies_a_year: 6, quality_spread: 1}}
      sub_funds:
      \(funds)
      outcomes: {engine: \(engine)}
      """, set: set
    ).scenario
  }

  private static let one = "  f: {anchor: a, commitment: 1亿}\n"
  private static let never =
    "  g: {anchor: a, commitment: 1亿, rules: {fund_raising: {close_probability: 0%}}}\n"

  /// All series of `f`, which is the first vehicle.
  private func series(_ path: RuledPath) -> [Double] {
    let series = path.series(0)
    return [series.calls, series.distributions, series.nav, series.fees].flatMap { values in
      (0..<path.model.quarters).map { values[$0] }
    }
  }

  /// Beside a sibling that never closes a fund is what it is alone, to the last bit.
  @Test(arguments: ["multiples", "rounds"]) func oneThatNeverClosesIsNoRival(engine: String) throws
  {
    let alone = try RuledPath(scenario(Self.one, engine: engine))
    let beside = try RuledPath(scenario(Self.one + Self.never, engine: engine))
    for path in 0..<UInt32(40) {
      alone.run(path)
      beside.run(path)
      #expect(series(alone) == series(beside))
      #expect(beside.buffers.deals[1] == 0)
    }
  }

  /// The same where the sibling is wound up, as no company is there in the one quarter in which it
  /// may find its first deal; where it finds one it is a rival.
  @Test(arguments: ["multiples", "rounds"]) func oneThatIsWoundUpIsNoRival(engine: String) throws {
    let short =
      "  g: {anchor: a, commitment: 6000万, rules: {fund_raising: {social_first: yes, "
      + "late_probability: 100%, late_by: 4q, first_deal_within: 1q}}}\n"
    let alone = try RuledPath(scenario(Self.one, engine: engine))
    let beside = try RuledPath(scenario(Self.one + short, engine: engine))
    var (wound, rivals) = (0, 0)
    for path in 0..<UInt32(80) {
      alone.run(path)
      beside.run(path)
      if beside.result(1).companies.funded == 0 {
        wound += 1
        #expect(series(alone) == series(beside))
      } else if series(alone) != series(beside) {
        rivals += 1
      }
    }
    #expect(wound > 5 && rivals > 5)
  }

  /// A sibling whose partners pay so late that its investment period is over buys nothing: no rival
  /// either.
  @Test(arguments: ["multiples", "rounds"]) func oneWithoutMoneyIsNoRival(engine: String) throws {
    let late =
      "  g: {anchor: a, commitment: 2亿, rules: {fund_raising: {social_first: yes, "
      + "late_probability: 100%, late_by: 16q}}}\n"
    let alone = try RuledPath(scenario(Self.one, engine: engine))
    let beside = try RuledPath(scenario(Self.one + late, engine: engine))
    for path in 0..<UInt32(20) {
      alone.run(path)
      beside.run(path)
      #expect(beside.result(1).companies.funded == 0)
      #expect(series(alone) == series(beside))
    }
  }

  /// Where money comes a year late the companies of that year are nobody's; the others count.
  @Test func onlyCompaniesThatThereIsMoneyForCount() throws {
    func text(_ rule: String) -> String {
      "  g: {anchor: a, commitment: 2亿, rules: {fund_raising: {social_first: yes, "
        + "late_probability: 100%, late_by: 4q\(rule)}}}\n"
    }
    let late = try RuledPath(scenario(Self.one + text(""), engine: "multiples"))
    // A rule that never binds changes nothing.
    let ruled = try RuledPath(
      scenario(Self.one + text(", first_deal_within: 9y"), engine: "multiples"))
    for path in 0..<UInt32(20) {
      late.run(path)
      ruled.run(path)
      #expect(series(late) == series(ruled))
      let companies = late.buffers.deals.room(for: 1)
      let counted = (0..<late.buffers.deals[1]).filter { companies[$0].hasMoney }
      #expect(counted.allSatisfy { companies[$0].entry >= 4 })
      #expect(Double(counted.count) == late.result(1).companies.funded)
    }
  }

  /// A budget that covers one fund's only tranche leaves nothing for the other, whose calls wait
  /// for ever: it is no rival.
  @Test(arguments: ["multiples", "rounds"]) func oneThatWaitsForEverIsNoRival(
    engine: String
  ) throws {
    let set = [
      "terms.tranches": "[100%]", "mother_fund.mgmt_fee": "0%",
      "rules.appropriation": "{budgets: {2026: 1亿}, shortfall: delay}",
    ]
    let alone = try RuledPath(scenario(Self.one, engine: engine, set))
    let beside = try RuledPath(
      scenario(Self.one + "  g: {anchor: a, commitment: 1亿}\n", engine: engine, set))
    for path in 0..<UInt32(20) {
      alone.run(path)
      beside.run(path)
      #expect(beside.result(1).paidIn == 0)
      #expect(series(alone) == series(beside))
    }
  }

  /// Nor is it anybody's partner: with all but one fund gone nothing can be shared.
  @Test func oneThatNeverClosesSharesNothing() throws {
    let path = try RuledPath(
      scenario(Self.one + Self.never, engine: "rounds", ["rules.shared_deals": "50%"]))
    for number in 0..<UInt32(20) {
      let figures = try path.figures(number)
      let funded = figures.value(.motherFund, "mother_fund", .companiesFunded)
      #expect(figures.value(.motherFund, "mother_fund", .companiesDistinct) == funded)
    }
  }

  /// A floor of projects is asked of funds that are set up: it cannot be missed by one that is not.
  @Test func aFloorIsAskedOfFundsThatAreSetUp() throws {
    let path = try RuledPath(
      scenario(
        Self.one + Self.never, engine: "multiples",
        [
          "rules.limits.project_floor": "1", "rules.limits.early_floor": "1%",
          "rules.limits.eligibility.policy": "count",
        ]))
    let figures = try path.figures()
    #expect(figures.value(.subFund, "g", .projectsBelowFloor) == nil)
    #expect(figures.value(.subFund, "g", .earlyBelowFloor) == nil)
    #expect(figures.value(.motherFund, "mother_fund", .projectsBelowFloor) == 0)
  }

  /// Idle cash is looked at while a fund invests: the one that never closes would have invested for
  /// 10 years, the other does for 4.
  @Test func idleCashEndsWithTheLastInvestor() throws {
    let long = Self.never.replacing(
      "commitment: 1亿,", with: "commitment: 1亿, investment_period: 9y,")
    let alone = try RuledPath(scenario(Self.one, engine: "multiples"))
    let beside = try RuledPath(scenario(Self.one + long, engine: "multiples"))
    for number in 0..<UInt32(5) {
      let (left, right) = (try alone.figures(number), try beside.figures(number))
      #expect(
        left.value(.motherFund, "mother_fund", .idleCashShare)
          == right.value(.motherFund, "mother_fund", .idleCashShare))
    }
  }

  /// A mother fund of 2亿 with two promises of 1亿 has no room for fees until one is cancelled, a
  /// year after the start; then it has.
  @Test func aCancelledPromiseMakesRoomForFees() throws {
    let set = ["mother_fund.size": "2亿", "mother_fund.mgmt_fee": "1%"]
    func fees(_ close: String) throws -> [Double] {
      let fund = Self.never.replacing(
        "close_probability: 0%", with: "close_probability: \(close), deadline: 4q")
      let path = try RuledPath(scenario(Self.one + fund, engine: "multiples", set))
      path.run(3)
      let mother = ScopeSeries(path.buffers.series, scope: 0, layout: path.buffers.layout)
      return (0..<8).map { mother.fees[$0] }
    }
    // 1 % a year of 40 million, the first tranche of 1亿, is 100,000 a quarter; it waits for a year.
    let cancelled = try fees("0%")
    #expect(cancelled.prefix(4) == [0, 0, 0, 0])
    #expect(abs(cancelled[4] - 500_000) < 1)
    #expect(try fees("100%").allSatisfy { $0 == 0 })
  }
}
