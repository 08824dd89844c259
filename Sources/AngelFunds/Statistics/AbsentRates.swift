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
    /// The median rate over the paths that have one.
    public let median: QuantileEstimate
    /// The median with those that have none counted as the lowest; nil where it is one of them.
    public let medianOfAll: Double?

    /// Whether leaving them out moves the median by more than its standard error.
    public var movesMedian: Bool {
      guard let medianOfAll else { return true }
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

  /// An entity's; nil where each of its futures has a rate, or none was paid for.
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
    guard let largest = absent.max(), !present.isEmpty else { return nil }
    self.owner = owner
    share = Double(absent.count) / Double(rates.count)
    largestMultiple = largest
    let sorted = SortedSample(present)
    var ranks = OrderRanks()
    median = sorted.quantileEstimate(0.5, ranks: &ranks)
    // Type 7 over all of them: the rank counts from the absent ones, which come first.
    let rank = 0.5 * Double(present.count + absent.count - 1) - Double(absent.count)
    medianOfAll =
      rank < 0
      ? nil : present.count == 1 ? present[0] : sorted.quantile(rank / Double(present.count - 1))
  }
}
