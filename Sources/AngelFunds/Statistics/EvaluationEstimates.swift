public import Stochastics

/// The points of an indicator in a calendar year.
public struct EvaluationRow: Hashable, Sendable {
  /// Calendar year, judged at its last quarter.
  public let year: Int
  /// The indicator; nil for the sum of those that are simulated.
  public let indicator: EvaluationIndicator?
  /// The most points that there are.
  public let most: Int
  /// The mean with its standard error over paths; nil for what is not simulated.
  public let mean: Estimate?

  /// Whether the simulation knows it.
  public var isSimulated: Bool { indicator?.isSimulated ?? true }
}

/// The national evaluation's points by calendar year.
public struct EvaluationEstimates: Sendable {
  /// By year and indicator, the sum of the simulated ones last; empty where the rule is off.
  public let rows: [EvaluationRow]

  /// Reads a run's points.
  public init(_ store: RunStore) throws {
    let scenario = store.provenance.scenario
    guard scenario.rules.isEvaluated, let moments = try store.seriesMoments() else {
      rows = []
      return
    }
    let layout = scenario.seriesLayout
    let simulated = EvaluationIndicator.simulated
    rows = scenario.calendarYears.enumerated().flatMap { position, year -> [EvaluationRow] in
      let first = layout.scoreOffset + position * EvaluationModel.scoresAYear
      let points = EvaluationIndicator.allCases.map { indicator in
        let mean = simulated.firstIndex(of: indicator).flatMap {
          moments.estimate(at: first + $0)
        }
        return EvaluationRow(
          year: year, indicator: indicator, most: indicator.most, mean: mean)
      }
      let sum = EvaluationRow(
        year: year, indicator: nil, most: simulated.reduce(0) { $0 + $1.most },
        mean: moments.estimate(at: first + simulated.count))
      return points + [sum]
    }
  }
}
