import Stochastics
import Testing

@testable import AngelFunds

/// The early exit right (财预〔2015〕210号): a sub-fund that has found no deal within a time from its
/// first money is wound up.
@Suite struct FirstDealTests {
  private func path(_ rule: String) throws -> RuledPath {
    try RuledPath(
      TestScenario.load(
        """
        mother_fund: {size: 10亿, mgmt_fee: 0%}
        direct: {share: 0%}
        anchors: {a: {kind: town}}
        sub_funds: {f: {anchor: a, commitment: 1亿}}
        rules: {fund_raising: \(rule)}
        """
      ).scenario)
  }

  /// Money is called in quarter 0 and comes in quarter 4: a year from then ends in quarter 7.
  ///
  /// Counted from the call, funds were wound up in quarter 3 before anybody had paid.
  @Test func timeRunsFromTheFirstMoney() throws {
    let path = try path(
      "{social_first: yes, late_probability: 100%, late_by: 4q, first_deal_within: 4q}")
    var bought = 0
    for number in 0..<UInt32(100) {
      path.run(number)
      #expect(abs(path.series().calls[4] - 1e8) < 1, "the first tranche of 2.5亿 comes late")
      if path.result().companies.funded > 0 { bought += 1 }
    }
    #expect(bought > 95)
  }

  /// Wound up in quarter 4 + 1 − 1 where nothing was bought in quarter 4: all money goes back then.
  @Test func whoFindsNoneGivesAllBack() throws {
    let path = try path(
      "{social_first: yes, late_probability: 100%, late_by: 4q, first_deal_within: 1q}")
    var wound = 0
    for number in 0..<UInt32(100) where path.run(number).companies == 0 {
      guard path.result().companies.funded == 0 else { continue }
      wound += 1
      let series = path.series()
      let spent = path.result().fees
      #expect(abs(series.distributions[4] - (1e8 - spent)) < 1)
      #expect((5..<path.model.quarters).allSatisfy { series.calls[$0] == 0 })
    }
    #expect(wound > 5)
  }

  /// Late by no time is on time: the money never came.
  @Test func lateByNothingIsOnTime() throws {
    let late = try path("{late_probability: 100%, late_by: 0q}")
    let plain = try path("{late_probability: 0%}")
    for number in 0..<UInt32(20) {
      late.run(number)
      plain.run(number)
      for quarter in 0..<plain.model.quarters {
        #expect(late.series().calls[quarter] == plain.series().calls[quarter])
        #expect(late.series().distributions[quarter] == plain.series().distributions[quarter])
      }
      #expect(late.result().paidIn > 0)
    }
  }
}
