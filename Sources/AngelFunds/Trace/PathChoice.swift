/// Which path is meant: a number, or a word that says where it stands among all paths of a run.
public enum PathChoice: Hashable, Sendable {
  /// The path's number, from 0.
  case number(Int)
  /// The path at a place in the order of a figure.
  case place(PathPlace)

  /// Every word that is taken.
  public static let words = PathPlace.allCases.map(\.rawValue)

  /// Reads a number from 0 or a word; nil for anything else.
  public init?(argument: String) {
    if let place = PathPlace(rawValue: argument) {
      self = .place(place)
    } else if let number = Int(argument), (0...Int(UInt32.max)).contains(number),
      !argument.hasPrefix("+")
    {
      self = .number(number)
    } else {
      return nil
    }
  }
}

/// A place in the order of all paths by a figure.
public enum PathPlace: String, CaseIterable, Hashable, Sendable {
  /// The end of the order that nobody wants.
  case worst
  /// At the 5 % quantile of the figure.
  case p05
  /// At the 25 % quantile.
  case p25
  /// At the 50 % quantile.
  case median
  /// At the 75 % quantile.
  case p75
  /// At the 95 % quantile.
  case p95
  /// The end of the order that everybody wants.
  case best

  /// Where the place is in ascending order, from 0 to 1.
  ///
  /// - Parameter isHigherBetter: Whether more of the figure is better.
  func probability(isHigherBetter: Bool) -> Double {
    switch self {
    case .worst: isHigherBetter ? 0 : 1
    case .p05: 0.05
    case .p25: 0.25
    case .median: 0.5
    case .p75: 0.75
    case .p95: 0.95
    case .best: isHigherBetter ? 1 : 0
    }
  }

  /// The position of the path whose value is the order statistic nearest to the quantile; the
  /// lowest position on ties, and nil where every value is absent (NaN).
  static func path(in values: [Double], probability: Double) -> Int? {
    let sorted = values.filter { !$0.isNaN }.sorted()
    guard !sorted.isEmpty else { return nil }
    let rank = probability * Double(sorted.count - 1)
    let (below, above) = (sorted[Int(rank)], sorted[Int(rank.rounded(.up))])
    let part = rank - rank.rounded(.down)
    return values.firstIndex {
      part == 0.5 ? $0 == below || $0 == above : $0 == (part < 0.5 ? below : above)
    }
  }
}

extension RunStore {
  /// The path at a place in the order of a figure of the mother fund.
  ///
  /// Where neither more nor less of the figure is better, less counts as worse.
  /// - Throws: `TraceError` if no path has the figure; `RunStoreError` if the run cannot be read.
  public func path(at place: PathPlace, by metric: Metric) throws -> Int {
    let owner = ScopeID(scope: .motherFund, id: Scope.motherFund.rawValue)
    let values = try figures(MetricColumn(owner: owner, figure: .metric(metric))) ?? []
    let isHigherBetter = RankFigure(named: metric.rawValue)?.isHigherBetter ?? true
    let probability = place.probability(isHigherBetter: isHigherBetter)
    guard let path = PathPlace.path(in: values, probability: probability) else {
      throw TraceError.noPath(figure: metric.rawValue)
    }
    return path
  }

  /// Whether a traced path has the figures that the run kept of it, to a millionth.
  public func confirms(_ trace: PathTrace) throws -> Bool {
    try trace.figures.allSatisfy { figure in
      let column = MetricColumn(owner: figure.owner, figure: .metric(figure.metric))
      guard let kept = try figures(column)?[trace.origin.path] else { return true }
      guard let value = figure.value, !kept.isNaN else { return kept.isNaN && figure.value == nil }
      return abs(value - kept) <= Reconciliation.tolerance * max(abs(value), abs(kept), 1)
    }
  }
}
