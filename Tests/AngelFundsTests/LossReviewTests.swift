import Testing

@testable import AngelFunds

/// Losses against what is tolerated, worked by hand.
@Suite struct LossReviewTests {
  /// A seed fund of the first quarter, an angel fund of quarter 4 and the direct book, of whose
  /// losses the mother fund bears 40 %, 40 % and 100 %; first review after two years, over 4 years.
  private final class Lab {
    let reviews: LossReviews
    private let arena = ModelArena()
    private let losses = LossRoom(quarters: 16)

    init(_ measure: LossTolerance.Measure, angel: Double? = 0.4, subFund: Double? = 0.6) throws {
      let scenario = try TestScenario.load(
        """
        mother_fund: {size: 10亿, fund_life: 4y, commitment_period: 2y, loss_tolerance: 30%}
        direct: {share: 10%, investment_period: 1y}
        terms: {mother_share: 40%, investment_period: 1y, exit_period: 1y, extension: 1y}
        anchors: {lake: {kind: town}}
        sub_funds:
          a_seed: {anchor: lake, commitment: 1亿, class: seed}
          b_angel: {anchor: lake, commitment: 1亿, class: angel, start: 1y}
        """
      ).scenario
      let tolerance = LossTolerance(
        measure: measure, seed: 0.5, angel: angel, direct: 0.3, subFund: subFund,
        firstReviewInQuarters: 8)
      let model = try #require(
        LossReviewModel(scenario.with(tolerance), arena: arena))
      reviews = LossReviews(model: model, room: LossReviewRoom(model))
      reviews.room.clear()
    }

    deinit {
      reviews.room.deallocate()
      losses.deallocate()
    }

    /// Figures (cost, proceeds, value, gross loss) from a quarter of the vehicle's own on, until
    /// others follow.
    func gather(
      _ index: Int, first: Int = 0, closing: Int, share: Double,
      _ figures: [Int: (Double, Double, Double, Double)]
    ) {
      var now = (0.0, 0.0, 0.0, 0.0)
      for quarter in 0...closing {
        now = figures[quarter] ?? now
        losses.cost[quarter] = now.0
        losses.proceeds[quarter] = now.1
        losses.value[quarter] = now.2
        losses.grossLoss[quarter] = now.3
      }
      let stake = LossReviews.Stake(
        firstQuarter: first, closingQuarter: closing, motherShare: share)
      reviews.gather(index, losses, stake: stake)
    }

    /// The seed fund loses 60 of 100 at the first review (end of quarter 7) and 45 in the end; the
    /// angel fund has lost nothing by then, 45 of 200 by the second and 50 in the end; the direct
    /// book 20 of 80 at the first, 25 at the second review.
    func gatherAll() {
      gather(
        0, closing: 11, share: 0.4,
        [0: (100, 0, 100, 0), 7: (100, 10, 30, 70), 11: (100, 55, 0, 60)])
      gather(
        1, first: 4, closing: 11, share: 0.4,
        [0: (200, 0, 200, 0), 7: (200, 40, 115, 90), 11: (200, 150, 0, 90)])
      gather(
        2, closing: 15, share: 1,
        [0: (80, 0, 80, 0), 7: (80, 0, 60, 20), 11: (80, 0, 55, 25), 15: (80, 90, 0, 25)])
    }
  }

  @Test func reviewsAreYearlyAndEndBeforeLiquidation() throws {
    let lab = try Lab(.netted)
    #expect(lab.reviews.model.count == 2)
    #expect((0..<2).map(lab.reviews.model.quarter) == [7, 11])
    #expect((0...2).map(lab.reviews.years) == [2, 3, 4])
  }

  /// Netted: seed 60 % at the first review, above 50 %, and 45 % at the second and at the end.
  ///
  /// Angel at most 25 %. Direct 25/80 = 31.25 % at the second review, above 30 %, and in the end a
  /// gain.
  @Test func nettedLossesByClass() throws {
    let lab = try Lab(.netted)
    lab.gatherAll()
    let room = lab.reviews.room
    #expect(room[.seed, 0].cost == 40 && room[.seed, 0].value == 12)
    #expect(abs((room[.seed, 0].ratio(isGross: false) ?? 0) - 0.6) < 1e-12)
    #expect(abs((room[.seed, 2].ratio(isGross: false) ?? 0) - 0.45) < 1e-12)
    #expect(room[.angel, 0].ratio(isGross: false) == 0)
    #expect(abs((room[.angel, 1].ratio(isGross: false) ?? 0) - 0.225) < 1e-12)
    #expect(abs((room[.angel, 2].ratio(isGross: false) ?? 0) - 0.25) < 1e-12)
    #expect(abs((room[.direct, 1].ratio(isGross: false) ?? 0) - 0.3125) < 1e-12)
    #expect(room[.direct, 2].ratio(isGross: false) == 0)
    #expect(lab.reviews.firstBreach(of: .seed) == 0)
    #expect(lab.reviews.firstBreach(of: .angel) == nil)
    #expect(lab.reviews.firstBreach(of: .direct) == 1)
    #expect(LossGroup.allCases.map { lab.reviews.isBreached($0, at: 2) } == [false, false, false])
  }

  /// The whole fund against 30 %: netted it has lost 44 of 200 at the first review, 61 (30.5 %) at
  /// the second and 28 in the end; gross 48 at the first and 85 (42.5 %) at the second and after.
  @Test func theWholeFundIsJudgedToo() throws {
    let (netted, gross) = (try Lab(.netted), try Lab(.gross))
    netted.gatherAll()
    gross.gatherAll()
    #expect((0...2).map(netted.reviews.isWholeBreached) == [false, true, false])
    #expect(netted.reviews.firstWholeBreach.map(netted.reviews.years) == 3)
    #expect((0...2).map(gross.reviews.isWholeBreached) == [false, true, true])
  }

  /// Gross: seed 70 % and 60 %, angel 45 % (above 40 %) from the second review on, direct 31.25 %
  /// from there to the end.
  @Test func grossLossesByClass() throws {
    let lab = try Lab(.gross)
    lab.gatherAll()
    #expect(LossGroup.allCases.map(lab.reviews.firstBreach) == [0, 1, 1])
    #expect(LossGroup.allCases.map { lab.reviews.isBreached($0, at: 2) } == [true, true, true])
  }

  /// The seed fund loses 60 %, not more, at its only review before it closes; with 55 % it is 2
  /// years.
  ///
  /// The angel fund's first review is its fourth quarter. The direct book goes by
  /// its own limit.
  @Test func aFundIsJudgedByItself() throws {
    var lab = try Lab(.netted)
    lab.gatherAll()
    #expect(lab.reviews.room.vehicles[0].isBreached == false)
    #expect(lab.reviews.room.vehicles[0].firstBreach == nil)
    #expect(lab.reviews.room.vehicles[2].isBreached == true)
    #expect(lab.reviews.room.vehicles[2].firstBreach == 3)
    lab = try Lab(.netted, subFund: 0.55)
    lab.gatherAll()
    #expect(lab.reviews.room.vehicles[0].isBreached == true)
    #expect(lab.reviews.room.vehicles[0].firstBreach == 2)
    lab = try Lab(.netted, subFund: 0.24)
    lab.gatherAll()
    // 22.5 % at the review of quarter 11, 25 % when it closes in quarter 4 + 11.
    #expect(lab.reviews.room.vehicles[1].isBreached == false)
    #expect(lab.reviews.room.vehicles[1].firstBreach == 4)
  }

  @Test func withoutALimitNothingIsBreached() throws {
    let lab = try Lab(.gross, angel: nil, subFund: nil)
    lab.gatherAll()
    #expect(lab.reviews.isBreached(.angel, at: 2) == nil)
    #expect(lab.reviews.firstBreach(of: .angel) == nil)
    #expect(lab.reviews.room.vehicles[0].isBreached == nil)
  }
}

/// Losses in runs.
@Suite struct LossReviewRunTests {
  private func run(_ measure: LossTolerance.Measure, _ engine: String) async throws -> TestRun {
    try await TestRun(
      TestScenario.example(
        "dongguan_baseline",
        set: [
          "rules.tolerance": "{measure: \(measure.rawValue), angel: 40%, direct: 30%, "
            + "sub_fund: 80%, first_review: 3y}", "outcomes.engine": engine,
        ]), paths: 60)
  }

  /// At liquidation the direct book's ratio is what its multiple, or its own gross ratio, says; all
  /// sub-funds are of class angel, and with the direct book they are all there is.
  @Test(arguments: ["multiples", "rounds"])
  func theyAgreeWithWhatWasBroughtBack(engine: String) async throws {
    for measure in LossTolerance.Measure.allCases {
      let run = try await run(measure, engine)
      func mother(_ metric: Metric) throws -> [Double] {
        try #require(try run.figures(.motherFund, "mother_fund", metric))
      }
      let isGross = measure == .gross
      let direct = try #require(
        try run.figures(.subFund, "direct", isGross ? .grossLossRatio : .grossMOIC))
      let (ratio, breach) = (try mother(.lossRatioDirect), try mother(.breachDirect))
      for path in 0..<60 {
        let expected = isGross ? direct[path] : max(0, 1 - direct[path])
        #expect(abs(ratio[path] - expected) < 1e-9)
        #expect(breach[path] == (expected > 0.3 ? 1 : 0))
      }
      #expect(try mother(.lossRatioSeed).allSatisfy(\.isNaN))
      #expect(try mother(.breachSeed).allSatisfy(\.isNaN))
    }
  }

  /// A path with a breach at liquidation or at a review has a date, and some class is the first.
  @Test func datesBelongToBreaches() async throws {
    let run = try await run(.gross, "multiples")
    func mother(_ metric: Metric) throws -> [Double] {
      try #require(try run.figures(.motherFund, "mother_fund", metric))
    }
    let (review, years) = (try mother(.reviewBreach), try mother(.firstBreachYears))
    let (angel, direct) = (try mother(.breachAngel), try mother(.breachDirect))
    let firsts = zip(try mother(.firstBreachAngel), try mother(.firstBreachDirect)).map { $0 + $1 }
    for path in 0..<60 {
      let isBreached = review[path] + angel[path] + direct[path] > 0
      #expect(years[path].isNaN != isBreached)
      #expect((firsts[path] >= 1) == isBreached)
      guard isBreached else { continue }
      #expect((years[path] < 15) == (review[path] == 1))
      #expect(years[path] >= 3 && years[path].rounded() == years[path])
    }
    #expect(review.contains(1))
  }
}
