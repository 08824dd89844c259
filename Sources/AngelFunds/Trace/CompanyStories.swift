/// What happens to each company of a path.
struct CompanyStories {
  private let names: TraceNames
  private let isInKind: Bool

  init(_ names: TraceNames) {
    self.names = names
    isInKind = names.scenario.termEnd.mode == .inKind
  }

  /// The companies of a vehicle, by ordinal.
  func companies(of vehicle: Int, in ledger: TransferLedger) -> [TracedCompany] {
    Dictionary(grouping: ledger.companies.filter { $0.vehicle == vehicle }, by: \.ordinal)
      .sorted { $0.key < $1.key }.map { company($0.value) }
  }

  private func company(_ events: [CompanyEvent]) -> TracedCompany {
    let first = events[0]
    let sector = names.sectors[first.sector]
    var company = TracedCompany(
      ordinal: first.ordinal, sector: sector, sectorLabel: names.label(ofSector: sector),
      isLocal: first.isLocal)
    var (fate, shares): (Fate?, Double?) = (nil, nil)
    for event in events {
      if case .fate(let known) = event.kind { fate = known }
      // A discount on what is worth nothing is no news.
      if event.kind != .discounted || event.stake > 0 {
        company.add(entry(event, fate: fate, sharesBefore: shares))
      }
      shares = event.shares
    }
    company.fate = fate
    return company
  }

  private func entry(_ event: CompanyEvent, fate: Fate?, sharesBefore: Double?) -> TraceEntry {
    let (kind, detail) = told(event, fate: fate)
    let vehicle = names.vehicles[event.vehicle]
    var entry = TraceEntry(
      kind, quarter: event.quarter, start: names.scenario.start, vehicle: vehicle)
    entry.company = event.ordinal
    entry.detail = detail
    (entry.price, entry.companyValue) = (event.price, event.companyValue)
    (entry.ownership, entry.stake) = (event.ownership, event.stake)
    let company = names.name(ofCompany: event.ordinal, in: event.vehicle)
    switch event.kind {
    case .bought, .followOn:
      (entry.payer, entry.payee, entry.amount) = (vehicle, company, event.amount)
    case .sold, .soldAtTermEnd, .soldToFounders:
      (entry.payer, entry.payee, entry.amount) = (company, vehicle, event.amount)
      if let sharesBefore, let after = event.shares, sharesBefore > after {
        entry.price = event.amount / (sharesBefore - after)
      }
      if event.ownership == 0 { entry.companyValue = nil }
    case .fate(.writeOff): (entry.price, entry.companyValue) = (0, 0)
    case .round, .fate, .listed, .discounted: break
    }
    return entry
  }

  private func told(_ event: CompanyEvent, fate: Fate?) -> (TraceEvent, String) {
    switch event.kind {
    case .bought:
      (.bought, "\(names.sectors[event.sector]); \(event.isLocal ? "local" : "elsewhere")")
    case .round(let stage): (.round, stage.rawValue)
    case .followOn(let stage): (.followOn, stage.rawValue)
    case .fate(let fate): (.fate, fate.rawValue)
    case .listed: (.listed, Fate.ipo.rawValue)
    case .sold: (.sold, fate?.rawValue ?? "")
    case .soldToFounders: (.sold, "founders")
    case .soldAtTermEnd: (.soldAtTermEnd, (isInKind ? TermEnd.Mode.inKind : .sale).rawValue)
    case .discounted: (.discounted, "")
    }
  }
}

extension CompanyEvent {
  /// Shares held afterwards, in yuan of the price at entry; nil where the engine knows none.
  fileprivate var shares: Double? {
    guard let price, let companyValue, let ownership, price > 0 else { return nil }
    return ownership * companyValue / price
  }
}
