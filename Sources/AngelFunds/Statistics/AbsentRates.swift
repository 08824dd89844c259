public import Stochastics

/// The futures in which an entity paid something and no rate of return solves its flows, held
/// against those that have one.
///
/// Such futures end with a call and bring little back: what is told of the rate without them is
/// told of the better ones.
public struct AbsentRates: Sendable {
  /// One entity's.
  public struct Row: Hashable, Sendable {
    /// Whose rate it is.
    public let owner: ScopeID
    /// Part of the paths on which something was paid and there is no rate.
    public let share: Double
    /// The largest multiple (TVPI) among these paths.
    public let largestMultiple: Double
    /// The quantiles of the rate over the paths that have one, in the order of reports; empty where
    /// none has.
    public let quantiles: [QuantileEstimate]
    /// The same with paths that have none counted as the lowest; nil where the quantile is one of
    /// these.
    public let quantilesOfAll: [Double?]

    /// The median over the paths that have a rate; nil where none has.
    public var median: QuantileEstimate? { quantiles.isEmpty ? nil : quantiles[Self.middle] }
    /// The median of all; nil where it is a path without a rate.
    public var medianOfAll: Double? { quantiles.isEmpty ? nil : quantilesOfAll[Self.middle] }

    private static let middle = ColumnStatistics.probabilities.firstIndex(of: 0.5) ?? 0

    /// Whether leaving them out moves the median by more than its standard error.
    public var movesMedian: Bool {
      guard let median, let medianOfAll else { return true }
      return abs(median.value - medianOfAll) > median.standardError ?? 0
    }
  }

  /// Entities that have such futures, in the order of reports.
  public let rows: [Row]

  /// Reads a run.
  public init(_ store: RunStore) throws {
    let scenario = store.provenance.scenario
    rows = try scenario.simulatedScopes.compactMap { try Row($0, store) }
  }

  /// The mother fund's; nil where each of its futures has a rate.
  public var motherFund: Row? { rows.first { $0.owner.scope == .motherFund } }

  /// An entity's; nil where each of its futures that was paid for has a rate.
  public func row(_ owner: ScopeID) -> Row? { rows.first { $0.owner == owner } }
}

extension AbsentRates.Row {
  init?(_ owner: ScopeID, _ store: RunStore) throws {
    func column(_ metric: Metric) throws -> [Double] {
      try store.figures(MetricColumn(owner: owner, figure: .metric(metric))) ?? []
    }
    self.init(owner, rates: try column(.irr), multiples: try column(.tvpi))
  }

  /// - Parameters:
  ///   - rates: One a path, NaN where there is none.
  ///   - multiples: The same; NaN where nothing was paid.
  init?(_ owner: ScopeID, rates: [Double], multiples: [Double]) {
    let absent = zip(rates, multiples).filter { $0.isNaN && !$1.isNaN }.map(\.1)
    let present = rates.filter { !$0.isNaN }
    guard let largest = absent.max() else { return nil }
    self.owner = owner
    share = Double(absent.count) / Double(rates.count)
    largestMultiple = largest
    guard !present.isEmpty else {
      (quantiles, quantilesOfAll) = ([], [])
      return
    }
    let sorted = SortedSample(present)
    var ranks = OrderRanks()
    var (known, all) = ([QuantileEstimate](), [Double?]())
    for probability in ColumnStatistics.probabilities {
      known.append(sorted.quantileEstimate(probability, ranks: &ranks))
      // Type 7 over all of them: the rank counts from the absent ones, which come first.
      let rank = probability * Double(rates.count { !$0.isNaN } + absent.count - 1)
      all.append(sorted.value(atRank: rank - Double(absent.count)))
    }
    (quantiles, quantilesOfAll) = (known, all)
  }
}

extension SortedSample {
  /// What stands at a rank from 0, between two values in proportion; nil below the lowest.
  fileprivate func value(atRank rank: Double) -> Double? {
    guard rank >= 0 else { return nil }
    return values.count == 1 ? values[0] : quantile(min(1, rank / Double(values.count - 1)))
  }
}
