import Stochastics
import Testing

@testable import AngelFunds

/// Headlines over the ends of the inputs' ranges.
@Suite struct HeadlineSampleTests {
  private static let text = """
    direct: {share: 10%}
    anchors: {lake: {kind: town, local_share: 60%}, bay: {kind: town}}
    sub_funds:
      one: {anchor: lake, commitment: 1亿}
      two: {anchor: bay, commitment: 1亿, start: 3q}
    terms: {ranges: {mother_share: [25%, 40%]}}
    outcomes: {ranges: {tail_index: none, truncation: none, holding_scale: none}}
    dependence: {ranges: {market: none}}
    term_end: {ranges: {sale_share_of_nav: none}}

    """
  private let settings = SimulationSettings(paths: 200, seed: 3, jobs: 2)

  /// Each change is the difference of two whole runs.
  @Test func endsAreWholeRuns() async throws {
    let loaded = try loaded(Self.text + "rules: {reinvestment: {multiple: 1.9}}\n")
    let rows = try await InputSensitivity.run(loaded, settings: settings)
    #expect(loaded.scenario.ranges.map(\.path) == ["outcomes.quality_shift", "terms.mother_share"])
    #expect(rows.count == 2 * Headline.all.count)
    let base = try await TestRun(loaded, paths: 200, seed: 3)
    for input in loaded.scenario.ranges {
      let changed = try loaded.applying([KeyOverride(path: input.path, value: input.low)])
      let end = try await TestRun(changed, paths: 200, seed: 3)
      for row in rows where row.input == input {
        let from = try #require(try value(row.headline, base))
        let to = try #require(try value(row.headline, end))
        #expect(row.base == from, "\(row.headline.metric)")
        let change = try #require(row.low)
        #expect(abs(change.value - (to - from)) <= 1e-12 * abs(to), "\(row.headline.metric)")
      }
    }
  }

  private func value(_ headline: Headline, _ run: TestRun) throws -> Double? {
    try #require(run.summary.row(.motherFund, "mother_fund", headline.metric))
      .estimate(headline.statistic)?.value
  }

  /// 1/25 % and 1/40 % without any error of sampling; the obligation is met less often where the
  /// mother fund's money is a larger part.
  @Test func thePlanMovesLeverageAndWhatIsOwed() async throws {
    let loaded = try loaded(Self.text + "rules: {reinvestment: {multiple: 1.9}}\n")
    let rows = try await InputSensitivity.run(loaded, settings: settings)
      .filter { $0.input.path == "terms.mother_share" }
    let leverage = try #require(rows.first { $0.headline.metric == "leverage_l1" })
    #expect(leverage.base == 2.5 && leverage.high == Estimate(value: 0, standardError: 0))
    #expect(leverage.low == Estimate(value: 1.5, standardError: 0))
    let met = try #require(rows.first { $0.headline.metric == "reinvestment_met" })
    let base = try #require(met.base)
    #expect(base < 0.5 && met.low?.value ?? 0 > 0.3)
    let peak = try #require(rows.first { $0.headline.metric == "appropriation_peak" })
    #expect(peak.base ?? 0 > 3e7)
  }

  @Test func whatAScenarioHasNotIsLeftOut() async throws {
    let loaded = try loaded(Self.text)
    let rows = try await InputSensitivity.run(loaded, settings: settings)
    #expect(!rows.contains { $0.headline.metric == "reinvestment_met" })
    #expect(rows.count == 2 * (Headline.all.count - 1))
    let run = try await TestRun(loaded, paths: 200, seed: 3)
    let ranges = HeadlineRange.all(run.summary, sensitivity: rows)
    #expect(
      ranges.map(\.headline.metric)
        == Headline.all.map(\.metric).filter { $0 != "reinvestment_met" })
    let leverage = try #require(ranges.first { $0.headline.metric == "leverage_l1" })
    #expect(leverage.standardError == 0 && leverage.inputs == 2.5...4 && leverage.isMoved)
  }
}
