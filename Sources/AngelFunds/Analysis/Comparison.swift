import Stochastics

/// Runs compared with the first of them.
public struct Comparison: Sendable {
  /// What everything is compared with.
  public let base: RankedRun
  /// The base's provenance.
  public let provenance: Provenance
  /// The others, in the order given.
  public let variants: [VariantComparison]
  /// By what runs are ranked.
  public let rank: RankFigure
  /// Base and variants, the best first.
  public let ranking: [RankedRun]
  /// The figures of base and variants side by side, in the order given.
  public let figures: [FigureAcrossRuns]
  /// Number of tests that share the probability of error.
  public let testCount: Int

  /// Compares runs.
  ///
  /// - Parameter runs: The base and at least one variant.
  /// - Throws: `RunStoreError` if a run cannot be read; `CancellationError`.
  public init(_ runs: [ComparedRun], rankBy rank: RankFigure) throws {
    precondition(runs.count > 1)
    var variants = try runs.dropFirst().map { run in
      try VariantComparison(run, base: runs[0], rank: rank)
    }
    testCount = Self.adjust(&variants)
    base = try RankedRun(runs[0], figure: rank.figure, comparison: nil, isBase: true)
    provenance = runs[0].store.provenance
    let others = try zip(runs.dropFirst(), variants).map { run, variant in
      try RankedRun(run, figure: rank.figure, comparison: variant.ranked, isBase: false)
    }
    ranking = Self.sorted([base] + others, isHigherBetter: rank.isHigherBetter)
    figures = try FigureAcrossRuns.all(runs, rankBy: rank)
    self.rank = rank
    self.variants = variants
  }

  /// Adjusts the probabilities of error of all headlines of all variants together.
  private static func adjust(_ variants: inout [VariantComparison]) -> Int {
    let places = variants.indices.flatMap { variant in
      variants[variant].headlines.indices.map { (variant, $0) }
    }.filter { variants[$0.0].headlines[$0.1].difference.pValue != nil }
    let pValues = places.compactMap { variants[$0.0].headlines[$0.1].difference.pValue }
    for ((variant, headline), adjusted) in zip(places, HolmAdjustment.adjusted(pValues)) {
      variants[variant].judge(headline, adjusted: adjusted, of: pValues.count)
    }
    return pValues.count
  }

  /// By difference from the base, as that is sharper than the estimates; ties in the order given.
  private static func sorted(_ runs: [RankedRun], isHigherBetter: Bool) -> [RankedRun] {
    func merit(_ run: RankedRun) -> Double {
      let difference = run.comparison?.difference.value ?? (run.isBase ? 0 : -.infinity)
      return isHigherBetter || !difference.isFinite ? difference : -difference
    }
    return runs.enumerated()
      .sorted { (-merit($0.element), $0.offset) < (-merit($1.element), $1.offset) }
      .map(\.element)
  }
}

/// A run in the ranking.
public struct RankedRun: Sendable {
  /// Its name in tables.
  public let name: String
  /// What reports call the scenario.
  public let title: Label
  /// The figure by which runs are ranked; nil if no path has it.
  public let estimate: MeanEstimate?
  /// How it differs from the base; nil for the base, and where no path can be compared.
  public let comparison: HeadlineComparison?
  /// Whether everything is compared with this run.
  public let isBase: Bool

  init(_ run: ComparedRun, figure: PathFigure, comparison: HeadlineComparison?, isBase: Bool) throws
  {
    name = run.name
    title = run.store.provenance.scenario.title
    let values = try run.store.values(of: figure, .motherFund) ?? []
    estimate = ColumnStatistics.mean(of: figure, values)
    self.comparison = comparison
    self.isBase = isBase
  }
}

extension ScopeID {
  /// The mother fund.
  static let motherFund = ScopeID(scope: .motherFund, id: Scope.motherFund.rawValue)
}

extension ColumnStatistics {
  /// The mean over the paths that have the figure, for an event its probability; nil if none has.
  static func mean(of figure: PathFigure, _ values: [Double]) -> MeanEstimate? {
    let defined = values.filter { !$0.isNaN }
    guard !defined.isEmpty else { return nil }
    return figure.isEvent ? probability(defined) { $0 > 0 } : mean(defined)
  }
}
