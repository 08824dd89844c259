public import Stochastics

/// What a plan commits against the mother fund's size, with the fees to be expected.
public struct PlanBudget: Sendable {
  /// The mother fund's size, in yuan.
  public let size: Double
  /// Commitments to sub-funds.
  public let commitments: Double
  /// Money for direct investments.
  public let direct: Double
  /// The mother fund's own fees over its life, by simulation.
  public let fees: MeanEstimate
  /// What contributors pay in over its life, by simulation.
  public let paidIn: MeanEstimate
  /// Number of simulated paths behind the two.
  public let paths: Int
  /// Mean gross multiples of companies in engine `rounds`; nil where no vehicle uses it.
  public let roundsMultiples: RoundsMultiples?

  /// Mean gross multiples of companies in engine `rounds`, before sales at a term's end.
  public struct RoundsMultiples: Sendable {
    /// With what the scenario says companies have in common.
    public let dependent: Estimate
    /// Of companies with nothing in common.
    public let independent: Estimate
  }

  /// Size less commitments, direct money and expected fees; negative if the plan is too large.
  public var left: Double { size - commitments - direct - fees.value }

  /// Adds a plan up, with fees from a small simulation.
  public init(_ scenario: Scenario, paths: Int) async throws {
    let settings = SimulationSettings(paths: paths, seed: scenario.seed)
    let sample = try await HeadlineSample(
      scenario, simulator: HeadlineSimulator(settings: settings))
    size = scenario.motherFund.size
    commitments = scenario.subFunds.reduce(0) { $0 + $1.commitment }
    direct = scenario.direct.share * size
    fees = ColumnStatistics.mean(sample.figures(.managementFees))
    paidIn = ColumnStatistics.mean(sample.figures(.paidIn))
    self.paths = paths
    roundsMultiples = try await scenario.roundsMultiples(paths: 2 * paths)
  }
}

extension Scenario {
  /// How many companies a path looks at on average, all vehicles together; as the reader limits
  /// them.
  public var expectedCompanies: Double {
    let flows = Dictionary(uniqueKeysWithValues: anchors.map { ($0.id, $0.dealFlow) })
    let funds = subFunds.compactMap { fund in
      flows[fund.anchor].map { ExpectedPurchases(fund, $0).seen }
    }
    return funds.reduce(ExpectedPurchases(direct, of: motherFund).seen, +)
  }

  /// Whether a vehicle uses an engine.
  public func uses(_ engine: Outcomes.Engine) -> Bool {
    subFunds.contains { $0.engine == engine } || direct.share > 0 && direct.engine == engine
  }

  fileprivate func roundsMultiples(paths: Int) async throws -> PlanBudget.RoundsMultiples? {
    guard uses(.rounds) else { return nil }
    func mean(_ dependence: Dependence?) async throws -> Estimate? {
      try await OutcomeStudy(
        outcomes.with(engine: .rounds), dependence: dependence, paths: paths, seed: seed
      ).figures[.meanMultiple]
    }
    guard let dependent = try await mean(dependence), let independent = try await mean(nil) else {
      return nil
    }
    return PlanBudget.RoundsMultiples(dependent: dependent, independent: independent)
  }
}
