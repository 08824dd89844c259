import Foundation
import Stochastics
import Testing

@testable import AngelFunds

/// Same seed, same bits: whatever the cores, the order of a list, or the rest of the scenario.
@Suite struct ReproducibilityTests {
  private static let three = """
    direct: {share: 5%}
    anchors:
      lake: {kind: strategic_platform, quality_shift: 0.1, companies_a_year: unlimited}
      town: {kind: town, companies_a_year: unlimited}
    sub_funds:
      lake_1: {anchor: lake, commitment: 7500万}
      town_1: {anchor: town, commitment: 5000万, start: 2q}
      town_2: {anchor: town, commitment: 6000万, start: 1y}
    """

  @Test(arguments: ["multiples", "rounds"])
  func workersChangeNothing(engine: String) async throws {
    let loaded = try TestScenario.load(Self.three, set: ["outcomes.engine": engine])
    let one = try await TestRun(loaded, paths: 1300, jobs: 1)
    let two = try await TestRun(loaded, paths: 1300, jobs: 2)
    #expect(try one.store.contentHash() == two.store.contentHash())
    #expect(one.summary.rows == two.summary.rows)
    #expect(try QuarterlyEstimates(one.store).rows == QuarterlyEstimates(two.store).rows)
  }

  @Test func workersChangeNothingOfTheInputsRanges() async throws {
    let loaded = try TestScenario.load(Self.three)
    func rows(jobs: Int) async throws -> [SensitivityRow] {
      try await InputSensitivity.run(
        loaded, settings: SimulationSettings(paths: 200, seed: 1, jobs: jobs))
    }
    let one = try await rows(jobs: 1)
    #expect(one.count == loaded.scenario.ranges.count * (Headline.all.count - 1))
    #expect(try await rows(jobs: 2) == one)
  }

  @Test func anotherSeedChangesTheHash() async throws {
    let loaded = try TestScenario.load(Self.three)
    let one = try await TestRun(loaded, paths: 600, seed: 1)
    let two = try await TestRun(loaded, paths: 600, seed: 2)
    #expect(try one.store.contentHash() != two.store.contentHash())
    #expect(one.summary.rows != two.summary.rows)
  }

  @Test(arguments: ["multiples", "rounds"])
  func theOrderOfSubFundsChangesNothing(engine: String) async throws {
    let lines = Self.three.split(separator: "\n").map(String.init)
    let reordered = (lines.dropLast(3) + lines.suffix(3).reversed()).joined(separator: "\n")
    let one = try await TestRun(
      TestScenario.load(Self.three, set: ["outcomes.engine": engine]), paths: 600)
    let two = try await TestRun(
      TestScenario.load(reordered, set: ["outcomes.engine": engine]), paths: 600)
    #expect(one.summary.rows == two.summary.rows)
    #expect(try QuarterlyEstimates(one.store).rows == QuarterlyEstimates(two.store).rows)
    #expect(try BudgetEstimates(one.store).rows == BudgetEstimates(two.store).rows)
  }

  @Test(arguments: ["multiples", "rounds"])
  func anotherSubFundLeavesTheOthersAsTheyWere(engine: String) async throws {
    let more = Self.three + "\n  atlas_1: {anchor: lake, commitment: 8000万, start: 3q}\n"
    let one = try await TestRun(
      TestScenario.load(Self.three, set: ["outcomes.engine": engine]), paths: 600)
    let two = try await TestRun(
      TestScenario.load(more, set: ["outcomes.engine": engine]), paths: 600)
    for id in ["lake_1", "town_1", "town_2", "direct"] {
      for metric in Metric.ofFunds where metric.rule == nil {
        let before = try #require(try one.figures(.subFund, id, metric)).map(\.bitPattern)
        let after = try #require(try two.figures(.subFund, id, metric)).map(\.bitPattern)
        #expect(before == after, "\(id) \(metric)")
      }
    }
  }

  /// More money reaches further down the same list of companies.
  @Test func moreMoneyBuysTheSameCompaniesAndMore() throws {
    func companies(_ commitment: String) throws -> [PlannedCompany] {
      let text = Self.three + "\nterms: {single_project_limit: {share: 100%}}\n"
      let scenario = try TestScenario.load(
        text, set: ["sub_funds.lake_1.commitment": commitment]
      ).scenario
      let model = CompiledModel(scenario)
      let buffers = PathBuffers(model)
      var source = try RandomSource(generator: .philox, seed: 1)
      PathSimulation(model, buffers: buffers).planDeals(of: [0], path: 7, source: &source)
      return (0..<buffers.deals[0]).map { buffers.deals.room(for: 0)[$0] }
    }
    let few = try companies("7500万")
    let many = try companies("1.5亿")
    #expect(many.count > few.count + 5)
    for index in 0..<(few.count - 1) {
      #expect(few[index].entry == many[index].entry)
      #expect(few[index].amount == many[index].amount)
    }
  }

  /// GSL's own generators agree on every headline within 4 standard errors of the difference.
  @Test(arguments: ["mt19937", "ranlxd2"])
  func otherGeneratorsAgree(name: String) async throws {
    let loaded = try TestScenario.load(Self.three)
    let generator = try #require(Generator(named: name))
    let philox = try await TestRun(loaded, paths: 1500)
    let other = try await TestRun(loaded, paths: 1500, generator: generator)
    for headline in Headline.all
    where !["reinvestment_met", "leverage_l1"].contains(headline.metric) {
      let one = try estimate(headline, of: philox)
      let two = try estimate(headline, of: other)
      let error = (one.error * one.error + two.error * two.error).squareRoot()
      #expect(abs(one.value - two.value) <= 4 * error, "\(name), \(headline.metric)")
      #expect(one.value != two.value, "\(headline.metric): the other generator was not used")
    }
  }

  /// A headline with its error; that of a mean too that reports call not reliable.
  private func estimate(
    _ headline: Headline, of run: TestRun
  ) throws -> (value: Double, error: Double) {
    let row = try #require(run.summary.row(.motherFund, "mother_fund", headline.metric))
    let estimate = try #require(row.estimate(headline.statistic))
    if let error = estimate.error { return (estimate.value, error) }
    let metric = try #require(Metric(rawValue: headline.metric))
    let figures = try #require(try run.figures(.motherFund, "mother_fund", metric))
    let moments = figures.filter { !$0.isNaN }.reduce(into: Moments()) { $0.add($1) }
    return (estimate.value, try #require(moments.meanEstimate).standardError)
  }
}
