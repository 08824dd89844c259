/// One figure of one entity in two runs.
public struct ComparisonRow: Hashable, Sendable {
  /// Whose figure it is.
  public let owner: ScopeID
  /// What the variant's reports call the entity.
  public let label: Label
  /// The figure.
  public let figure: PathFigure
  /// Variant less base; nil if no path counts.
  public let difference: Difference?
}

/// A run against the base.
public struct VariantComparison: Sendable {
  /// Its name in tables.
  public let name: String
  /// Where its numbers come from.
  public let provenance: Provenance
  /// Whether differences are told path by path.
  public let pairing: Pairing
  /// Every figure of every entity that both have, in the order of reports.
  public let rows: [ComparisonRow]
  /// The mother fund's headlines, and last the figure of the ranking if it is none of them.
  public private(set) var headlines: [HeadlineComparison]
  /// Whether one run's multiple is better whatever the taste for risk; nil if no path has it.
  public let dominance: Dominance?
  /// The keys in which the scenarios differ.
  public let keys: [KeyDifference]
  /// Why the model cannot rank the two; nil where it can.
  public let likeness: Likeness?

  private let rankName: String

  init(_ run: ComparedRun, base: ComparedRun, rank: RankFigure) throws {
    let pair = RunPair(base: base.store, variant: run.store)
    let (old, new) = (base.store.provenance, run.store.provenance)
    name = run.name
    provenance = new
    pairing = pair.pairing
    rows = try Self.rows(pair)
    let names = Headline.all.map(\.metric)
    rankName = rank.figure.name
    let shown = names + (names.contains(rankName) ? [] : [rankName])
    let motherRows = rows.filter { $0.owner == .motherFund }
    headlines = shown.compactMap { name in
      guard let row = motherRows.first(where: { $0.figure.name == name }) else { return nil }
      return row.difference.map {
        HeadlineComparison(figure: row.figure, difference: $0, paths: max(old.paths, new.paths))
      }
    }
    dominance = try PathFigure(named: Metric.tvpi.rawValue)
      .flatMap { try pair.columns($0, .motherFund) }
      .flatMap {
        try Dominance(base: $0.base, variant: $0.variant, isPaired: pair.pairing.isPaired)
      }
    keys = KeyDifference.all(old, new)
    likeness = Likeness(old.scenario, new.scenario)
  }

  private static func rows(_ pair: RunPair) throws -> [ComparisonRow] {
    let scenario = pair.variant.provenance.scenario
    let shared = Set(pair.base.provenance.scenario.reportedScopes)
    var rows: [ComparisonRow] = []
    for owner in scenario.reportedScopes where shared.contains(owner) {
      for figure in PathFigure.all {
        try Task.checkCancellation()
        guard let columns = try pair.columns(figure, owner) else { continue }
        rows.append(
          ComparisonRow(
            owner: owner, label: scenario.label(of: owner), figure: figure,
            difference: Difference(
              base: columns.base, variant: columns.variant, isPaired: pair.pairing.isPaired)))
      }
    }
    return rows
  }

  /// The figure by which runs are ranked; nil where no path can be compared.
  var ranked: HeadlineComparison? { headlines.first { $0.figure.name == rankName } }

  mutating func judge(_ headline: Int, adjusted: Double, of tests: Int) {
    headlines[headline].verdict = headlines[headline].verdict(adjusted: adjusted, tests: tests)
  }
}
