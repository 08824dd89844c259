internal import GRDB

extension Summary {
  private static let definedShare = "defined_share"

  /// Reads what was estimated when the run was written.
  ///
  /// - Throws: `RunStoreError` if something is missing.
  public init(_ store: RunStore) throws {
    let scenario = store.provenance.scenario
    let owners = Set(scenario.reportedScopes)
    rows = try store.statistics(
      "estimate", "scope, id, metric, unit", owners: owners.count
    ) { row in
      (
        owner: try row.owner(6, among: owners), metric: try row.text(8),
        unit: try row.word(9, of: MetricUnit.self)
      )
    }.map { figure, statistics in
      let share = statistics.last.flatMap { $0.name == Self.definedShare ? $0.value : nil }
      guard let share else { throw store.damage(.in("estimates")) }
      return SummaryRow(
        owner: figure.owner, label: scenario.label(of: figure.owner), metric: figure.metric,
        unit: figure.unit, mean: statistics[0].meanEstimate,
        quantiles: try store.quantiles(
          statistics.dropFirst().dropLast(), named: Self.quantileNames),
        definedShare: share)
    }
  }

  fileprivate static func statistics(of row: SummaryRow) -> [StoredStatistic] {
    [StoredStatistic(row.mean)]
      + zip(quantileNames, row.quantiles).map { StoredStatistic($0, $1) }
      + [
        StoredStatistic(
          name: definedShare, value: row.definedShare, error: nil, note: nil, noteValue: nil)
      ]
  }
}

extension RunStoreWriter {
  /// Adds estimates, so that nobody has to make them again, and SQL alone can read them.
  func add(_ summary: Summary) throws {
    try write { db in
      let statement = try db.cachedStatement(
        sql: "INSERT INTO estimate VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      var position = 0
      for row in summary.rows {
        for statistic in Summary.statistics(of: row) {
          let place: [(any DatabaseValueConvertible)?] = [
            position, row.owner.scope.rawValue, row.owner.id, row.metric, row.unit.rawValue,
          ]
          try statement.execute(arguments: StatementArguments(place + statistic.arguments))
          position += 1
        }
      }
    }
  }
}
