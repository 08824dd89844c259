/// Named series of money by quarter.
///
/// The raw value is the name in `cashflows.csv`.
public enum Series: String, CaseIterable, Hashable, Sendable {
  /// Money paid in.
  case calls
  /// Money received.
  case distributions
  /// Distributions less calls, added up since the start.
  case netCumulative = "net_cumulative"
  /// Value of what is held, as if liquidated at the end of the quarter, after accrued carry.
  case nav
  /// Management fees paid: a fund's own; for an anchor the mother fund's part of its sub-funds'.
  case fees
  /// Called money that is not yet placed: a fund's own; above sub-funds the mother fund's part.
  case idleCash = "idle_cash"

  /// Whether values can be negative.
  var isSigned: Bool { self == .netCumulative }
}

/// Where a scope's series stand in one flat vector: scopes, then series, then quarters.
///
/// Scope 0 is the mother fund, then the vehicles, then the anchors of several sub-funds.
struct SeriesLayout: Hashable, Sendable {
  let vehicleCount: Int
  let anchorCount: Int
  let quarters: Int
  /// Further numbers behind all series: points of the national evaluation.
  var scoreCount = 0

  static let motherFund = 0
  var scopeCount: Int { 1 + vehicleCount + anchorCount }
  var count: Int { scoreOffset + scoreCount }
  /// Position of the first number behind the series.
  var scoreOffset: Int { scopeCount * Series.allCases.count * quarters }

  func vehicle(_ index: Int) -> Int { 1 + index }
  func anchor(_ index: Int) -> Int { 1 + vehicleCount + index }

  /// Position of the first quarter of a scope's series.
  func offset(scope: Int, series: Series) -> Int {
    (scope * Series.allCases.count + series.index) * quarters
  }
}

extension Series {
  /// Position in `allCases`.
  @inline(__always)
  var index: Int {
    switch self {
    case .calls: 0
    case .distributions: 1
    case .netCumulative: 2
    case .nav: 3
    case .fees: 4
    case .idleCash: 5
    }
  }
}

/// The series of one scope within a path's flat vector.
struct ScopeSeries {
  let calls: UnsafeMutablePointer<Double>
  let distributions: UnsafeMutablePointer<Double>
  let netCumulative: UnsafeMutablePointer<Double>
  let nav: UnsafeMutablePointer<Double>
  let fees: UnsafeMutablePointer<Double>
  let idleCash: UnsafeMutablePointer<Double>

  init(_ base: UnsafeMutablePointer<Double>, scope: Int, layout: SeriesLayout) {
    func pointer(_ series: Series) -> UnsafeMutablePointer<Double> {
      base + layout.offset(scope: scope, series: series)
    }
    calls = pointer(.calls)
    distributions = pointer(.distributions)
    netCumulative = pointer(.netCumulative)
    nav = pointer(.nav)
    fees = pointer(.fees)
    idleCash = pointer(.idleCash)
  }
}

/// One worker's room for a path; allocated once, used for path after path.
final class PathBuffers {
  /// All series of all scopes, laid out by `layout`.
  let series: UnsafeMutablePointer<Double>
  let layout: SeriesLayout
  /// The vehicles of the path: as planned, or as their fund-raising leaves them.
  let vehicles: UnsafeMutablePointer<VehicleModel>
  /// What becomes of the commitments to them.
  let raised: UnsafeMutablePointer<RaisedFund>
  /// The mother fund's stakes in them.
  let stakes: UnsafeMutablePointer<StakeResult>
  /// Vehicles' results that are no series.
  let results: UnsafeMutablePointer<VehicleResult>
  /// What each company brings back, the mother fund's part, all vehicles' behind each other; those
  /// that bring nothing are left out.
  let companyProceeds: UnsafeMutablePointer<Double>
  /// Companies alive at the end of each quarter, all vehicles together.
  let alive: UnsafeMutablePointer<Double>
  /// The mother fund's unreturned capital in its vehicles by quarter, before distributions.
  let costOutstanding: UnsafeMutablePointer<Double>
  /// What the mother fund's promises to its sub-funds shrink by, by quarter; it may be asked for
  /// fees then.
  let feeRoom: UnsafeMutablePointer<Double>
  /// Its part of proceeds that vehicles keep to invest them again, by quarter.
  let kept: UnsafeMutablePointer<Double>
  /// The quarter in which each vehicle closes.
  let closings: UnsafeMutablePointer<Int>
  /// Each sector's factor for each entry year, market and sector together, sectors outermost.
  let exposures: UnsafeMutablePointer<Double>
  /// Market and sector factor of each year, times their loadings, sectors outermost; for engine
  /// `rounds`.
  let levels: UnsafeMutablePointer<Double>
  /// Whether companies can go public, by year.
  let isWindowOpen: UnsafeMutablePointer<Bool>
  /// What vehicles mean to buy.
  let deals: DealPlans
  /// Room for yearly factor values.
  let yearly: UnsafeMutablePointer<Double>
  /// Quarterly room of the vehicle at hand.
  let vehicle: VehicleScratch
  /// Managers' factors, where companies are shared.
  let skills: UnsafeMutablePointer<Double>
  /// The mother fund's money in each company, whoever holds it, by the company's identity; where
  /// companies are shared.
  let lookThrough: UnsafeMutablePointer<Double>
  /// New money of all investors in each company's later rounds, four a company; likewise.
  let roundMoney: UnsafeMutablePointer<Double>
  /// The sub-fund that was the last to take each company over from another; likewise.
  let lastHolder: UnsafeMutablePointer<Int32>
  /// What sub-funds may share.
  let partners: PartnerList
  /// Number of entries in `lookThrough`.
  let lookThroughCount: Int
  /// Calls that wait for budgets.
  let waiting: WaitingRoom
  /// What contributors' budgets do.
  let appropriation: AppropriationRoom
  /// What the evaluation looks at, at the end of every calendar year.
  let patience: UnsafeMutablePointer<PatientCapital>
  /// Losses at every review.
  let reviews: LossReviewRoom
  /// Calendar years that are evaluated.
  private let yearCount: Int

  init(_ model: CompiledModel) {
    func room(_ count: Int) -> UnsafeMutablePointer<Double> {
      let pointer = UnsafeMutablePointer<Double>.allocate(capacity: max(count, 1))
      pointer.initialize(repeating: 0, count: max(count, 1))
      return pointer
    }
    layout = SeriesLayout(
      vehicleCount: model.vehicles.count, anchorCount: model.anchorCount, quarters: model.quarters,
      scoreCount: (model.evaluation?.yearEnds.count ?? 0) * EvaluationModel.scoresAYear)
    series = room(layout.count)
    let count = model.vehicles.count
    vehicles = .allocate(capacity: max(count, 1))
    for index in 0..<count { (vehicles + index).initialize(to: model.vehicles[index]) }
    raised = .allocate(capacity: max(count, 1))
    raised.initialize(repeating: RaisedFund(), count: max(count, 1))
    stakes = .allocate(capacity: max(count, 1))
    stakes.initialize(repeating: StakeResult(), count: max(count, 1))
    results = .allocate(capacity: max(count, 1))
    results.initialize(repeating: VehicleResult(), count: max(count, 1))
    companyProceeds = room(model.companyCapacity)
    alive = room(model.quarters)
    costOutstanding = room(model.quarters)
    feeRoom = room(model.quarters)
    kept = room(model.quarters)
    closings = .allocate(capacity: max(count, 1))
    closings.initialize(repeating: 0, count: max(count, 1))
    exposures = room(model.entryYears * (model.sectorStreams.count + 1))
    levels = room(model.factorYears * (model.sectorStreams.count + 1))
    isWindowOpen = .allocate(capacity: max(model.factorYears, 1))
    isWindowOpen.initialize(repeating: true, count: max(model.factorYears, 1))
    deals = DealPlans(model)
    yearly = room(max(model.entryYears + FactorModel.exposureYears, model.factorYears))
    vehicle = VehicleScratch(
      quarters: model.quarters, companies: model.vehicles.map(\.companyLimit).max() ?? 0)
    skills = room(count)
    lookThroughCount = model.active.contains(.sharedDeals) ? deals.identityCount : 0
    lookThrough = room(lookThroughCount)
    roundMoney = room(CompanyLife.mostRounds * lookThroughCount)
    lastHolder = .allocate(capacity: max(lookThroughCount, 1))
    lastHolder.initialize(repeating: -1, count: max(lookThroughCount, 1))
    partners = PartnerList(
      companies: model.companyCapacity, quarters: model.quarters,
      isNeeded: model.active.contains(.sharedDeals))
    waiting = WaitingRoom(
      vehicles: count, quarters: model.quarters, isNeeded: model.mother.callsWait)
    appropriation = AppropriationRoom(quarters: model.quarters)
    reviews = LossReviewRoom(model.lossReviews)
    yearCount = model.evaluation?.yearEnds.count ?? 0
    patience = .allocate(capacity: max(yearCount, 1))
    patience.initialize(repeating: PatientCapital(), count: max(yearCount, 1))
  }

  deinit {
    for pointer in [
      series, companyProceeds, alive, costOutstanding, exposures, levels, yearly, skills,
      lookThrough, roundMoney, feeRoom, kept,
    ] {
      pointer.deallocate()
    }
    isWindowOpen.deallocate()
    lastHolder.deallocate()
    closings.deallocate()
    partners.deallocate()
    vehicles.deallocate()
    raised.deallocate()
    stakes.deallocate()
    results.deallocate()
    vehicle.deallocate()
    waiting.deallocate()
    appropriation.deallocate()
    reviews.deallocate()
    patience.deallocate()
  }

  /// Sets to zero what a path adds to.
  func clear() {
    clearFlows()
    appropriation.clear()
    reviews.clear()
    patience.update(repeating: PatientCapital(), count: yearCount)
  }

  /// The same without what budgets do.
  func clearFlows() {
    series.update(repeating: 0, count: layout.count)
    alive.update(repeating: 0, count: layout.quarters)
    costOutstanding.update(repeating: 0, count: layout.quarters)
    feeRoom.update(repeating: 0, count: layout.quarters)
    kept.update(repeating: 0, count: layout.quarters)
    lookThrough.update(repeating: 0, count: lookThroughCount)
    roundMoney.update(repeating: 0, count: CompanyLife.mostRounds * lookThroughCount)
  }

  /// Sets to zero what a vehicle adds to its own series.
  func clearFlows(of index: Int) {
    let first = layout.offset(scope: layout.vehicle(index), series: .calls)
    (series + first).update(repeating: 0, count: Series.allCases.count * layout.quarters)
  }
}
