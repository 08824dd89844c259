import Stochastics
import Testing

@testable import AngelFunds

/// Points of the national evaluation, worked by hand.
@Suite struct EvaluationTests {
  @Test func allIndicatorsAddUpToAHundred() {
    #expect(EvaluationIndicator.allCases.reduce(0) { $0 + $1.most } == 100)
    #expect(EvaluationIndicator.simulated.reduce(0) { $0 + $1.most } == 17)
  }

  /// Cost 100, of which so much is early, held for so many years on average.
  @Test(arguments: [
    (70.0, 0.0, 5.0), (69, 0, 3), (50, 0, 3), (49, 2.9, 2), (20, 0, 2), (19, 0, 0), (0, 3, 3),
    (0, 5, 5), (0, 4.9, 3),
  ])
  func patienceIsEarlyOrLong(early: Double, years: Double, points: Double) {
    #expect(PatientCapital(cost: 100, early: early, held: 400 * years).points == points)
    #expect(PatientCapital().points == 0)
  }

  private func points(_ set: [String: String]) throws -> [[Double]] {
    let text = TestScenario.plain(
      companies: 10, dependence: "{market: 0, sector: 0, manager: 0}")
    let always = [
      "rules.evaluation": "yes", "mother_fund.size": "1.9亿", "terms.mother_share": "50%",
      "outcomes.holding_scale": "1", "outcomes.holding_log_sd": "0",
      "outcomes.buckets": "{zero: {share: 100%}, below_1x: {share: 0%}, "
        + "from_1x_to_5x: {share: 0%}, from_5x_to_10x: {share: 0%}, above_10x: {share: 0%}}",
    ]
    let path = try SimulatedPath(
      TestScenario.load(text, set: always.merging(set) { $1 }).scenario, path: 0)
    let layout = path.buffers.layout
    return (0..<15).map { year in
      (0..<8).map { path.buffers.series[layout.scoreOffset + 8 * year + $0] }
    }
  }

  /// A fund of 2亿, half of it the mother fund's 1亿, buys early companies with all its money at
  /// once, which lose everything on a straight line over three years.
  ///
  /// Nothing has to be reinvested: 3. All is early: 5. Half is social: 5. 1亿 of 1.9亿 is paid in: 1.
  /// No cash is idle: 1. Nothing is earned and nothing grows.
  @Test func everythingLost() throws {
    let points = try points([:])
    #expect(points.allSatisfy { $0 == [3, 5, 5, 1, 1, 0, 0, 15] })
  }

  /// 1.2 times has to be reinvested, another government holds 15 % (35 % are social), and 1亿 is
  /// less than half of 2.1亿.
  @Test func settingsCount() throws {
    let points = try points([
      "rules.reinvestment.multiple": "1.2", "terms.other_government_share": "15%",
      "mother_fund.size": "2.1亿",
    ])
    #expect(points.allSatisfy { $0 == [1, 5, 3, 0, 1, 0, 0, 10] })
  }

  /// The fund starts in the second year: before there is nothing to judge but that nothing has to
  /// be reinvested.
  @Test func whatHasNotStartedDoesNotCount() throws {
    let points = try points([
      "sub_funds.town_1.start": "1y", "rules.reinvestment.multiple": "1.5",
      "mother_fund.commitment_period": "2y",
    ])
    #expect(points[0] == [3, 0, 0, 0, 0, 0, 0, 3])
    #expect(points[1] == [0, 5, 5, 1, 1, 0, 0, 12])
  }

  /// In thousands of yuan, 100 paid in the first quarter; at 3 % a year they should be 100 × 1.03^0.75 = 102.2416 after
  /// three quarters.
  @Test(arguments: [(102.25, true, false), (102.24, false, false), (105, true, true)])
  func theFirstYearsReturn(value: Double, earns: Bool, grows: Bool) throws {
    let room = SeriesRoom()
    room.series.calls[0] = 100e3
    room.series.nav[3] = 1e3 * value
    var account = MotherAccount(discount: EvaluationTests.quarter)
    account.run(through: 3, of: room.series)
    #expect(account.paidIn == 100e3)
    #expect(account.earnsItsRate == earns)
    #expect(account.grows == grows)
  }

  /// In thousands, 105 at the beginning of the second year, in which 10 come back: 100.25 at its end is 5 % more.
  ///
  /// The gain is 5.25; a hundredth less is not enough. With 20 paid in it has to be 5 % of 125.
  @Test(arguments: [(100.25, 0.0, true), (100.24, 0, false), (121.25, 20, true), (121, 20, false)])
  func laterYearsGrowFromTheirOpening(value: Double, paid: Double, grows: Bool) throws {
    let room = SeriesRoom()
    room.series.calls[0] = 100e3
    room.series.nav[3] = 105e3
    room.series.distributions[5] = 10e3
    room.series.calls[6] = 1e3 * paid
    room.series.nav[7] = 1e3 * value
    var account = MotherAccount(discount: EvaluationTests.quarter)
    account.run(through: 3, of: room.series)
    account.run(through: 7, of: room.series)
    #expect(account.grows == grows)
    #expect(account.paidIn == 1e3 * (100 + paid))
  }

  /// One yuan after a quarter at 3 % a year.
  private static let quarter = 1 / 1.03.squareRoot().squareRoot()

  @Test func aRunKeepsThePointsOfEveryYear() async throws {
    let run = try await TestRun(
      TestScenario.example("minimal", set: ["rules.evaluation": "yes"]), paths: 60)
    let rows = try EvaluationEstimates(run.store).rows
    #expect(rows.count == 15 * 22)
    for year in 2026...2040 {
      let ofYear = rows.filter { $0.year == year }
      let sum = ofYear.filter { $0.indicator != nil }.reduce(0) { $0 + ($1.mean?.value ?? 0) }
      let total = try #require(ofYear.last)
      #expect(total.indicator == nil && total.most == 17)
      #expect(abs(sum - (total.mean?.value ?? -1)) < 1e-9)
      #expect(ofYear.allSatisfy { ($0.mean != nil) == $0.isSimulated })
    }
  }

  @Test func withoutTheRuleThereIsNothing() async throws {
    let run = try await TestRun(TestScenario.example("minimal"), paths: 10)
    #expect(try EvaluationEstimates(run.store).rows.isEmpty)
    #expect(run.store.provenance.scenario.seriesLayout.scoreCount == 0)
  }
}

/// Room for one scope's series over two years.
private final class SeriesRoom {
  let series: ScopeSeries
  private let base: UnsafeMutablePointer<Double>

  init() {
    let layout = SeriesLayout(vehicleCount: 0, anchorCount: 0, quarters: 8)
    base = .allocate(capacity: layout.count)
    base.initialize(repeating: 0, count: layout.count)
    series = ScopeSeries(base, scope: 0, layout: layout)
  }

  deinit { base.deallocate() }
}
