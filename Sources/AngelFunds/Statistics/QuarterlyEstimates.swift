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
    let layout = scenario.seriesLayout
    let quarters = layout.quarters
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
    self.rows = Self.withDerivedScopes(rows, scenario: scenario)
  }

  private static func quantiles(of series: Series, store: RunStore) throws -> [[Double]] {
    let bins = QuarterHistograms.bins(of: series)
    return try store.histogram(of: series).map { hits in
      ColumnStatistics.probabilities.compactMap { bins.quantile($0, hits: hits) }
    }
  }

  /// Adds anchors of a single sub-fund, as its part, and contributors, as parts of the mother fund.
  private static func withDerivedScopes(
    _ rows: [QuarterlyRow], scenario: Scenario
  ) -> [QuarterlyRow] {
    var all = rows.filter { $0.owner.scope != .anchor }
    for anchor in scenario.anchors {
      let owner = ScopeID(scope: .anchor, id: anchor.id)
      guard let only = scenario.onlySubFund(of: anchor) else {
        all += rows.filter { $0.owner == owner }
        continue
      }
      let source = ScopeID(scope: .subFund, id: only.id)
      all += rows.filter { $0.owner == source }.map {
        $0.part(only.terms.motherShare, owner: owner, label: anchor.label)
      }
    }
    for contributor in scenario.contributors {
      let owner = ScopeID(scope: .contributor, id: contributor.id)
      all += rows.filter { $0.owner.scope == .motherFund && isShared($0.series) }.map {
        $0.part(contributor.share, owner: owner, label: contributor.label)
      }
    }
    return all
  }

  /// Whether contributors have a part of a series.
  private static func isShared(_ series: Series) -> Bool {
    switch series {
    case .calls, .distributions, .netCumulative, .nav: true
    case .fees, .idleCash: false
    }
  }

  /// Whose series it can be, in the order of reports.
  public static func scopes(of series: Series) -> [Scope] {
    [.motherFund, .subFund, .anchor] + (isShared(series) ? [.contributor] : [])
  }
}

extension QuarterlyRow {
  /// Somebody's part of this series; quantiles are the mother fund's only.
  fileprivate func part(_ part: Double, owner: ScopeID, label: Label) -> QuarterlyRow {
    QuarterlyRow(
      owner: owner, label: label, series: series, quarter: quarter, period: period,
      mean: mean.map {
        Estimate(value: part * $0.value, standardError: part * $0.standardError)
      },
      quantiles: [])
  }
}
