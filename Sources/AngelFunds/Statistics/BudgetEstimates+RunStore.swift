internal import GRDB

extension BudgetEstimates {
  /// Reads what was estimated when the run was written.
  ///
  /// - Throws: `RunStoreError` if something is missing.
  public init(_ store: RunStore) throws {
    let scenario = store.provenance.scenario
    let (years, owners) = (scenario.calendarYears, Set(scenario.reportedScopes))
    rows = try store.statistics(
      "budget", "scope, id, year, item", owners: 1 + scenario.contributors.count
    ) { row in
      (
        owner: try row.owner(6, among: owners), year: try row.integer(8, in: years),
        item: try row.word(9, of: BudgetRow.Item.self)
      )
    }.map { place, statistics in
      BudgetRow(
        owner: place.owner, label: scenario.label(of: place.owner), year: place.year,
        item: place.item, mean: statistics[0].meanEstimate,
        quantiles: try store.quantiles(statistics.dropFirst(), named: Self.quantileNames))
    }
    // Reports look years up.
    let places = Set(rows.map { "\($0.owner) \($0.year) \($0.item)" })
    guard places.count == rows.count else { throw store.damage(.in("estimates")) }
  }
}

extension RunStoreWriter {
  /// Adds yearly payments, so that nobody has to estimate them again, and SQL alone can read them.
  func add(_ budget: BudgetEstimates) throws {
    try write { db in
      let statement = try db.cachedStatement(
        sql: "INSERT INTO budget VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      var position = 0
      for row in budget.rows {
        let quantiles = zip(BudgetEstimates.quantileNames, row.quantiles)
        for statistic in [StoredStatistic(row.mean)] + quantiles.map({ StoredStatistic($0, $1) }) {
          let place: [(any DatabaseValueConvertible)?] = [
            position, row.owner.scope.rawValue, row.owner.id, row.year, row.item.rawValue,
            row.item.unit.rawValue,
          ]
          try statement.execute(arguments: StatementArguments(place + statistic.arguments))
          position += 1
        }
      }
    }
  }
}
