public import Stochastics

/// One series of one entity in one quarter, over all paths.
public struct QuarterlyRow: Hashable, Sendable {
  /// Whose series it is.
  public let owner: ScopeID
  /// What reports call the entity.
  public let label: Label
  /// Which series.
  public let series: Series
  /// Quarters since the scenario's start.
  public let quarter: Int
  /// The calendar quarter.
  public let period: CalendarQuarter
  /// The mean with its standard error, in yuan; nil below two paths.
  public let mean: Estimate?
  /// The 5 %, 25 %, 50 %, 75 % and 95 % quantiles, exact to 0.4 %; the mother fund's only.
  public let quantiles: [Double]
}

/// The series of a run by quarter.
public struct QuarterlyEstimates: Sendable {
  /// By scope, entity, series and quarter, in the order of `cashflows.csv`.
  public let rows: [QuarterlyRow]

  /// Reads a run's series.
  public init(_ store: RunStore) throws {
    let scenario = store.provenance.scenario
    let scopes = scenario.simulatedScopes
    guard let moments = try store.seriesMoments() else {
      rows = []
      return
    }
    let quarters = scenario.motherFund.lifeInQuarters
    let layout = SeriesLayout(
      vehicleCount: scopes.count { $0.scope == .subFund },
      anchorCount: scenario.anchors.count, quarters: quarters)
    var rows: [QuarterlyRow] = []
    for (position, owner) in scopes.enumerated() {
      for series in Series.allCases {
        let quantiles =
          owner.scope == .motherFund ? try Self.quantiles(of: series, store: store) : []
        for quarter in 0..<quarters {
          let index = layout.offset(scope: position, series: series) + quarter
          rows.append(
            QuarterlyRow(
              owner: owner, label: scenario.label(of: owner), series: series, quarter: quarter,
              period: scenario.start.advanced(by: quarter), mean: moments.estimate(at: index),
              quantiles: quarter < quantiles.count ? quantiles[quarter] : []))
        }
      }
    }
    self.rows = rows + Self.contributors(scenario, motherFund: rows)
  }

  private static func quantiles(of series: Series, store: RunStore) throws -> [[Double]] {
    let bins = QuarterHistograms.bins(of: series)
    return try store.histogram(of: series).map { counts in
      ColumnStatistics.probabilities.compactMap { bins.quantile($0, counts: counts) }
    }
  }

  /// Contributors' calls, distributions, net cash and value: their parts of the mother fund's.
  private static func contributors(
    _ scenario: Scenario, motherFund rows: [QuarterlyRow]
  ) -> [QuarterlyRow] {
    let shared: [Series] = [.calls, .distributions, .netCumulative, .nav]
    return scenario.contributors.flatMap { contributor in
      rows.filter { $0.owner.scope == .motherFund && shared.contains($0.series) }.map { row in
        QuarterlyRow(
          owner: ScopeID(scope: .contributor, id: contributor.id), label: contributor.label,
          series: row.series, quarter: row.quarter, period: row.period,
          mean: row.mean.map {
            Estimate(
              value: contributor.share * $0.value,
              standardError: contributor.share * $0.standardError)
          },
          quantiles: [])
      }
    }
  }
}
