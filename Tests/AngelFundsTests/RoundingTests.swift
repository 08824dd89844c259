import Stochastics
import Testing

@testable import AngelFunds

/// Amounts and ratios that only rounding tells apart are equal, wherever they are compared.
@Suite struct RoundingTests {
  /// Dongguan's rules give up all of the excess over principal: such a stake ends at exactly 1 on
  /// every path on which its fund does well.
  ///
  /// Rounding left 12 % of all paths a hair below, and they counted as losses.
  @Test(arguments: ["multiples", "rounds"]) func aStakeThatGivesUpAllItsExcessEndsAt1(
    engine: String
  ) throws {
    let scenario = try TestScenario.load(
      """
      mother_fund: {size: 10亿, mgmt_fee: 0%}
      direct: {share: 0%}
      anchors: {a: {kind: town}}
      sub_funds: {f: {anchor: a, commitment: 1亿}}
      outcomes: {engine: \(engine)}
      rules: {concession: {form: excess, share: 100%}}
      """
    ).scenario
    let path = try RuledPath(scenario)
    var (whole, paidBack) = (0, 0)
    for number in 0..<UInt32(300) {
      let figures = try path.figures(number)
      let multiple = try #require(figures.value(.motherFund, "mother_fund", .tvpi))
      #expect(multiple == 1 || multiple < 1 - 1e-6)
      #expect(multiple == 1 || figures.value(.motherFund, "mother_fund", .paybackYears) == nil)
      if multiple == 1 { whole += 1 }
      if figures.value(.motherFund, "mother_fund", .paybackYears) != nil { paidBack += 1 }
    }
    #expect(whole > 50)
    #expect(paidBack == whole)
  }

  /// Where every company is lost nothing comes back: a rate of −100 % on every path, not −98.9 % or
  /// none from 1e-8 yuan of cash that was left by rounding.
  @Test func aTotalLossHasARateOfMinus1() throws {
    let scenario = try TestScenario.load(
      """
      anchors: {a: {kind: town}}
      sub_funds: {f: {anchor: a, commitment: 1亿}}
      direct: {share: 0%}
      terms: {mgmt_fee: {investment_period: 2%, exit_period: 0%}, tranches: [100%]}
      outcomes:
        buckets:
          zero: {share: 100%}
          below_1x: {share: 0%}
          from_1x_to_5x: {share: 0%}
          from_5x_to_10x: {share: 0%}
          above_10x: {share: 0%}
      """
    ).scenario
    let path = try RuledPath(scenario)
    var total = 0
    for number in 0..<UInt32(200) {
      let figures = try path.figures(number)
      let received = try #require(figures.value(.subFund, "f", .distributions))
      guard received < 0.01 else { continue }  // money that bought nothing comes back
      #expect(received == 0)
      #expect(figures.value(.subFund, "f", .irr) == -1)
      #expect(figures.value(.motherFund, "mother_fund", .irr) == -1)
      #expect(figures.value(.motherFund, "mother_fund", .tvpi) == 0)
      total += 1
    }
    #expect(total > 20)
  }

  /// 0.1 + 0.2 is not 0.3, 40 % of 30 million at 70 % and what was used is the same amount in another
  /// order: the next tranche is called.
  @Test func aTrancheIsCalledAtItsThreshold() {
    let tranches = [4e7, 3e7, 3e7]
    tranches.withUnsafeBufferPointer { tranches in
      var calls = CapitalCalls(nextCallAt: 0.7, tranches: tranches)
      #expect(calls.call(used: 0, cash: 0, purchases: 0, feeOwed: 0, feeRate: 0) == 4e7)
      let used = (0..<28).reduce(0.0) { sum, _ in sum + 0.025 * 4e7 }
      let hairBelow = min(used, 0.7 * 4e7).nextDown
      #expect(
        calls.call(used: hairBelow, cash: 1.2e7, purchases: 0, feeOwed: 0, feeRate: 0) == 3e7)
      #expect(
        calls.call(used: 4.8e7, cash: 2.2e7, purchases: 0, feeOwed: 0, feeRate: 0) == 0)
    }
  }

  /// A call that a hair more would cover is covered, and an advance is drawn at its threshold.
  @Test func budgetsAreHeldAgainstCallsWithRounding() throws {
    let budgets = Appropriation([1e8], draw: .inAdvance, nextDrawAt: 0.7)
    let arena = ModelArena()
    try withExtendedLifetime(arena) {
      let mother = try MotherModel(MotherLab.scenario(budgets), lastCall: 11, arena: arena)
      var cash = try AppropriatedCash(
        #require(mother.appropriation), feePerQuarter: 0, feeRoom: 0)
      cash.begin()
      #expect(cash.cash == 1e8)
      #expect(cash.covers(1e8.nextUp) && cash.covers(1e8 + 0.05) && !cash.covers(1e8 + 1))
      cash.pay(1e8.nextUp)
      #expect(cash.flows.shortfall == 0 && cash.cash == 0)
    }
  }

  @Test func comparesAmountsAndRatios() {
    #expect(Rounding.amount(0.009) == 0 && Rounding.amount(0.01) == 0.01)
    #expect(Rounding.reaches(1e8 - 0.05, 1e8) && !Rounding.reaches(1e8 - 0.2, 1e8))
    #expect(Rounding.multiple(1e8 - 0.05, of: 1e8) == 1)
    #expect(Rounding.multiple(1e8 - 10, of: 1e8) == (1e8 - 10) / 1e8)
    #expect(Rounding.multiple(0.001, of: 1e8) == 0)
    #expect(Rounding.multiple(5, of: 0.001) == nil)
    #expect(!Rounding.exceeds(0.4 + 1e-12, 0.4) && Rounding.exceeds(0.4 + 1e-6, 0.4))
    #expect(!Rounding.isBelow(1.0.nextDown, 1) && Rounding.isBelow(0.9999, 1))
  }

  /// A total loss of a tenth of a fen is no loss beyond a tolerance of 0.
  @Test func lossesAreHeldAgainstTheirToleranceWithRounding() {
    var sums = LossSums()
    (sums.cost, sums.proceeds) = (1e8, 1e8 - 1e-6)
    #expect(!sums.exceeds(0, isGross: false))
    sums.proceeds = 1e8 - 1e3
    #expect(sums.exceeds(0, isGross: false))
  }

  /// Companies are counted by what they bring back, in both engines, whatever class was drawn.
  @Test(arguments: ["multiples", "rounds"]) func companiesAreCountedByWhatTheyBringBack(
    engine: String
  ) throws {
    let scenario = try TestScenario.example(
      "dongguan_baseline", set: ["outcomes.engine": engine]
    ).scenario
    var (sold, tenfold) = (0, 0.0)
    for number in 0..<UInt32(12) {
      let path = try RecordedPath(
        scenario, settings: SimulationSettings(paths: 20, seed: 4), path: number)
      var expected = CompanyCounts()
      for events in Dictionary(grouping: path.ledger.companies, by: { [$0.vehicle, $0.ordinal] })
        .values
      {
        var (paid, received) = (0.0, 0.0)
        for event in events {
          switch event.kind {
          case .bought, .followOn: paid += event.amount
          case .sold, .soldAtTermEnd, .soldToFounders: received += event.amount
          default: break
          }
          if event.kind == .soldAtTermEnd { sold += 1 }
        }
        let multiple = received / paid
        switch multiple {
        case ..<0.1: expected.writtenOff += 1
        case ..<1: expected.belowCost += 1
        case ..<5: expected.from1xTo5x += 1
        case ..<10: expected.from5xTo10x += 1
        default: expected.above10x += 1
        }
      }
      func figure(_ metric: Metric) -> Double? {
        path.figures.first { $0.owner.scope == .motherFund && $0.metric == metric }?.value
      }
      #expect(figure(.companiesWrittenOff) == expected.writtenOff)
      #expect(figure(.companiesBelowCost) == expected.belowCost)
      #expect(figure(.companies1xTo5x) == expected.from1xTo5x)
      #expect(figure(.companies5xTo10x) == expected.from5xTo10x)
      #expect(figure(.companiesAbove10x) == expected.above10x)
      tenfold += expected.above10x
    }
    #expect(sold > 50 && tenfold > 5)
  }
}
