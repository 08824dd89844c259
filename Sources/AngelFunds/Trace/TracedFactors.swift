/// What companies of a traced path have in common, by model year.
public struct TracedFactors: Hashable, Sendable {
  /// A sector's factor.
  public struct SectorFactor: Hashable, Sendable {
    /// The sector's key.
    public let sector: String
    /// What reports call it.
    public let label: Label
    /// By model year, in standard deviations.
    public let values: [Double]
  }

  /// The first quarter of each model year; the factors hold for four quarters.
  public let years: [CalendarQuarter]
  /// The market's factor by model year, in standard deviations; 0 is ordinary, more is better.
  public let market: [Double]
  /// Factors of the sectors that companies may belong to, by key.
  public internal(set) var sectors: [SectorFactor]
  /// Whether companies can go public, by model year; empty where no vehicle has engine `rounds`.
  public let isWindowOpen: [Bool]
}

extension TracedFactors {
  init(_ ledger: TransferLedger, names: TraceNames) {
    func values(_ factor: DrawnFactor.Factor) -> [Double] {
      ledger.factors.first { $0.factor == factor }?.values ?? []
    }
    market = values(.market)
    years = market.indices.map { names.scenario.start.advanced(by: 4 * $0) }
    sectors = names.sectors.enumerated().map { index, sector in
      SectorFactor(
        sector: sector, label: names.label(ofSector: sector), values: values(.sector(index)))
    }
    isWindowOpen = values(.ipoWindow).map { $0 > 0 }
  }

  /// As entries on the first quarter of each model year.
  func entries(start: CalendarQuarter) -> [TraceEntry] {
    market.indices.flatMap { year in
      var details = ["market=\(Self.text(market[year]))"]
      details += sectors.map { "\($0.sector)=\(Self.text($0.values[year]))" }
      if year < isWindowOpen.count {
        details.append("ipo_window=\(isWindowOpen[year] ? "open" : "shut")")
      }
      return details.map { detail in
        var entry = TraceEntry(.factor, quarter: 4 * year, start: start)
        entry.detail = detail
        return entry
      }
    }
  }

  static func text(_ value: Double) -> String {
    "\((value * 1e6).rounded() / 1e6 + 0)"
  }
}
