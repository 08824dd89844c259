import Testing

@testable import AngelFunds

/// What is said of concessions in the field comes out of the simulation (`Docs/Findings.md`).
@Suite struct FindingsTests {
  private func mean(_ values: [Double]) -> (value: Double, error: Double) {
    let known = values.filter { !$0.isNaN }
    let mean = known.reduce(0, +) / Double(known.count)
    let squares = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / Double(known.count - 1) / Double(known.count)).squareRoot())
  }

  /// With all excess over principal given up the mother fund expects a loss, although its stakes,
  /// and each of its sub-funds, bring more than they cost.
  @Test func fullConcessionLosesMoneyOnWinningStakes() async throws {
    let loaded = try TestScenario.example(
      "dongguan_baseline", set: ["rules.concession.share": "100%"], hasRules: true)
    let run = try await TestRun(loaded, paths: 3000, seed: 1)
    let net = mean(try #require(try run.figures(.motherFund, "mother_fund", .tvpi)))
    let whole = mean(try #require(try run.figures(.motherFund, "mother_fund", .economicReturn)))
    #expect(net.value + 4 * net.error < 1)
    #expect(whole.value - 4 * whole.error > 1)
    for fund in loaded.scenario.subFunds {
      let multiple = mean(try #require(try run.figures(.subFund, fund.id, .tvpi)))
      let kept = mean(try #require(try run.figures(.subFund, fund.id, .stakeReturn)))
      #expect(multiple.value - 2 * multiple.error > 1, "\(fund.id)")
      #expect(kept.value + 4 * kept.error < 1, "\(fund.id)")
    }
  }

  /// Partners who may buy at cost take the winners.
  ///
  /// Where a stake brings twice its cost in the end most of the gain is gone; where it loses half,
  /// most of the loss stays.
  @Test func anOptionAtCostLeavesTheLosers() async throws {
    let loaded = try TestScenario.example(
      "dongguan_rounds", set: ["rules.concession.form": "buyout", "direct.share": "0%"],
      hasRules: true)
    let run = try await TestRun(loaded, paths: 2000, seed: 1)
    var (kept, whole) = ([Double](), [Double]())
    for fund in loaded.scenario.subFunds {
      kept += try #require(try run.figures(.subFund, fund.id, .stakeReturn))
      whole += try #require(try run.figures(.subFund, fund.id, .economicReturn))
    }
    let pairs = zip(kept, whole).filter { !$0.0.isNaN && !$0.1.isNaN }
    let winners = pairs.filter { $0.1 > 2 }
    let losers = pairs.filter { $0.1 < 0.5 }
    let gain = mean(winners.map { ($0.0 - 1) / ($0.1 - 1) })
    let loss = mean(losers.map { (1 - $0.0) / (1 - $0.1) })
    #expect(gain.value + 4 * gain.error < 0.5)
    #expect(loss.value - 4 * loss.error > 0.6)
  }
}
