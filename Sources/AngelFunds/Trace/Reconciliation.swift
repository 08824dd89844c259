/// Totals of a trace's entries beside the figures of the same path.
public struct Reconciliation: Hashable, Sendable {
  /// One total.
  public struct Row: Hashable, Sendable {
    /// Whose total it is.
    public let owner: ScopeID
    /// The company's ordinal; nil for a whole fund.
    public let company: Int?
    /// What is added up, as in `paid_in`.
    public let item: String
    /// What it is measured in.
    public let unit: MetricUnit
    /// By the entries.
    public let entries: Double
    /// By the figures that runs keep.
    public let figure: Double

    /// By the entries less by the figures.
    public var difference: Double { entries - figure }

    /// Whether both agree: money to half a yuan, ratios to a millionth.
    public var agrees: Bool {
      let size = max(abs(entries), abs(figure), 1)
      guard unit == .yuan else { return abs(difference) <= Reconciliation.tolerance * size }
      return abs(difference) <= max(0.5, Reconciliation.rounding * size)
    }
  }

  /// Ratios that differ by at most this part of the larger agree; the rest is rounding.
  public static let tolerance = 1e-6
  /// The same for money, where half a yuan is less than what adding up many numbers rounds off.
  static let rounding = 1e-9

  /// Funds' totals, then companies' one by one.
  public internal(set) var rows: [Row]
  /// Where money was made or lost on the way; nil where every fund's books balance.
  public let imbalance: String?

  /// Whether every total agrees and the books balance.
  public var reconciles: Bool { imbalance == nil && rows.allSatisfy(\.agrees) }

  /// The largest difference of an amount, in yuan.
  public var largestDifference: Double {
    rows.lazy.filter { $0.unit == .yuan }.map { abs($0.difference) }.max() ?? 0
  }
}

extension Reconciliation {
  init(_ recorded: RecordedPath, vehicles: [TracedVehicle], entries: [TraceEntry]) {
    imbalance = recorded.ledger.imbalance(lastQuarter: recorded.model.quarters - 1)
    let sums = EntrySums(entries)
    rows = Self.motherFund(recorded, sums)
    for (index, vehicle) in vehicles.enumerated() {
      rows += Self.rows(of: vehicle, recorded, result: recorded.buffers.results[index], sums)
    }
    rows += Self.companies(recorded, vehicles: vehicles)
  }

  private static func motherFund(_ recorded: RecordedPath, _ sums: EntrySums) -> [Row] {
    let owner = ScopeID(scope: .motherFund, id: Scope.motherFund.rawValue)
    let paidIn = sums.received(owner.id, .contribution)
    let distributions = sums.paid(owner.id, .distribution)
    let isBridged = recorded.model.mother.appropriation?.isBridged ?? false
    let bridgeInterest = isBridged ? sums.paid(owner.id, .bridgeInterest) : nil
    return [
      recorded.row(owner, .paidIn, paidIn),
      recorded.row(owner, .distributions, distributions),
      recorded.row(owner, .managementFees, sums.paid(owner.id, .managementFee)),
      recorded.row(owner, .bridgeInterest, bridgeInterest),
      recorded.row(owner, .tvpi, paidIn > 0 ? distributions / paidIn : nil),
    ].compactMap { $0 }
  }

  private static func rows(
    of vehicle: TracedVehicle, _ recorded: RecordedPath, result: VehicleResult, _ sums: EntrySums
  ) -> [Row] {
    let owner = ScopeID(scope: .subFund, id: vehicle.id)
    let cost = sums.paid(vehicle.id, .bought) + sums.paid(vehicle.id, .followOn)
    let proceeds =
      sums.received(vehicle.id, .sold) + sums.received(vehicle.id, .soldAtTermEnd)
    let carry = sums.paid(vehicle.id, .carry) - sums.received(vehicle.id, .carryReturned)
    func money(_ item: String, _ entries: Double, _ figure: Double) -> Row {
      Row(
        owner: owner, company: nil, item: item, unit: .yuan, entries: entries, figure: figure)
    }
    return [
      recorded.row(owner, .paidIn, sums.received(vehicle.id, .capitalCall)),
      money("cost", cost, result.cost),
      money("cost_in_cash", vehicle.quarters.reduce(0) { $0 + $1.invested }, result.cost),
      money("proceeds", proceeds, result.proceeds),
      money(
        "proceeds_in_cash", vehicle.quarters.reduce(0) { $0 + $1.proceeds }, result.proceeds),
      recorded.row(owner, .managementFees, sums.paid(vehicle.id, .managementFee)),
      recorded.row(owner, .carry, carry),
      recorded.row(owner, .distributions, sums.paid(vehicle.id, .distribution)),
      recorded.row(owner, .grossMOIC, cost > 0 ? proceeds / cost : nil),
      recorded.row(owner, .companiesFunded, Double(vehicle.companies.count)),
    ].compactMap { $0 }
  }

  /// What each company brought back beside what the figures on the best companies are made of.
  private static func companies(_ recorded: RecordedPath, vehicles: [TracedVehicle]) -> [Row] {
    var position = 0
    return vehicles.flatMap { vehicle -> [Row] in
      let bringing = vehicle.companies.filter { $0.proceeds > 0 }
        .sorted { ($0.proceeds, $0.ordinal) < ($1.proceeds, $1.ordinal) }
      let end = min(position + bringing.count, recorded.companyProceeds.count)
      let kept = (position..<end).map {
        recorded.companyProceeds[$0] / vehicle.motherShare
      }.sorted()
      position = end
      return zip(bringing, kept).map { company, figure in
        Row(
          owner: ScopeID(scope: .subFund, id: vehicle.id), company: company.ordinal,
          item: "proceeds", unit: .yuan, entries: company.proceeds, figure: figure)
      }
    }
  }
}

extension RecordedPath {
  /// A total beside a figure; nil where neither is there.
  fileprivate func row(
    _ owner: ScopeID, _ metric: Metric, _ entries: Double?
  ) -> Reconciliation.Row? {
    let figure = figures.first { $0.owner == owner && $0.metric == metric }?.value
    guard entries != nil || figure != nil else { return nil }
    return Reconciliation.Row(
      owner: owner, company: nil, item: metric.rawValue, unit: metric.unit,
      entries: entries ?? 0, figure: figure ?? 0)
  }
}

/// What entities pay and receive by event.
private struct EntrySums {
  private struct Key: Hashable {
    let party: String
    let event: TraceEvent
  }

  private var paid: [Key: Double] = [:]
  private var received: [Key: Double] = [:]

  init(_ entries: [TraceEntry]) {
    for entry in entries {
      guard let amount = entry.amount, let payer = entry.payer, let payee = entry.payee else {
        continue
      }
      paid[Key(party: payer, event: entry.event), default: 0] += amount
      received[Key(party: payee, event: entry.event), default: 0] += amount
    }
  }

  func paid(_ party: String, _ event: TraceEvent) -> Double {
    paid[Key(party: party, event: event)] ?? 0
  }

  func received(_ party: String, _ event: TraceEvent) -> Double {
    received[Key(party: party, event: event)] ?? 0
  }
}
