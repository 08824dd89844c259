import Foundation
import Stochastics
import Testing

@testable import AngelFunds

/// Figures of one run agree with each other, as they must by their definitions.
@Suite struct SummaryTests {
  private func run(_ set: [String: String] = [:], paths: Int = 700) async throws -> TestRun {
    try await TestRun(TestScenario.example("minimal", set: set), paths: paths)
  }

  private func mean(_ run: TestRun, _ scope: Scope, _ id: String, _ metric: String) throws -> Double
  {
    try #require(run.summary.row(scope, id, metric)?.mean?.value, "\(scope) \(id) \(metric)")
  }

  @Test func riskSharesAddUpToOne() async throws {
    let run = try await run()
    for metric in ["risk_share_covariance", "risk_share_cvar"] {
      let shares = run.summary.rows.filter { $0.metric == metric }
      #expect(shares.count == 4)
      let sum = shares.reduce(0) { $0 + ($1.mean?.value ?? 0) }
      #expect(abs(sum - 1) < 1e-9, "\(metric)")
    }
  }

  @Test func contributorsShareTheMotherFund() async throws {
    let run = try await run()
    let paid = try mean(run, .motherFund, "mother_fund", "paid_in")
    let parts = try ["city_finance", "city_soe"].map {
      try mean(run, .contributor, $0, "paid_in")
    }
    #expect(abs(parts[0] - 0.6 * paid) < 1)
    #expect(abs(parts.reduce(0, +) - paid) < 1)
    let irr = run.summary.row(.motherFund, "mother_fund", "irr")
    #expect(run.summary.row(.contributor, "city_soe", "irr")?.quantiles == irr?.quantiles)
  }

  /// Fees that eat a fund up leave no company, so that no loss can be told.
  @Test func withoutCompaniesThereIsNoLossRatio() async throws {
    let run = try await run(["terms.mgmt_fee.investment_period": "50%"], paths: 20)
    for metric in ["gross_moic", "loss_ratio"] {
      let row = try #require(run.summary.row(.subFund, "songshan_lake_1", metric))
      #expect(row.definedShare == 0 && row.mean == nil, "\(metric)")
    }
    #expect(try Summary(run.store).rows == run.summary.rows)
    #expect(run.summary.row(.subFund, "songshan_lake_1", "loss_beyond_tolerance") == nil)
  }

  /// What contributors pay adds up over quarters, over years, and to what the fund was paid.
  @Test func quartersAndYearsAddUp() async throws {
    let run = try await run()
    let paid = try mean(run, .motherFund, "mother_fund", "paid_in")
    let quarters = try QuarterlyEstimates(run.store).rows.filter {
      $0.owner.scope == .motherFund && $0.series == .calls
    }
    let years = try BudgetEstimates(run.store).rows.filter {
      $0.owner.scope == .motherFund && $0.item == .contributions
    }
    #expect(abs(quarters.reduce(0) { $0 + ($1.mean?.value ?? 0) } - paid) < 1e-6 * paid)
    #expect(abs(years.reduce(0) { $0 + ($1.mean?.value ?? 0) } - paid) < 1e-6 * paid)
    #expect(years.first?.year == 2026)
  }

  /// By definition: profit is received less paid, anchors add up to the stakes of their funds.
  @Test func anchorsAddUpTheirSubFunds() async throws {
    let run = try await run()
    let funds = try ["towns_1", "towns_2"].map { try mean(run, .subFund, $0, "paid_in") }
    let anchor = try mean(run, .anchor, "towns", "paid_in")
    #expect(abs(0.4 * funds.reduce(0, +) - anchor) < 1e-6 * anchor)
    let profit = try mean(run, .motherFund, "mother_fund", "net_profit")
    let received = try mean(run, .motherFund, "mother_fund", "distributions")
    let paid = try mean(run, .motherFund, "mother_fund", "paid_in")
    #expect(abs(profit - (received - paid)) < 1e-6 * received)
  }

  /// Early on most futures have no distribution: the quantile sits on an atom of zero, and says
  /// with what probability instead of an error.
  @Test func aQuantileOnAnAtomTellsItsProbability() async throws {
    let run = try await run(["outcomes.buckets.zero.holding": "20y"])
    let row = try #require(run.summary.row(.subFund, "towns_2", "dpi_5y"))
    #expect(row.quantiles[0].value == 0)
    #expect(row.quantiles[0].standardError == nil)
    #expect(try #require(row.quantiles[0].atomProbability) > 0.05)
  }

  /// With every multiple at ten times and more, a few of 100 paths carry the mean.
  @Test func aMeanThatFewPathsCarryHasNoError() async throws {
    let run = try await run(
      ["outcomes.tail_index": "0.3", "outcomes.truncation": "100000"], paths: 100)
    let mean = try #require(run.summary.row(.subFund, "towns_1", "tvpi")?.mean)
    #expect(mean.standardError == nil)
    #expect(mean.doubt != nil)
  }

  /// All companies fail: nothing comes back, and every figure says so.
  @Test func aTotalLossIsMinusOneHundredPercent() async throws {
    let lost =
      "{zero: {share: 100%}, below_1x: {share: 0%}, from_1x_to_5x: {share: 0%}, "
      + "from_5x_to_10x: {share: 0%}, above_10x: {share: 0%}}"
    let run = try await run(
      ["outcomes.buckets": lost, "term_end.sale_share_of_nav": "0%"], paths: 60)
    // What was called and never placed still comes back.
    let tvpi = try #require(run.summary.row(.motherFund, "mother_fund", "tvpi"))
    #expect(try #require(tvpi.mean).value < 0.05)
    #expect(try mean(run, .motherFund, "mother_fund", "gross_moic") == 0)
    #expect(try mean(run, .motherFund, "mother_fund", "loss_beyond_tolerance") == 1)
    let error = run.summary.row(.motherFund, "mother_fund", "loss_beyond_tolerance")?.mean
    #expect(try #require(error?.standardError) > 0, "60 of 60 is not certainty")
    #expect(run.summary.row(.motherFund, "mother_fund", "payback_years")?.definedShare == 0)
  }

  /// A store read again says what the run said, and what estimating again would say, doubts and
  /// atoms included.
  @Test func theStoreTellsTheSameAgain() async throws {
    let run = try await run()
    let read = try Summary(run.store).rows
    #expect(read == run.summary.rows)
    #expect(try await Summary(estimating: run.store, jobs: 3).rows == read)
    #expect(read.contains { $0.mean?.doubt != nil })
    #expect(read.contains { $0.quantiles.contains { $0.atomProbability != nil } })
    let budget = try BudgetEstimates(run.store).rows
    #expect(!budget.isEmpty)
    #expect(try await BudgetEstimates(estimating: run.store, jobs: 3).rows == budget)
    let again = run.store.provenance.scenario
    #expect(try again == TestScenario.example("minimal").scenario)
  }

  /// The rate of the mean flows, against a search in the table of quarterly means.
  @Test func theRateOfMeanFlowsSolvesItsEquation() async throws {
    let run = try await run()
    let rate = try mean(run, .motherFund, "mother_fund", "irr_of_mean_flows")
    let rows = try QuarterlyEstimates(run.store).rows.filter { $0.owner.scope == .motherFund }
    let value = rows.reduce(0.0) { sum, row in
      let weight = pow(1 + rate, -Double(row.quarter) / 4)
      switch row.series {
      case .calls: return sum - weight * (row.mean?.value ?? 0)
      case .distributions: return sum + weight * (row.mean?.value ?? 0)
      default: return sum
      }
    }
    let paid = try mean(run, .motherFund, "mother_fund", "paid_in")
    #expect(abs(value) < 1e-6 * paid)
  }

  /// Two seeds' quarterly quantiles are those of the paths: the last quarter's net cash has the
  /// quantiles of the profit, to the bin.
  @Test func quarterlyQuantilesAreThoseOfThePaths() async throws {
    let run = try await run()
    let row = try #require(
      try QuarterlyEstimates(run.store).rows.last {
        $0.owner.scope == .motherFund && $0.series == .netCumulative
      })
    let profit = try #require(run.summary.row(.motherFund, "mother_fund", "net_profit"))
    for (quarterly, exact) in zip(row.quantiles, profit.quantiles) {
      #expect(abs(quarterly - exact.value) < 0.01 * abs(exact.value) + 50_000)
    }
  }
}
