import Stochastics
import Testing

@testable import AngelFunds

/// An anchor's figures are those of the mother fund's stakes, whether in one sub-fund or several.
@Suite struct AnchorFigureTests {
  private let rules = [
    "rules.concession.form": "excess", "rules.concession.share": "60%",
    "rules.fund_raising.close_probability": "80%", "rules.fund_raising.delay": "2q",
    "rules.fund_raising.smaller_probability": "30%", "rules.fund_raising.smallest_size": "50%",
  ]
  private let obligation = ["rules.reinvestment.multiple": "1.5"]

  private func run(_ set: [String: String]) async throws -> TestRun {
    try await TestRun(TestScenario.example("minimal", set: set), paths: 60)
  }

  private func mean(_ run: TestRun, _ owner: ScopeID, _ metric: String) throws -> Double {
    try #require(
      run.summary.row(owner.scope, owner.id, metric)?.mean?.value, "\(owner) \(metric)")
  }

  private func anchors(_ run: TestRun) -> [(owner: ScopeID, funds: [SubFund])] {
    let scenario = run.store.provenance.scenario
    return scenario.anchors.map { anchor in
      (ScopeID(scope: .anchor, id: anchor.id), scenario.subFunds.filter { $0.anchor == anchor.id })
    }
  }

  @Test func whatTheMotherFundGivesUpAndPromisesAddsUpOverAnchors() async throws {
    let run = try await run(rules)
    let mother = ScopeID(scope: .motherFund, id: "mother_fund")
    #expect(Set(anchors(run).map(\.funds.count)) == [1, 2])
    for metric in ["concession_cost", "committed", "commitment_cancelled", "commitment_cut"] {
      let whole = try mean(run, mother, metric)
      let parts = try anchors(run).map { try mean(run, $0.owner, metric) }
      #expect(whole > 0)
      #expect(abs(parts.reduce(0, +) - whole) < 1e-9 * whole, "\(metric)")
    }
  }

  /// Of all partners' distributions the stake gets its part less what it gives up.
  @Test func stakesAreToldAfterConcessions() async throws {
    let run = try await run(rules)
    for (anchor, funds) in anchors(run) {
      let expected = try funds.reduce(0) { sum, fund in
        let owner = ScopeID(scope: .subFund, id: fund.id)
        return try sum + fund.terms.motherShare * mean(run, owner, "distributions")
          - mean(run, owner, "concession_cost")
      }
      let received = try mean(run, anchor, "distributions")
      #expect(abs(received - expected) < 1e-9 * expected, "\(anchor.id)")
      let kept = try mean(run, anchor, "stake_return")
      #expect(abs(try mean(run, anchor, "tvpi") - kept) < 1e-9 * kept)
      let flows = try QuarterlyEstimates(run.store).rows.filter {
        $0.owner == anchor && $0.series == .distributions
      }
      let sum = flows.reduce(0) { $0 + ($1.mean?.value ?? 0) }
      #expect(abs(sum - expected) < 1e-6 * expected, "\(anchor.id)")
    }
  }

  /// What is invested locally is counted whole, in summaries and where runs are compared.
  @Test func comparisonsSeeTheFiguresOfTheSummary() async throws {
    for run in [try await run(rules), try await run(obligation)] {
      for (anchor, _) in anchors(run) {
        for name in ["paid_in", "tvpi", "committed", "local_invested", "reinvestment_credit"] {
          guard let row = run.summary.row(.anchor, anchor.id, name), let told = row.mean else {
            continue
          }
          let figure = try #require(PathFigure(named: name))
          let values = try #require(try run.store.values(of: figure, anchor)).filter { !$0.isNaN }
          let mean = values.reduce(0, +) / Double(values.count)
          #expect(abs(mean - told.value) < 1e-9 * abs(told.value), "\(anchor.id) \(name)")
        }
      }
    }
  }
}
