import Stochastics

/// Runs on the plane of risk and return, each with a cloud of resamples that shows its noise.
///
/// Paired runs are resampled alike: where two clouds move together, their distance is sharper than
/// either place.
public struct PairedCloud: Sendable {
  /// What counts as risk.
  public enum Risk: String, CaseIterable, Hashable, Sendable {
    /// The probability that contributors get back less than they paid.
    case lossProbability = "dpi_below_1"
    /// The mean multiple of the worst 5 % of paths; more of it is less risk.
    case worstMultiple = "tvpi_cvar_05"
  }

  /// A place on the plane.
  public struct Point: Hashable, Sendable {
    /// A share of paths, or a multiple.
    public let risk: Double
    /// The mother fund's mean TVPI.
    public let multiple: Double
  }

  /// One run.
  public struct Run: Sendable {
    /// Its name in tables.
    public let name: String
    /// What reports call the scenario.
    public let title: Label
    /// Its risk with the standard error.
    public let risk: MeanEstimate
    /// Its mean multiple with the standard error.
    public let multiple: MeanEstimate
    /// One point a resample; at the same index the same paths in every paired run.
    public let points: [Point]
    /// Whether it shares its resamples with the first run; the first one does.
    public let isPaired: Bool
  }

  /// What counts as risk.
  public let risk: Risk
  /// The base first, in the order given; without runs that have no multiple on any path.
  public let runs: [Run]

  /// Reads and resamples runs.
  ///
  /// - Parameter runs: The base and its variants.
  /// - Throws: `RunStoreError` if a run cannot be read; `CancellationError`.
  public init(runs: [ComparedRun], risk: Risk = .lossProbability) throws {
    self.risk = risk
    var resamples: [Int: BatchResamples] = [:]
    self.runs = try runs.enumerated().compactMap { index, run in
      try Task.checkCancellation()
      let provenance = run.store.provenance
      let group =
        runs[..<index].firstIndex {
          $0.store === run.store || Pairing($0.store.provenance, provenance).isPaired
        } ?? index
      let shared =
        try resamples[group] ?? BatchResamples(paths: provenance.paths, group: group)
      resamples[group] = shared
      return try Run(run, risk: risk, resamples: shared, isPaired: group == 0)
    }
  }
}

extension PairedCloud.Run {
  fileprivate init?(
    _ run: ComparedRun, risk: PairedCloud.Risk, resamples: BatchResamples, isPaired: Bool
  ) throws {
    let column = MetricColumn(owner: .motherFund, figure: .metric(.tvpi))
    guard
      let values = try run.store.figures(column),
      let estimate = risk.estimate(values)
    else { return nil }
    name = run.name
    title = run.store.provenance.scenario.title
    self.risk = estimate
    multiple = ColumnStatistics.mean(values.filter { !$0.isNaN })
    points = zip(risk.resampled(values, resamples), resamples.means(values))
      .map { PairedCloud.Point(risk: $0, multiple: $1) }
      .filter { !$0.risk.isNaN && !$0.multiple.isNaN }
    self.isPaired = isPaired
  }
}

extension PairedCloud.Risk {
  private static let tail = RiskContribution.tail

  /// From multiples by path; nil where there are too few.
  fileprivate func estimate(_ values: [Double]) -> MeanEstimate? {
    switch self {
    case .lossProbability: return ColumnStatistics.probability(values) { $0 < 1 }
    case .worstMultiple:
      let sample = SortedSample(values.filter { !$0.isNaN })
      return TailMean.lower(sample, share: Self.tail).map {
        MeanEstimate(value: $0.value, standardError: $0.standardError, doubt: nil)
      }
    }
  }

  fileprivate func resampled(_ values: [Double], _ resamples: BatchResamples) -> [Double] {
    switch self {
    case .lossProbability: resamples.means(values.map { $0.isNaN ? $0 : ($0 < 1 ? 1 : 0) })
    case .worstMultiple: resamples.tailMeans(values, share: Self.tail)
    }
  }
}
