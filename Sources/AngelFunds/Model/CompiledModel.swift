import Stochastics

/// A scenario flattened into plain numbers, ready for the path loop.
///
/// Immutable once made, and shared by all workers.
final class CompiledModel: @unchecked Sendable {
  // @unchecked: the buffers are written in init only.

  /// Sub-funds by name, then the direct book if there is one.
  let vehicles: UnsafeBufferPointer<VehicleModel>
  /// Each vehicle's position among the anchors of several sub-funds, or -1.
  let anchorOfVehicle: UnsafeBufferPointer<Int>
  /// Tranches in yuan, all vehicles' behind each other.
  let tranches: UnsafeBufferPointer<Double>
  /// Upper ends of the sectors' probability intervals, all vehicles' behind each other.
  let sectorBounds: UnsafeBufferPointer<Double>
  /// The sector of each such interval.
  let sectorIndices: UnsafeBufferPointer<Int>
  /// The stream of each sector that a company may belong to.
  let sectorStreams: UnsafeBufferPointer<StreamKey>
  let marketStream = StreamKey(.market, "market")
  let windowStream = StreamKey(.ipoWindow, "ipo_window")
  let anchorCount: Int
  /// Quarters of the mother fund's life.
  let quarters: Int
  /// The calendar years that they lie in.
  let years: CalendarYears
  /// Years in which a company may be bought.
  let entryYears: Int
  /// Years of factors that engine `rounds` looks at; 0 where no vehicle uses it.
  let factorYears: Int
  /// Years for which the market's and the sectors' factors are drawn.
  var drawnYears: Int { max(entryYears + FactorModel.exposureYears - 1, factorYears) }
  /// Anchors whose deal flow has a limit.
  let limitedAnchorCount: Int
  let outcomes: OutcomeTable
  let rounds: RoundsModel
  let quantileCeiling: QuantileCeiling
  let factors: FactorModel
  /// What a stake that is unsold at the end of a term brings, as a share of its value.
  let saleShareOfNAV: Double
  /// Whether such stakes are passed on to partners instead of sold.
  let isInKind: Bool
  let mother: MotherModel
  /// Part of sub-funds' companies that they buy together with another.
  let sharedDeals: Double
  /// When losses count as too large; nil where the rule is off.
  let lossReviews: LossReviewModel?
  /// The national evaluation; nil where it is off.
  let evaluation: EvaluationModel?
  /// Which rules are on.
  let active: ActiveRules
  /// Whether vehicles' losses are followed quarter by quarter.
  var tracksLosses: Bool { active.contains(.tolerance) }
  /// The grades of concessions, all vehicles' behind each other.
  let grades: UnsafeBufferPointer<ConcessionGradeModel>
  /// Sub-funds by planned start, then name.
  let startOrder: UnsafeBufferPointer<Int>
  /// For each position of that order, the commitments from it on that may grow, in yuan.
  let laterCommitments: UnsafeBufferPointer<Double>
  /// The most companies that a path can hold.
  let companyCapacity: Int
  private let arena: ModelArena

  init(_ scenario: Scenario) {
    var builder = ModelBuilder(scenario)
    let arena = ModelArena()
    vehicles = arena.store(builder.makeVehicles())
    anchorOfVehicle = arena.store(builder.anchorOfVehicle)
    tranches = arena.store(builder.tranches)
    sectorBounds = arena.store(builder.sectorBounds)
    sectorIndices = arena.store(builder.sectorIndices)
    sectorStreams = arena.store(builder.sectors.map { StreamKey(.sector, $0) })
    anchorCount = scenario.jointAnchors.count
    quarters = scenario.motherFund.lifeInQuarters
    years = CalendarYears(scenario)
    active = ActiveRules(scenario)
    sharedDeals = scenario.rules.sharedDeals
    grades = arena.store(builder.grades)
    let order = scenario.startOrder
    startOrder = arena.store(order)
    laterCommitments = arena.store(
      order.indices.map { position in
        order[position...].reduce(0) { $0 + scenario.subFunds[$1].growingCommitment }
      })
    let lastEntry =
      vehicles.map { $0.investmentPeriodEnd - 1 + $0.raising.latestClosing }
      .max() ?? 0
    entryYears = lastEntry / 4 + 1
    factorYears = vehicles.contains { $0.engine == .rounds } ? (quarters + 3) / 4 : 0
    limitedAnchorCount = builder.limitedFlows
    rounds = RoundsModel(scenario.outcomes.rounds, arena: arena)
    outcomes = OutcomeTable(scenario.outcomes, arena: arena)
    quantileCeiling = QuantileCeiling(arena: arena)
    factors = FactorModel(scenario.dependence)
    isInKind = scenario.termEnd.mode == .inKind
    saleShareOfNAV = isInKind ? 1 : scenario.termEnd.saleShareOfNAV
    mother = MotherModel(scenario, lastCall: vehicles.map(\.lastCall).max() ?? 0, arena: arena)
    lossReviews = LossReviewModel(scenario, arena: arena)
    evaluation = EvaluationModel(scenario, arena: arena)
    companyCapacity = vehicles.reduce(0) { $0 + $1.companyLimit }
    self.arena = arena
  }
}

extension Scenario {
  /// Positions of sub-funds by planned start, then name.
  fileprivate var startOrder: [Int] {
    subFunds.indices.sorted { (subFunds[$0].startQuarter, $0) < (subFunds[$1].startQuarter, $1) }
  }
}

extension SubFund {
  /// The commitment, where money that others set free may be added to it.
  fileprivate var growingCommitment: Double {
    rules.fundRaising.released == .laterFunds && rules.fundRaising.mostGrowth > 1 ? commitment : 0
  }
}

/// Owns the buffers of a compiled model.
final class ModelArena {
  private var owned: [UnsafeMutableRawBufferPointer] = []

  /// Copies values that own nothing into a buffer that lives as long as the arena.
  func store<Value>(_ values: [Value]) -> UnsafeBufferPointer<Value> {
    let buffer = UnsafeMutableBufferPointer<Value>.allocate(capacity: max(values.count, 1))
    _ = buffer.initialize(from: values)
    owned.append(UnsafeMutableRawBufferPointer(buffer))
    return UnsafeBufferPointer(rebasing: buffer[..<values.count])
  }

  deinit { owned.forEach { $0.deallocate() } }
}
