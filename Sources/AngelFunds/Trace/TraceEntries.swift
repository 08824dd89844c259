/// Puts what a path told into one list by date.
struct TraceEntries {
  private let names: TraceNames

  init(_ names: TraceNames) { self.names = names }

  /// All entries, by quarter and within it in the order of `TraceEvent`.
  func all(
    _ ledger: TransferLedger, factors: TracedFactors, vehicles: [TracedVehicle]
  ) -> [TraceEntry] {
    var entries = factors.entries(start: names.scenario.start)
    entries += ledger.factors.compactMap(managerFactor)
    entries += vehicles.flatMap { $0.companies.flatMap(\.entries) }
    entries += ledger.transfers.compactMap { entry($0) }
    entries += ledger.splits.flatMap { parts(of: $0) }
    // Sorting with the position keeps what is equal in its order.
    return entries.enumerated()
      .sorted { Self.key($0) < Self.key($1) }
      .map(\.element)
  }

  private static func key(_ entry: (offset: Int, element: TraceEntry)) -> (Int, Int, Int) {
    (entry.element.quarter, entry.element.event.order, entry.offset)
  }

  private func managerFactor(_ factor: DrawnFactor) -> TraceEntry? {
    guard case .manager(let index) = factor.factor, let value = factor.values.first else {
      return nil
    }
    let funds = names.scenario.subFunds
    var entry = TraceEntry(
      .factor, quarter: index < funds.count ? funds[index].startQuarter : 0,
      start: names.scenario.start, vehicle: names.vehicles[index])
    entry.detail = "manager=\(TracedFactors.text(value))"
    return entry
  }

  /// A transfer; those to and from companies are told company by company instead.
  private func entry(_ transfer: Transfer) -> TraceEntry? {
    guard let event = transfer.kind.event else { return nil }
    var entry = TraceEntry(
      event, quarter: transfer.quarter, start: names.scenario.start,
      vehicle: names.vehicle(of: transfer).map { names.vehicles[$0] })
    entry.payer = names.name(of: transfer.payer)
    entry.payee = names.name(of: transfer.payee)
    entry.amount = transfer.amount
    return entry
  }

  /// The parts of a distribution.
  private func parts(of split: WaterfallSplit) -> [TraceEntry] {
    let parts = split.parts
    return [
      ("capital_returned", parts.capital), ("preferred_return", parts.preferred),
      ("catch_up", parts.catchUp), ("carry", parts.carry), ("partners_rest", parts.partnersRest),
      ("carry_returned", split.carryReturned),
    ].filter { $0.1 != 0 }.map { detail, amount in
      var entry = TraceEntry(
        .waterfall, quarter: split.quarter, start: names.scenario.start,
        vehicle: names.vehicles[split.vehicle])
      (entry.detail, entry.amount) = (detail, amount)
      return entry
    }
  }
}

extension TransferKind {
  /// The entry that a transfer becomes; nil where companies' entries tell it.
  fileprivate var event: TraceEvent? {
    switch self {
    case .contribution: .contribution
    case .capitalCall: .capitalCall
    case .managementFee: .managementFee
    case .distribution: .distribution
    case .carry: .carry
    case .carryReturned: .carryReturned
    case .concession: .concession
    case .concessionReturned: .concessionReturned
    case .buyout: .buyout
    case .bridge: .bridge
    case .bridgeRepayment: .bridgeRepayment
    case .bridgeInterest: .bridgeInterest
    case .investment, .exitProceeds: nil
    }
  }
}
