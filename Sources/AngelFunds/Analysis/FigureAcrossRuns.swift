/// A figure of the mother fund in every run of a comparison.
public struct FigureAcrossRuns: Sendable {
  /// The figure.
  public let figure: PathFigure
  /// Its means, for an event its probabilities, in the order of the runs; nil where a run has none.
  public let estimates: [MeanEstimate?]
  /// The same without their errors.
  public var means: [Double?] { estimates.map { $0?.value } }

  /// The figures that tell runs apart at a glance, those of rules only where some run has them.
  ///
  /// - Throws: `RunStoreError` if a run cannot be read; `CancellationError`.
  static func all(_ runs: [ComparedRun], rankBy rank: RankFigure) throws -> [FigureAcrossRuns] {
    var names = Headline.all.map(\.metric) + rules.map(\.rawValue)
    if !names.contains(rank.figure.name) { names.append(rank.figure.name) }
    return try names.compactMap(PathFigure.init(named:)).compactMap { figure in
      try Task.checkCancellation()
      let estimates = try runs.map { run in
        try run.store.values(of: figure, .motherFund)
          .flatMap { ColumnStatistics.mean(of: figure, $0) }
      }
      return estimates.allSatisfy { $0 == nil }
        ? nil : FigureAcrossRuns(figure: figure, estimates: estimates)
    }
  }

  /// What rules of public money come to.
  private static let rules: [Metric] = [
    .concessionCost, .subFundsClosed, .committed, .earlyBelowFloor,
    .projectsBelowFloor,
  ]
}
