import AngelFunds

extension TerminalTrace {
  /// A vehicle's money by quarter.
  func quarterTable(_ vehicle: TracedVehicle) -> [String] {
    var table = TextTable(
      [
        (8, .left), (9, .right), (10, .right), (8, .right), (10, .right), (9, .right), (13, .right),
        (13, .right),
      ], isFitted: true)
    table.add([
      phrases.texts("trace.quarter"), phrases.texts("trace.called"),
      phrases.texts("trace.invested"), phrases.texts("trace.fees"),
      phrases.texts("trace.proceeds"), phrases.texts("trace.carry"),
      phrases.texts("trace.to_partners"), phrases.texts("trace.cash_in_hand"),
    ])
    for quarter in vehicle.quarters {
      let amounts = [
        quarter.called, quarter.invested, quarter.fees, quarter.proceeds, quarter.carry,
        quarter.distributed,
      ]
      table.add(
        ["\(quarter.date)"] + amounts.map(phrases.amountOrNothing) + [phrases.amount(quarter.cash)])
    }
    return heading(phrases.money) + table.lines
  }

  /// How a vehicle's distributions went through its waterfall.
  func splitTable(_ vehicle: TracedVehicle) -> [String] {
    var table = TextTable(
      [
        (8, .left), (11, .right), (13, .right), (11, .right), (10, .right), (11, .right),
        (16, .right),
      ], isFitted: true)
    table.add([
      phrases.texts("trace.quarter"), phrases.texts("trace.amount"),
      phrases.texts("trace.capital_back"), phrases.texts("trace.preferred"),
      phrases.texts("trace.catch_up"), phrases.texts("trace.carry"),
      phrases.texts("trace.partners_rest"),
    ])
    for split in vehicle.splits where split.amount > 0 {
      let parts = [split.capital, split.preferred, split.catchUp, split.carry, split.partnersRest]
      table.add(
        ["\(split.date)", phrases.amount(split.amount)] + parts.map(phrases.amountOrNothing))
    }
    let returned = vehicle.splits.reduce(0) { $0 + $1.carryReturned }
    return heading(phrases.waterfall) + table.lines
      + (returned > 0 ? wrapped(phrases.carryReturned(phrases.amount(returned))) : [])
  }

  /// The mother fund by calendar year; nothing where only a part of the path is told.
  var motherFund: [String] {
    guard !trace.years.isEmpty else { return [] }
    var table = TextTable(
      [
        (8, .left), (15, .right), (12, .right), (9, .right), (12, .right), (12, .right),
        (12, .right),
      ], isFitted: true)
    table.add([
      phrases.texts("trace.year"), phrases.texts("trace.contributed"),
      phrases.texts("trace.called_by_sub_funds"), phrases.texts("trace.fee"),
      phrases.texts("trace.received"), phrases.texts("trace.passed_on"),
      phrases.texts("trace.nav_at_end"),
    ])
    for year in trace.years {
      let amounts = [
        year.contributed, year.called, year.fees, year.received, year.distributed,
        year.netAssetValue,
      ]
      table.add(["\(year.year)"] + amounts.map(phrases.amountOrNothing))
    }
    return [Self.rule] + heading(phrases.motherFund) + table.lines
  }

  /// Totals of the entries beside the path's figures, and whether they agree.
  var check: [String] {
    var table = TextTable(
      [
        (23, .left), (21, .left), (14, .right), (14, .right), (8, .right),
      ], isFitted: true)
    table.add([
      "", "", phrases.texts("trace.ledger"), phrases.texts("trace.figures"),
      phrases.texts("trace.gap"),
    ])
    for row in trace.reconciliation.rows where row.company == nil || isOneCompany {
      let item = phrases.item(row.item)
      table.add([
        name(of: row.owner), row.company.map { "\(item) (\($0))" } ?? item,
        number(row.entries, unit: row.unit), number(row.figure, unit: row.unit),
        NumberText.fixed(row.difference, decimals: 2),
      ])
    }
    return [Self.rule] + heading(phrases.reconciliation) + table.lines
      + wrapped(phrases.verdict(trace.reconciliation))
  }

  private var isOneCompany: Bool {
    if case .company = trace.focus { true } else { false }
  }

  private func name(of owner: ScopeID) -> String {
    guard owner.scope != .motherFund else { return phrases.texts("trace.owner.mother_fund") }
    return trace.vehicles.first { $0.id == owner.id }?.label.text(language) ?? owner.id
  }

  private func number(_ value: Double, unit: MetricUnit) -> String {
    unit == .multiple
      ? NumberText.fixed(value, decimals: 4) : NumberText.grouped(Int(value.rounded()))
  }
}
