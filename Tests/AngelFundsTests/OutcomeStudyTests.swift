import Stochastics
import Testing

@testable import AngelFunds

/// Figures of companies alone, against figures that are not this program's.
@Suite struct OutcomeStudyTests {
  /// The ladder of an earlier study, which was simulated by other code (200,000 draws): shares are
  /// rounded to whole percent there, and means differed by 0.13 between seeds.
  private static let ladder = [
    "angel.step_up=2.5", "round_c.write_off=6%", "round_c.zombie=5%", "round_c.buyback=7%",
    "round_c.secondary_transfer=23%", "round_c.m_and_a=9%", "round_c.next_round=50%",
    "pre_ipo.write_off=6%", "pre_ipo.buyback=10%", "pre_ipo.secondary_transfer=20%",
    "pre_ipo.m_and_a=22%", "pre_ipo.ipo=42%",
  ].compactMap { KeyOverride(argument: "outcomes.rounds.stages.\($0)") }

  @Test func anEarlierLadderIsReproduced() async throws {
    let scenario = try OutcomePreset.scenario(named: "cn_angel_neutral", changes: Self.ladder)
    let study = try await OutcomeStudy(
      scenario.scenario.outcomes, dependence: nil, paths: 1000, seed: 4, jobs: 2)
    let published: [(OutcomeFigure, Double, slack: Double)] = [
      (.nextRound, 0.45, 0.005), (.listed, 0.023, 0.001), (.writtenOff, 0.40, 0.012),
      (.zombie, 0.20, 0.006), (.exitsByTransfer, 0.53, 0.006), (.exitsByBuyback, 0.23, 0.006),
      (.exitsByAcquisition, 0.18, 0.006), (.exitsByListing, 0.06, 0.006),
      (.below1x, 0.76, 0.006), (.above10x, 0.046, 0.001), (.meanMultiple, 2.40, 0.07),
      (.valueAbove10x, 0.69, 0.02), (.realised5, 0.15, 0.01), (.realised7, 0.29, 0.015),
      (.realised8, 0.39, 0.015), (.realised10, 0.67, 0.015), (.realised12, 0.88, 0.015),
      (.realised15, 0.99, 0.01),
    ]
    for (figure, value, slack) in published {
      let found = try #require(study.figures[figure])
      #expect(
        abs(found.value - value) <= 4 * found.standardError + slack, "\(figure): \(found.value)")
    }
  }

  /// Engine `multiples`: the mean in closed form, and the shares of the table.
  @Test func companiesOfATableHaveItsMean() async throws {
    let outcomes = try OutcomePreset.scenario(named: "us_correlation_ventures").scenario.outcomes
    let study = try await OutcomeStudy(
      outcomes, dependence: Dependence(market: 0.2, sector: 0.1, manager: 0.02, persistence: 0.5),
      paths: 600, seed: 2, jobs: 2)
    let mean = try #require(study.figures[.meanMultiple])
    #expect(abs(mean.value - outcomes.meanMultiple) < 4 * mean.standardError)
    let lost = try #require(study.figures[.below1x])
    #expect(abs(lost.value - 0.65) < 4 * lost.standardError)
    #expect(study.figures[.nextRound] == nil)
  }

  @Test func workersChangeNothing() async throws {
    let outcomes = try OutcomePreset.scenario(named: "cn_angel_neutral").scenario.outcomes
    let one = try await OutcomeStudy(outcomes, dependence: nil, paths: 600, seed: 3, jobs: 1)
    let two = try await OutcomeStudy(outcomes, dependence: nil, paths: 600, seed: 3, jobs: 2)
    #expect(one.figures == two.figures)
    #expect(one.companies == 60_000)
  }
}
