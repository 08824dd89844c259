@testable import AngelFunds

extension Scenario {
  /// The same scenario under other rules.
  func with(_ rules: Rules) -> Scenario {
    Scenario(
      title: title, start: start, paths: paths, seed: seed, language: language,
      motherFund: motherFund,
      contributors: contributors, direct: direct, anchors: anchors, subFunds: subFunds,
      sectors: sectors, outcomes: outcomes, dependence: dependence, termEnd: termEnd,
      rules: rules, ranges: ranges)
  }

  /// The same scenario with limits to losses.
  func with(_ tolerance: LossTolerance) -> Scenario {
    with(
      Rules(
        funds: rules.funds, tolerance: tolerance, appropriation: rules.appropriation,
        stateExit: rules.stateExit, sharedDeals: rules.sharedDeals,
        isEvaluated: rules.isEvaluated))
  }

  /// The same scenario with yearly budgets.
  func with(_ appropriation: Appropriation) -> Scenario {
    with(
      Rules(
        funds: rules.funds, tolerance: rules.tolerance, appropriation: appropriation,
        stateExit: rules.stateExit, sharedDeals: rules.sharedDeals,
        isEvaluated: rules.isEvaluated))
  }
}

extension Appropriation {
  /// Budgets from 2026 on, in yuan, and how they are paid.
  init(
    _ budgets: [Double], carriesOver: Bool = true, draw: Draw = .byNeed, nextDrawAt: Double = 0.7,
    shortfall: Shortfall = .bridge, bridgeRate: Double = 0.04
  ) {
    self.init(
      budgets: budgets.enumerated().map {
        YearlyBudget(year: 2026 + $0.offset, amount: $0.element)
      },
      carriesOver: carriesOver, draw: draw, nextDrawAt: nextDrawAt, shortfall: shortfall,
      bridgeRate: bridgeRate)
  }
}
