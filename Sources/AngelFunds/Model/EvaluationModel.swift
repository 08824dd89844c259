import Foundation

/// The national evaluation's points that the simulation knows, flattened for the path loop.
struct EvaluationModel: BitwiseCopyable {
  /// What the evaluation asks of a sub-fund.
  struct Fund: BitwiseCopyable {
    /// What it has to invest locally over the mother fund's contribution; 0 for nothing.
    let reinvestment: Double
    /// Social capital's part of its commitments.
    let socialShare: Double
  }

  /// Rate a year that the rate of return is held against.
  private static let leastRate = 0.03

  /// Sub-funds by name, without the direct book.
  let funds: UnsafeBufferPointer<Fund>
  /// The last quarter of each calendar year within the mother fund's life.
  let yearEnds: UnsafeBufferPointer<Int>
  let size: Double
  /// Value today of one yuan at the end of each further quarter.
  let quarterlyDiscount: Double

  init?(_ scenario: Scenario, arena: ModelArena) {
    guard scenario.rules.isEvaluated else { return nil }
    let social = scenario.contributors.filter { $0.kind == .social }.reduce(0) { $0 + $1.share }
    funds = arena.store(
      scenario.subFunds.map { fund in
        let terms = fund.terms
        return Fund(
          reinvestment: fund.rules.reinvestment.multiple,
          socialShare: 1 - terms.otherGovernmentShare - terms.motherShare * (1 - social))
      })
    let last = scenario.motherFund.lifeInQuarters - 1
    yearEnds = arena.store(
      scenario.calendarYears.map { year in
        min(last, 4 * (year - scenario.start.year + 1) - scenario.start.quarter)
      })
    size = scenario.motherFund.size
    quarterlyDiscount = pow(1 + Self.leastRate, -0.25)
  }

  /// Numbers kept of a path: the points of each year, and their sum.
  static func scoreCount(_ scenario: Scenario) -> Int {
    scenario.rules.isEvaluated ? scenario.calendarYears.count * scoresAYear : 0
  }

  /// Points kept for a year: each simulated indicator's, and their sum.
  static let scoresAYear = EvaluationIndicator.simulated.count + 1
}
