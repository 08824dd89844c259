import Foundation
import Stochastics
import Testing

@testable import AngelFunds

/// Exits of state money, and the founders' option, in the direct book; worked by hand.
///
/// Ten companies at 1,000万 bought in quarter 0. In engine `rounds` nothing is left to chance: round A
/// in quarter 6 at 2.5 × 0.95 = 2.375, then an acquisition that is paid in quarter 15 at 0.9 of that,
/// 2.1375; or an acquisition at 0.9 in quarter 8.
@Suite struct DirectBookRuleTests {
  private static let text = """
    mother_fund: {size: 10亿, fund_life: 40y, mgmt_fee: 0%}
    direct: {share: 10%, investment_period: 1q}
    terms:
      investment_period: 1q
      ticket: {median: 1000万, log_sd: 0}
      single_project_limit: {share: 100%, amount: 10亿}
      follow_on: {policy: none}
    anchors: {town: {kind: town, companies_a_year: unlimited}}
    sub_funds: {town_1: {anchor: town, commitment: 1亿}}

    """

  private func path(_ sets: [String: String]...) throws -> RuledPath {
    let set = sets.reduce([:]) { $0.merging($1) { $1 } }
    let path = try RuledPath(TestScenario.load(Self.text, set: set).scenario)
    #expect(path.imbalance(paths: 0..<10) == nil)
    path.run()
    return path
  }

  private static let atOnce = RoundsHandTests.noChance.merging(
    RoundsHandTests.certain("m_and_a", at: "angel").merging(["outcomes.engine": "rounds"]) { $1 }
  ) { $1 }
  private static let afterRound = RoundsHandTests.noChance
    .merging(RoundsHandTests.certain("next_round", at: "angel")) { $1 }
    .merging(RoundsHandTests.certain("m_and_a", at: "round_a")) { $1 }
    .merging(["outcomes.engine": "rounds", "rules.concession.form": "buyout"]) { $1 }

  private func expect(
    _ path: RuledPath, distributes amounts: [Int: Double],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for quarter in 0..<160 {
      #expect(
        abs(path.series(1).distributions[quarter] - (amounts[quarter] ?? 0)) < 0.5,
        "quarter \(quarter)", sourceLocation: sourceLocation)
    }
  }

  /// Every sale of engine `multiples` is three quarters later, for the same money.
  @Test func salesComeLaterForTheSameMoney() throws {
    let set = ["outcomes.holding_log_sd": "0.3", "outcomes.holding_scale": "0.7"]
    let (plain, delayed) = (try path(set), try path(set, ["rules.state_exit.delay": "3q"]))
    let (before, after) = (plain.series(1), delayed.series(1))
    var received = 0.0
    for quarter in 0..<150 {
      received += before.distributions[quarter]
      #expect(after.distributions[quarter + 3] == before.distributions[quarter])
      #expect(plain.series(0).distributions[quarter] == delayed.series(0).distributions[quarter])
      let waiting = (max(0, quarter - 2)...quarter).reduce(0) { $0 + before.distributions[$1] }
      #expect(abs(after.nav[quarter] - before.nav[quarter] - waiting) < 1)
    }
    #expect(received > 0)
    #expect(delayed.result(1).proceeds == plain.result(1).proceeds)
  }

  @Test func anAcquisitionIsPaidLater() throws {
    expect(try path(Self.atOnce), distributes: [8: 90_000_000])
    expect(try path(Self.atOnce, ["rules.state_exit.delay": "2q"]), distributes: [10: 90_000_000])
  }

  /// 0.9 is offered for what is valued at 1: below a floor of 95 % there is no sale, and in the last
  /// quarter the stake goes for 65 % of its value.
  @Test func aSaleBelowTheFloorDoesNotTakePlace() throws {
    let set = ["rules.state_exit.delay": "2q", "rules.state_exit.price_floor": "95%"]
    expect(try path(Self.atOnce, set), distributes: [159: 65_000_000])
    expect(
      try path(Self.atOnce, set, ["rules.state_exit.price_floor": "89%"]),
      distributes: [10: 90_000_000])
  }

  /// At the end of quarter 11, the last of three years, four fifths of stakes worth 237,500,000 go for
  /// 80,000,000; the rest brings 0.2 × 213,750,000.
  @Test func foundersBuyAtCost() throws {
    let path = try path(Self.afterRound)
    expect(path, distributes: [11: 80_000_000, 15: 42_750_000])
    #expect(abs(path.series(1).nav[11] - 47_500_000) < 0.5)
    #expect(abs(path.series(1).nav[10] - 237_500_000) < 0.5)
    #expect(abs(path.result(1).foundersGain - 0.8 * 137_500_000) < 0.5)
    #expect(abs(path.result(1).cost - 100_000_000) < 0.5)
    #expect(abs(path.result(1).proceeds - 122_750_000) < 0.5)
    #expect(path.result(1).companies.from1xTo5x == 10)
    #expect(path.result(0).foundersGain == 0)
    let given = try path.figures().value(.motherFund, "mother_fund", .concessionToFounders)
    #expect(given == path.result(1).foundersGain)
  }

  /// In quarter 3 a stake is worth its cost, and nobody buys.
  ///
  /// In quarter 7 the price has grown by 7 / 4 of 3.1 %: 0.8 × 105,425,000.
  @Test func foundersPayInterestAtTheLaterDate() throws {
    let set = ["rules.concession.buyout.at_cost": "1y", "rules.concession.buyout.end": "2y"]
    let path = try path(Self.afterRound, set)
    expect(path, distributes: [7: 84_340_000, 15: 42_750_000])
    #expect(abs(path.result(1).foundersGain - 0.8 * (237_500_000 - 105_425_000)) < 0.5)
  }

  @Test func theOptionIsUsedOnce() throws {
    let set = ["rules.concession.buyout.at_cost": "2y", "rules.concession.buyout.end": "3y"]
    expect(try path(Self.afterRound, set), distributes: [7: 80_000_000, 15: 42_750_000])
  }

  @Test func foundersMayBuyTheWholeStake() throws {
    let path = try path(Self.afterRound, ["rules.concession.buyout.founders_part": "100%"])
    expect(path, distributes: [11: 100_000_000])
    #expect(path.result(1).companies.funded == 10)
  }
}
