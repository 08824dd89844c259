import Foundation
import Stochastics
import Testing

@testable import AngelFunds

/// How many companies a plan buys is told before it is simulated, by E[min(ticket, project limit)].
///
/// The check once divided by the mean ticket before the limit on a project: tickets of 5000万 under a
/// limit of 1万 passed as 5 companies, and 20,000 were bought, up to a cap that nobody told of.
@Suite struct CompanyCountCheckTests {
  private static let limited = "single_project_limit: {amount: 1万}, ticket: {median: 5000万}"

  /// 1亿 at 40 % is a fund of 2.5亿, of which fees leave about nine tenths; at 1万 a project that is
  /// more than 20,000 companies.
  @Test func theLimitOnAProjectCounts() throws {
    let message = complaints(smallScenario + "terms: {\(Self.limited)}\ndirect: {share: 0%}")
    let pattern =
      #/x.yaml:2: sub_funds.one would buy about (\d+) companies \(.*亿 for them / average ticket 1万 within single_project_limit\); the limit is 2,000: raise ticket.median or the limit of a project/#
    let match = try #require(message.wholeMatch(of: pattern))
    let count = try #require(Double(match.1))
    #expect((20_000...25_000).contains(count))
  }

  /// A tenth of 10亿 in projects of at most 1万.
  @Test func theDirectBooksLimitCounts() {
    #expect(
      complaints(smallScenario + "direct: {\(Self.limited)}")
        == "x.yaml:3: direct would buy about 10000 companies (1亿 for them / average ticket 1万 "
        + "within single_project_limit); the limit is 2,000: raise ticket.median or the limit of a "
        + "project")
  }

  /// Without fees and spread: 4000万 in tickets of 2.5万 are 1,600 companies; half the size again
  /// makes 2,400, and a reserve of a half leaves 800 of the first and all of what comes back.
  @Test func proceedsInvestedAgainAndReservesCount() {
    let plain = """
      mother_fund: {mgmt_fee: 0%}
      direct: {share: 0%}
      terms:
        mother_share: 100%
        mgmt_fee: {investment_period: 0%, exit_period: 0%}
        ticket: {median: 2.5万, log_sd: 0}
        single_project_limit: {share: 100%, amount: 1亿}
      anchors: {lake: {kind: town, companies_a_year: unlimited}}
      sub_funds: {one: {anchor: lake, commitment: 4000万}}

      """
    #expect(complaints(plain) == "nothing")
    #expect(
      complaints(plain, overrides: ["terms.recycling=50%"])
        == "x.yaml:9: sub_funds.one would buy about 2400 companies (4000万 for them + 2000万 of "
        + "proceeds / average ticket 2.5万 within single_project_limit); the limit is 2,000: raise "
        + "ticket.median or the limit of a project")
    let reserve = ["terms.follow_on.policy=pro_rata", "terms.follow_on.reserve=50%"]
    #expect(
      complaints(
        plain, overrides: ["outcomes.engine=rounds", "terms.recycling=50%"] + reserve)
        == "nothing")
  }

  /// Where other companies are passed over, one has to be looked at 1/p times to buy one.
  @Test func companiesPassedOverCount() throws {
    let rule =
      "rules: {limits: {eligibility: {policy: skip, age: 1y, rounds: 1, heads: 0.01}}}\n"
    let message = complaints(smallScenario + rule)
    #expect(message.contains("sub_funds.one may have to look at "))
    #expect(message.contains("the limit is 20000: loosen eligibility"))
    #expect(!message.contains("inf"))
  }

  /// What the check expects is what selection buys: means over paths agree with it, and no path
  /// looks at as many companies as may be drawn.
  @Test func estimatesAgreeWithWhatIsBought() async throws {
    let text = """
      direct: {share: 0%}
      terms: {ticket: {median: 300万, log_sd: 0.8}, single_project_limit: {amount: 400万}}
      anchors: {lake: {kind: town, companies_a_year: unlimited}}
      sub_funds: {one: {anchor: lake, commitment: 1亿}}

      """
    let scenario = try TestScenario.load(text).scenario
    let purchases = ExpectedPurchases(scenario.subFunds[0], scenario.anchors[0].dealFlow)
    let model = CompiledModel(scenario)
    let vehicle = model.vehicles[0]
    let companies = UnsafeMutablePointer<PlannedCompany>.allocate(capacity: vehicle.companyLimit)
    let draws = CompanyDraws(companies: vehicle.companyLimit)
    defer {
      companies.deallocate()
      draws.deallocate()
    }
    var source = try RandomSource(generator: .philox, seed: 1)
    let paths = 400
    var counts: [Double] = []
    for path in 0..<UInt32(paths) {
      source.begin(vehicle.companies, path: path)
      counts.append(
        Double(
          DealSelection.choose(
            vehicle, model: model, draws: draws, companies: companies, source: &source
          ).planned))
    }
    let mean = counts.reduce(0, +) / Double(paths)
    // The last company may get less than its amount, or nothing: half a company either way.
    #expect(abs(mean - purchases.companies) < 0.75)
    #expect(counts.allSatisfy { $0 < Double(vehicle.companyLimit) })
  }
}
