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
      phrases.choose("quarter", "季度"), phrases.choose("called", "缴款"),
      phrases.choose("invested", "投资"), phrases.choose("fees", "管理费"),
      phrases.choose("proceeds", "回款"), phrases.choose("carry", "业绩报酬"),
      phrases.choose("to partners", "分配合伙人"), phrases.choose("cash in hand", "期末现金"),
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
      phrases.choose("quarter", "季度"), phrases.choose("amount", "可分配额"),
      phrases.choose("capital back", "返还本金"), phrases.choose("preferred", "优先回报"),
      phrases.choose("catch-up", "追补"), phrases.choose("carry", "业绩报酬"),
      phrases.choose("partners' rest", "合伙人余额"),
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
      phrases.choose("year", "年度"), phrases.choose("contributed", "出资人出资"),
      phrases.choose("called", "子基金缴款"), phrases.choose("fee", "管理费"),
      phrases.choose("received", "收到分配"), phrases.choose("passed on", "向出资人分配"),
      phrases.choose("NAV at end", "年末净值"),
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
      "", "", phrases.choose("ledger", "台账"), phrases.choose("figures", "指标"),
      phrases.choose("gap", "差额"),
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
    guard owner.scope != .motherFund else { return phrases.choose("Mother fund", "母基金") }
    return trace.vehicles.first { $0.id == owner.id }?.label.text(language) ?? owner.id
  }

  private func number(_ value: Double, unit: MetricUnit) -> String {
    unit == .multiple
      ? NumberText.fixed(value, decimals: 4) : NumberText.grouped(Int(value.rounded()))
  }
}
