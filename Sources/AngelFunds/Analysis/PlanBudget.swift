import Stochastics

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
  }
}

extension Scenario {
  /// How many companies a path holds on average, all vehicles together.
  public var expectedCompanies: Double {
    CompiledModel(self).vehicles.reduce(0) { $0 + $1.expectedCompanies }
  }
}
