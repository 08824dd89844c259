import Stochastics

/// One vehicle's path before the waterfall, quarter by quarter.
///
/// In each quarter: capital calls, purchases, fee, exits, value. What there is to distribute and
/// what the vehicle is worth are left in the scratch room; `VehicleDistribution` divides them. None
/// of this depends on hurdle, catch-up or carry.
struct VehicleSimulation<Book: CompanyBook> {
  let vehicle: VehicleModel
  let index: Int
  let scratch: VehicleScratch
  let series: ScopeSeries
  let alive: UnsafeMutablePointer<Double>
  /// By quarter from the scenario's start; nil where calls never wait for budgets.
  let isBlocked: UnsafePointer<Bool>?
  var calls: CapitalCalls
  var book: Book
  var reinvestment: ReinvestmentAccount
  var placed = 0.0  // cost of companies so far
  var atInvestmentEnd = (placed: 0.0, early: 0.0)
  var proceedsSoFar = 0.0
  var grossLoss = 0.0
  let tracksLosses: Bool
  let isEvaluated: Bool
  var pot: RecyclingPot
  var cash = 0.0
  var used = 0.0
  var feeOwed = 0.0
  var feesPaid = 0.0
  var paidIn = 0.0
  var investedCost = 0.0  // cost of what is invested and not exited
  var decliningValue = 0.0
  var decliningSlope = 0.0
  var aliveCount = 0
  var isClosed = false
  var late = LateTranche()
  var hasBought = false
  /// The quarter of the first money that came; -1 before.
  var firstMoney = -1

  init(_ index: Int, model: CompiledModel, buffers: PathBuffers, book: Book) {
    self.index = index
    vehicle = buffers.vehicles[index]
    scratch = buffers.vehicle
    series = ScopeSeries(
      buffers.series, scope: buffers.layout.vehicle(index), layout: buffers.layout)
    alive = buffers.alive
    calls = CapitalCalls(
      nextCallAt: vehicle.nextCallAt,
      tranches: UnsafeBufferPointer(rebasing: model.tranches[vehicle.tranches.range]),
      scale: vehicle.scale)
    isBlocked =
      model.mother.callsWait
      ? UnsafePointer(buffers.waiting.isBlocked + index * model.quarters) : nil
    self.book = book
    tracksLosses = model.tracksLosses
    isEvaluated = model.evaluation != nil
    pot = RecyclingPot(vehicle)
    reinvestment = ReinvestmentAccount(
      vehicle, recognised: UnsafePointer(buffers.vehicle.recognised))
  }

  /// Runs all quarters and returns what they amount to.
  ///
  /// Expects the companies that are to be bought in `scratch.ordered`.
  mutating func run<Recorder: TransferRecorder>(
    source: inout RandomSource, recorder: inout Recorder
  ) -> VehicleFlows {
    book.prepare(Int(scratch.starts[vehicle.investmentQuarters]), source: &source)
    let last = vehicle.lastQuarter - vehicle.firstQuarter
    var closing = last
    for quarter in 0...last where !isClosed {
      let followOns = book.learn(quarter, recorder: &recorder)
      if quarter == late.quarter { takeLate(quarter) }
      if quarter < vehicle.investmentQuarters {
        callCapital(quarter, followOns: followOns, recorder: &recorder)
        purchase(quarter, source: &source, recorder: &recorder)
        if pot.cash > 0 { reinvest(quarter, source: &source, recorder: &recorder) }
      } else if followOns > 0 {
        callCapital(quarter, followOns: followOns, recorder: &recorder)
      }
      if followOns > 0 { followOn(followOns, quarter: quarter, recorder: &recorder) }
      chargeFee(quarter, recorder: &recorder)
      exit(quarter, isLast: quarter == last, recorder: &recorder)
      value(quarter, recorder: &recorder)
      judge(quarter)
      closing = quarter
    }
    if tracksLosses { scratch.losses.stay(from: closing, to: last) }
    var result = book.result
    result.recycled = pot.invested
    result.paidIn = paidIn
    result.fees = feesPaid
    result.recognised = reinvestment.creditAtDue
    result.obligation = reinvestment.obligation
    result.feesDeducted = reinvestment.feesDeducted
    result.placed = atInvestmentEnd.placed
    result.earlyPlaced = atInvestmentEnd.early
    return VehicleFlows(result: result, closingQuarter: closing, companies: book.count)
  }
}

/// What a vehicle's path amounts to before the waterfall.
struct VehicleFlows {
  /// All but the carry.
  var result: VehicleResult
  /// The vehicle's own quarter in which it closes.
  let closingQuarter: Int
  /// Number of companies that bring something back.
  let companies: Int
}
