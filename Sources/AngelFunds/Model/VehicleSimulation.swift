import Stochastics

/// One vehicle's path before the waterfall, quarter by quarter.
///
/// In each quarter: capital calls, purchases, fee, exits, value. What there is to distribute and
/// what the vehicle is worth are left in the scratch room; `VehicleDistribution` divides them. None
/// of this depends on hurdle, catch-up or carry.
struct VehicleSimulation<Book: CompanyBook> {
  private let vehicle: VehicleModel
  private let index: Int
  private let scratch: VehicleScratch
  private let series: ScopeSeries
  private let alive: UnsafeMutablePointer<Double>
  /// By quarter from the scenario's start; nil where calls never wait for budgets.
  private let isBlocked: UnsafePointer<Bool>?
  private var calls: CapitalCalls
  private var book: Book
  private var reinvestment: ReinvestmentAccount
  private var placed = 0.0  // cost of companies so far
  private var atInvestmentEnd = (placed: 0.0, early: 0.0)
  private var proceedsSoFar = 0.0
  private var grossLoss = 0.0
  private let tracksLosses: Bool
  private let isEvaluated: Bool
  private var pot: RecyclingPot
  private var cash = 0.0
  private var used = 0.0
  private var feeOwed = 0.0
  private var feesPaid = 0.0
  private var paidIn = 0.0
  private var investedCost = 0.0  // cost of what is invested and not exited
  private var decliningValue = 0.0
  private var decliningSlope = 0.0
  private var aliveCount = 0
  private var isClosed = false
  private var late = LateTranche()
  private var hasBought = false
  private var firstCall = -1

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

  @inline(__always)
  private mutating func callCapital<Recorder: TransferRecorder>(
    _ quarter: Int, followOns: Double, recorder: inout Recorder
  ) {
    let isInvesting = quarter < vehicle.investmentQuarters
    guard late.quarter < 0, !isWaiting(quarter) else { return }  // nothing more before it is here
    let before = calls.next
    let purchases = (isInvesting ? scratch.plannedCost[quarter] : 0) + followOns
    calls.ceiling = reinvestment.ceilingOfCalls
    let amount: Double
    if vehicle.tranches.isEmpty {
      amount = purchases
    } else if isInvesting {
      amount = calls.call(
        used: used, cash: cash, purchases: purchases, feeOwed: feeOwed,
        feeRate: vehicle.investmentFeePerQuarter)
    } else {
      amount = calls.call(cash: cash, purchases: purchases)
    }
    guard amount > 0 else { return }
    if firstCall < 0 { firstCall = quarter }
    if calls.isLate(vehicle.lateTranches, from: before) {
      wait(for: amount, quarter: quarter)
    } else {
      take(amount, quarter: quarter)
    }
  }

  @inline(__always)
  private mutating func take(_ amount: Double, quarter: Int) {
    cash += amount
    paidIn += amount
    series.calls[vehicle.firstQuarter + quarter] += amount
  }

  /// Lets the other partners' money come later; the mother fund's with it where social money comes
  /// first, else now.
  private mutating func wait(for amount: Double, quarter: Int) {
    let arrival = quarter + vehicle.raising.lateQuarters
    let mothers = vehicle.raising.isSocialFirst ? 0 : amount * vehicle.motherShare
    if mothers > 0 {
      take(mothers, quarter: quarter)
      let ahead = mothers - mothers * vehicle.motherShare
      scratch.ahead[quarter] += ahead
      late.ahead = ahead
    }
    late.amount = amount - mothers
    late.quarter = arrival
  }

  /// Whether a call has to wait for the next year's budget.
  @inline(__always)
  private func isWaiting(_ quarter: Int) -> Bool {
    isBlocked.map { $0[vehicle.firstQuarter + quarter] } ?? false
  }

  private mutating func takeLate(_ quarter: Int) {
    guard !isWaiting(quarter) || late.ahead > 0 else {
      late.quarter += 1
      return
    }
    take(late.amount, quarter: quarter)
    scratch.ahead[quarter] -= late.ahead
    late = LateTranche()
  }

  /// Buys the quarter's companies, all cut by the same part where cash does not cover them.
  @inline(__always)
  private mutating func purchase<Recorder: TransferRecorder>(
    _ quarter: Int, source: inout RandomSource, recorder: inout Recorder
  ) {
    let planned = scratch.plannedCost[quarter]
    guard planned > 0, cash > 0 else { return }
    let part = min(1, cash / planned)
    let first = Int(scratch.starts[quarter])
    let end = Int(scratch.starts[quarter + 1] - scratch.extraCount[quarter])
    for position in first..<end {
      let cost = part * scratch.ordered[position].amount
      book.buy(position, quarter: quarter, cost: cost, source: &source, recorder: &recorder)
    }
    hasBought = true
    let cost = part * planned
    aliveCount += end - first
    investedCost += cost
    placed += cost
    used += cost
    cash = part < 1 ? 0 : cash - cost
    recorder.record(
      .investment, from: .vehicle(index), to: .companies(index),
      quarter: vehicle.firstQuarter + quarter, amount: cost)
  }

  /// Buys further companies with proceeds that were kept.
  private mutating func reinvest<Recorder: TransferRecorder>(
    _ quarter: Int, source: inout RandomSource, recorder: inout Recorder
  ) {
    let wanted = scratch.extraCost[quarter]
    guard wanted > 0 else { return }
    let part = pot.take(wanted)
    let count = Int(scratch.extraCount[quarter])
    let end = Int(scratch.starts[quarter + 1])
    for position in (end - count)..<end {
      let cost = part * scratch.ordered[position].amount
      book.buy(position, quarter: quarter, cost: cost, source: &source, recorder: &recorder)
    }
    let cost = part * wanted
    aliveCount += count
    investedCost += cost
    placed += cost
    recorder.record(
      .investment, from: .vehicle(index), to: .companies(index),
      quarter: vehicle.firstQuarter + quarter, amount: cost)
  }

  /// Adds to companies in their rounds, all cut by the same part where cash does not cover them.
  @inline(__always)
  private mutating func followOn<Recorder: TransferRecorder>(
    _ wanted: Double, quarter: Int, recorder: inout Recorder
  ) {
    let part = min(1, cash / wanted)
    guard part > 0 else { return }
    book.followOn(part, quarter: quarter, recorder: &recorder)
    let cost = part * wanted
    investedCost += cost
    placed += cost
    used += cost
    cash = part < 1 ? 0 : cash - cost
    recorder.record(
      .investment, from: .vehicle(index), to: .companies(index),
      quarter: vehicle.firstQuarter + quarter, amount: cost)
  }

  @inline(__always)
  private mutating func chargeFee<Recorder: TransferRecorder>(
    _ quarter: Int, recorder: inout Recorder
  ) {
    if quarter < vehicle.investmentQuarters {
      feeOwed += reinvestment.charged(vehicle.investmentFeePerQuarter * calls.called)
    } else if vehicle.firstQuarter + quarter < vehicle.exitPeriodEnd {
      feeOwed += reinvestment.charged(vehicle.exitFeePerQuarter * investedCost)
    }
    let paid = min(cash, feeOwed)
    cash -= paid
    payFee(paid, quarter: quarter, recorder: &recorder)
  }

  @inline(__always)
  private mutating func payFee<Recorder: TransferRecorder>(
    _ amount: Double, quarter: Int, recorder: inout Recorder
  ) {
    guard amount > 0 else { return }
    feeOwed -= amount
    feesPaid += amount
    used += amount
    let date = vehicle.firstQuarter + quarter
    series.fees[date] += amount
    recorder.record(
      .managementFee, from: .vehicle(index), to: .manager(index), quarter: date, amount: amount)
  }

  @inline(__always)
  private mutating func exit<Recorder: TransferRecorder>(
    _ quarter: Int, isLast: Bool, recorder: inout Recorder
  ) {
    book.exit(quarter, isLast: isLast, recorder: &recorder)
    let proceeds = scratch.proceeds[quarter]
    let date = vehicle.firstQuarter + quarter
    proceedsSoFar += proceeds
    investedCost -= scratch.exitedCost[quarter]
    aliveCount -= Int(scratch.exitedCount[quarter])
    recorder.record(
      .exitProceeds, from: .companies(index), to: .vehicle(index), quarter: date, amount: proceeds)
    let feeFromProceeds = min(proceeds, feeOwed)
    payFee(feeFromProceeds, quarter: quarter, recorder: &recorder)
    var amount = proceeds - feeFromProceeds
    isClosed =
      isLast || (aliveCount == 0 && quarter >= vehicle.investmentQuarters - 1)
      || isWoundUp(quarter)
    amount = pot.keep(of: amount, quarter: quarter, isClosed: isClosed)
    if isClosed || quarter == vehicle.releaseQuarter {
      amount += cash
      cash = 0
    }
    scratch.distributable[quarter] = amount
  }

  /// Whether the fund ends as it has bought nothing for too long since its first money.
  @inline(__always)
  private func isWoundUp(_ quarter: Int) -> Bool {
    let allowed = vehicle.raising.firstDealQuarters
    return allowed > 0 && !hasBought && firstCall >= 0 && quarter + 1 >= firstCall + allowed
  }

  /// Looks at what has been invested by now.
  @inline(__always)
  private mutating func judge(_ quarter: Int) {
    reinvestment.endQuarter(
      quarter, isClosed: isClosed, mothersPaidIn: vehicle.motherShare * paidIn + late.ahead)
    let end = vehicle.investmentQuarters - 1
    if quarter == end || isClosed && quarter < end {
      atInvestmentEnd = (placed, book.result.earlyCost)
    }
  }

  @inline(__always)
  private mutating func value<Recorder: TransferRecorder>(
    _ quarter: Int, recorder: inout Recorder
  ) {
    let date = vehicle.firstQuarter + quarter
    recorder.close(.vehicle(index), quarter: date, cash: cash + pot.cash)
    if tracksLosses { grossLoss += scratch.losses.jumps[quarter] - decliningSlope }
    decliningValue += decliningSlope + scratch.levelChange[quarter]
    decliningSlope += scratch.slopeChange[quarter]
    let isHolding = aliveCount > 0 && !isClosed
    let companies = isHolding ? scratch.grossValue[quarter] + decliningValue : 0
    if tracksLosses { keepLosses(quarter, value: companies) }
    if isEvaluated {
      scratch.evaluation.keep(
        quarter, cost: placed, early: book.result.earlyCost, invested: investedCost)
    }
    guard !isClosed else { return }
    scratch.value[quarter] = max(0, companies + cash + pot.cash - feeOwed)
    series.idleCash[date] = cash + pot.cash
    alive[date] += Double(aliveCount)
  }
}

extension VehicleSimulation {
  /// Writes down what losses are made of at the end of a quarter.
  private func keepLosses(_ quarter: Int, value: Double) {
    let losses = scratch.losses
    losses.cost[quarter] = placed
    losses.proceeds[quarter] = proceedsSoFar
    losses.value[quarter] = value
    losses.grossLoss[quarter] = max(0, grossLoss)
  }
}

/// Money that is called, but not there yet.
private struct LateTranche {
  /// The quarter in which it comes; -1 where nothing is late.
  var quarter = -1
  var amount = 0.0
  /// What the mother fund has paid of it beyond its part.
  var ahead = 0.0
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
