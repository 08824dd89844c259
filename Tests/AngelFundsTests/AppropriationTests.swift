import Testing

@testable import AngelFunds

/// Contributors' yearly budgets, worked by hand to the yuan.
@Suite struct AppropriationTests {
  /// 100m are called in the first quarter of 2026 and 80m in the second of 2027; budgets are 60m,
  /// 50m and 100m; the lender takes 1 % a quarter.
  ///
  /// The lender pays 40m. In the first quarter of 2027 it is owed 40m × 1.01⁴ = 41,624,160.40, which
  /// the new budget pays; 8,375,839.60 are left for the call of the second quarter, so the lender
  /// pays 71,624,160.40. By the first quarter of 2028 that is × 1.01³ = 73,794,444.08.
  @Test func aLenderPaysWhatTheBudgetLacksAndIsPaidFromTheNext() throws {
    let lab = try MotherLab(
      Appropriation([60e6, 50e6, 100e6]), calls: [0: 100e6, 5: 80e6],
      distributions: [9: 30e6])
    let paid = [0: 60_000_000, 4: 41_624_160.40, 5: 8_375_839.60, 8: 73_794_444.08]
    for quarter in 0..<12 {
      #expect(abs(lab.paid(quarter) - (paid[quarter] ?? 0)) < 0.01, "quarter \(quarter)")
    }
    #expect(lab.flows[0].lent == 40_000_000)
    #expect(abs(lab.flows[4].interestPaid - 1_624_160.40) < 0.01)
    #expect(abs(lab.flows[4].repaid - 40_000_000) < 0.01)
    #expect(abs(lab.flows[5].lent - 71_624_160.40) < 0.01)
    #expect(abs(lab.sum(lab.room.interest) - 3_794_444.08) < 0.01)
    #expect(abs(lab.sum(lab.room.shortfalls) - 111_624_160.40) < 0.01)
    #expect(lab.series.distributions[9] == 30_000_000)
    #expect(lab.room.needs[0] == 100_000_000 && lab.room.needs[5] == 80_000_000)
  }

  /// The lender's 40m have grown to 40.804m when 10m are distributed: contributors get nothing of
  /// it, and 30.804m × 1.01⁹ = 33,689,881.14 are due in the last quarter, beyond any budget.
  @Test func distributionsGoToTheLenderFirstAndContributorsPayTheRestAtTheEnd() throws {
    let lab = try MotherLab(
      Appropriation([60e6]), calls: [0: 100e6], distributions: [2: 10e6])
    #expect(lab.series.distributions[2] == 0)
    #expect(abs(lab.flows[2].interestPaid - 804_000) < 0.01)
    #expect(abs(lab.flows[2].repaid - 9_196_000) < 0.01)
    #expect(abs(lab.paid(11) - 33_689_881.14) < 0.01)
    #expect(abs(lab.room.shortfalls[11] - 33_689_881.14) < 0.01)
    #expect(abs(lab.series.nav[3]) == 0)
  }

  /// 30m of the first year's 100m are called; 100m in the second year, whose budget is 50m.
  @Test func whatIsNotUsedCarriesOverOrLapses() throws {
    let calls = [0: 30e6, 4: 100e6]
    let kept = try MotherLab(Appropriation([100e6, 50e6]), calls: calls)
    #expect(kept.sum(kept.room.shortfalls) == 0)
    #expect(kept.paid(4) == 100e6)
    let lapsed = try MotherLab(Appropriation([100e6, 50e6], carriesOver: false), calls: calls)
    #expect(lapsed.room.shortfalls[4] == 50e6)
    #expect(lapsed.paid(4) == 50e6)
  }

  /// A scenario that starts in the third quarter of 2026 gets 2027's budget in its quarter 2.
  @Test func yearsAreThoseOfTheCalendar() throws {
    let lab = try MotherLab(
      Appropriation([10e6, 20e6], carriesOver: false), calls: [0: 10e6, 1: 5e6, 2: 20e6],
      start: "2026Q3")
    #expect((0..<3).map(lab.paid) == [10e6, 0, 20e6 + 0])
    #expect(lab.flows[1].lent == 5e6)
  }

  /// Three budgets of 100m are drawn in advance, the next once 70 % of what was drawn is used.
  ///
  /// Of the first, 30m are used when 2027 begins, so nothing is drawn; with 45m in the second
  /// quarter of 2027 it is 75 %, and the third quarter draws. When 2028 begins 75 of 200 are used.
  /// 150m in its second quarter are more than the 125m in hand: the budget is drawn, and 75m are
  /// left, which go back as nothing can be called any more.
  @Test func budgetsAreDrawnInAdvanceOnceEnoughIsUsed() throws {
    let lab = try MotherLab(
      Appropriation([100e6, 100e6, 100e6], draw: .inAdvance),
      calls: [0: 30e6, 5: 45e6, 9: 150e6], lastCall: 9)
    let paid: [Double] = [100, 0, 0, 0, 0, 0, 100, 0, 0, 100, 0, 0]
    let cash: [Double] = [70, 70, 70, 70, 70, 25, 125, 125, 125, 0, 0, 0]
    for quarter in 0..<12 {
      #expect(lab.paid(quarter) == 1e6 * paid[quarter], "quarter \(quarter)")
      #expect(lab.flows[quarter].cash == 1e6 * cash[quarter], "quarter \(quarter)")
      #expect(lab.series.nav[quarter] == 1e6 * cash[quarter], "quarter \(quarter)")
      #expect(lab.series.idleCash[quarter] == 1e6 * cash[quarter], "quarter \(quarter)")
    }
    #expect(lab.series.distributions[9] == 75e6)
    #expect(lab.sum(lab.room.shortfalls) == 0)
  }

  /// Budgets of 12亿 for a fund of 10亿.
  @Test func noMoreThanTheSizeIsDrawnInAdvance() throws {
    let lab = try MotherLab(
      Appropriation([6e8, 6e8], draw: .inAdvance), calls: [0: 6e8, 4: 1e8], lastCall: 5)
    #expect(lab.paid(0) == 6e8)
    #expect(lab.paid(4) == 4e8)
    #expect(lab.series.distributions[5] == 3e8)
  }

  /// The fee is 1m a quarter.
  ///
  /// The budget of 102m has 2m left after the call: they pay two quarters' fees, the third waits for the distribution of the fourth quarter.
  @Test func theFeeHasWhatIsLeftOfTheBudget() throws {
    let lab = try MotherLab(
      Appropriation([102e6], carriesOver: false), calls: [0: 100e6], distributions: [3: 50e6],
      cost: 1e8, fee: "4%")
    #expect((0..<4).map { lab.flows[$0].fee } == [1e6, 1e6, 0, 2e6])
    #expect(lab.series.nav[2] == 0)
    #expect(lab.series.distributions[3] == 48e6)
    #expect(lab.room.needs[2] == 1e6)  // without a budget contributors would pay it
    #expect(lab.sum(lab.room.shortfalls) == 0)
  }

  /// Without shortage, budgets that are paid by need change nothing, to the last bit.
  @Test func ampleBudgetsChangeNothing() throws {
    let scenario = try TestScenario.example("dongguan_baseline").scenario
    let ample = Appropriation([Double](repeating: 1e9, count: 20), carriesOver: false)
    for path in [0, 7, 19] as [UInt32] {
      let (plain, budgeted) = (
        try SimulatedPath(scenario, path: path), try SimulatedPath(scenario.with(ample), path: path)
      )
      #expect(plain.motherFund == budgeted.motherFund)
    }
  }

  /// With any budgets, what is needed is what contributors would pay without.
  @Test func theNeedKnowsNoBudget() throws {
    let scenario = try TestScenario.example("dongguan_baseline").scenario
    for draw in Appropriation.Draw.allCases {
      let tight = Appropriation([2e8, 1e8, 2e8, 1e8], draw: draw)
      let budgeted = try SimulatedPath(scenario.with(tight), path: 3)
      let plain = try SimulatedPath(scenario, path: 3)
      let room = budgeted.buffers.appropriation
      for quarter in 0..<plain.model.quarters {
        #expect(room.needs[quarter] == plain.series.calls[quarter])
      }
    }
  }

  @Test(arguments: [Appropriation.Draw.byNeed, .inAdvance], [true, false])
  func cashIsConserved(draw: Appropriation.Draw, carriesOver: Bool) throws {
    for name in ["dongguan_baseline", "dongguan_rounds"] {
      let tight = Appropriation([2e8, 1e8, 3e8, 0, 1e8], carriesOver: carriesOver, draw: draw)
      let scenario = try TestScenario.example(name).scenario.with(tight)
      #expect(try scenario.imbalance(paths: 0..<200) == nil)
    }
  }
}

/// Which calls wait for the next year's budget.
@Suite struct CallRationingTests {
  /// The mother fund's parts of three vehicles' calls; budgets of 97m and 60m, nothing carries
  /// over.
  ///
  /// In the first quarter 70m and 20m fit, and 30m of the second vehicle do not; 5m of the first
  /// vehicle in the second quarter do. In 2027 the 30m come again and fit.
  @Test func whatDoesNotFitWaitsAndSmallerCallsDoNot() throws {
    let budgets = Appropriation([97e6, 60e6], carriesOver: false, shortfall: .delay)
    let arena = ModelArena()
    try withExtendedLifetime(arena) {
      let mother = try MotherModel(MotherLab.scenario(budgets), lastCall: 11, arena: arena)
      var rationing = try #require(CallRationing(mother))
      var calls = [[0: 70e6, 1: 5e6], [0: 30e6], [0: 20e6, 5: 31e6]]
      func next() -> CallRationing.PutOff? {
        rationing.next(vehicles: 3, call: { calls[$0][$1] ?? 0 }, rest: { _ in RestOfQuarter() })
      }
      #expect(
        next() == CallRationing.PutOff(vehicle: 1, quarter: 0, until: 4, amount: 30e6))
      calls[1] = [4: 30e6]
      #expect(
        next() == CallRationing.PutOff(vehicle: 2, quarter: 5, until: 8, amount: 31e6))
      calls[2] = [0: 20e6]
      #expect(next() == nil)
    }
  }

  /// Fees that contributors pay leave less for calls: 1m a quarter, from the second quarter of the
  /// year on 99m are left.
  @Test func feesTakeTheirPartOfTheBudget() throws {
    let budgets = Appropriation([100e6], shortfall: .delay)
    let arena = ModelArena()
    try withExtendedLifetime(arena) {
      let scenario = try MotherLab.scenario(budgets, fee: "4%")
      let mother = MotherModel(scenario, lastCall: 11, arena: arena)
      for (amount, waits) in [(99e6, false), (99.1e6, true)] {
        var rationing = try #require(CallRationing(mother))
        let next = rationing.next(
          vehicles: 1, call: { $1 == 1 ? amount : 0 },
          rest: { _ in RestOfQuarter(costOutstanding: 100e6) })
        #expect((next != nil) == waits)
      }
    }
  }
}
