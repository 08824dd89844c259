internal import Foundation
import Stochastics

/// Computes every figure of a path, in the order of `Scenario.metricColumns`.
struct PathMetrics: ~Copyable {
  let model: CompiledModel
  let buffers: PathBuffers
  private let yearOfQuarter: [Int]
  private let yearCount: Int
  /// Figures that are kept of each calendar year, where there are budgets.
  private static let mostFiguresAYear = 5
  private let netFlows: UnsafeMutablePointer<Double>
  private var rates: RateOfReturnFinder

  init(_ scenario: Scenario, model: CompiledModel, buffers: PathBuffers) throws(GSLError) {
    self.model = model
    self.buffers = buffers
    let first = scenario.start.year
    yearOfQuarter = (0..<model.quarters).map { scenario.start.advanced(by: $0).year - first }
    yearCount = (yearOfQuarter.last ?? 0) + 1
    netFlows = .allocate(capacity: max(model.quarters, Self.mostFiguresAYear * yearCount))
    rates = try RateOfReturnFinder()
  }

  deinit { netFlows.deallocate() }

  /// Writes all figures of the path that the buffers hold.
  mutating func write(_ outcome: PathSimulation.Outcome, to writer: inout MetricWriter) {
    let layout = buffers.layout
    writeMotherFund(outcome, to: &writer)
    for index in 0..<model.vehicles.count {
      var totals = StakeTotals()
      totals.add(
        buffers.results[index], part: 1, mothersPaidIn: buffers.stakes[index].paid)
      let series = ScopeSeries(buffers.series, scope: layout.vehicle(index), layout: layout)
      writeCash(series, totals: totals, to: &writer)
      writeVehicleRules(of: .vehicle(index), to: &writer)
      writeStakes(of: .vehicle(index), to: &writer)
      writeLossReviews(of: index, to: &writer)
    }
    for anchor in 0..<model.anchorCount {
      var totals = StakeTotals()
      for index in 0..<model.vehicles.count where model.anchorOfVehicle[index] == anchor {
        add(index, to: &totals)
      }
      let series = ScopeSeries(buffers.series, scope: layout.anchor(anchor), layout: layout)
      writeCash(series, totals: totals, to: &writer)
      writeVehicleRules(of: .anchor(anchor), to: &writer)
      writeStakes(of: .anchor(anchor), to: &writer)
    }
  }

  mutating func writeMotherFund(
    _ outcome: PathSimulation.Outcome, to writer: inout MetricWriter
  ) {
    var totals = StakeTotals()
    for index in 0..<model.vehicles.count { add(index, to: &totals) }
    totals.fees = outcome.motherFees
    let series = ScopeSeries(
      buffers.series, scope: SeriesLayout.motherFund, layout: buffers.layout)
    let cash = writeCash(series, totals: totals, isMother: true, to: &writer)
    writeAlive(from: cash.firstCall, to: &writer)
    let top = TopCompanies(
      buffers.companyProceeds, count: outcome.companies, of: Int(totals.companiesFunded))
    let shareOfTenth = top.shareOfValue(top: 0.10)  // leaves the best tenth in front
    writer.write(top.shareOfValue(top: 0.01, within: 0.10))
    writer.write(shareOfTenth)
    writeIdleCash(series, to: &writer)
    writer.write(netPresentValue())
    writeVehicleRules(of: .motherFund, to: &writer)
    MotherRuleFigures(model, buffers: buffers, investmentEnd: investmentEnd)
      .write(series, yearOfQuarter: yearOfQuarter, to: &writer)
    writeStakes(of: .motherFund, cash: cash, to: &writer)
    writeLookThrough(to: &writer)
    writeLossReviews(to: &writer)
    let needs = model.mother.appropriation == nil ? series.calls : buffers.appropriation.needs
    writer.write(model.years.largestYear(UnsafePointer(needs), quarters: model.quarters))
    writeYears(series, to: &writer)
  }

  /// Adds the mother fund's part of a vehicle.
  private func add(_ index: Int, to totals: inout StakeTotals) {
    totals.add(
      buffers.results[index], part: buffers.vehicles[index].motherShare,
      mothersPaidIn: buffers.stakes[index].paid)
  }

  @discardableResult
  private mutating func writeCash(
    _ series: ScopeSeries, totals: StakeTotals, isMother: Bool = false,
    to writer: inout MetricWriter
  ) -> CashMetrics {
    let cash = CashMetrics(series, quarters: model.quarters)
    for quarter in 0..<model.quarters {
      let net = series.distributions[quarter] - series.calls[quarter]
      netFlows[quarter] = abs(net) < Rounding.fen ? 0 : net
    }
    let rate = rates.rate(of: netFlows, count: model.quarters)
    writer.write(cash.paidIn)
    writer.write(cash.distributions)
    writer.write(Rounding.multiple(cash.distributions, of: cash.paidIn))
    writer.write(rate?.rate)
    if isMother { writer.write(rate.map { $0.isAmbiguous ? 1 : 0 }) }
    for age in CashMetrics.ages.indices { writer.write(cash.dpi[age]) }
    for age in CashMetrics.ages.indices { writer.write(cash.tvpi[age]) }
    writer.write(cash.paybackYears)
    writer.write(cash.peakNetCashOut)
    totals.write(to: &writer)
    return cash
  }

  private func writeAlive(from firstCall: Int?, to writer: inout MetricWriter) {
    for age in CashMetrics.ages {
      guard let firstCall else {
        writer.write(nil)
        continue
      }
      let quarter = firstCall + 4 * age - 1
      writer.write(quarter < model.quarters ? buffers.alive[quarter] : 0)
    }
  }

  /// First quarter in which no vehicle buys any more, of those that are set up.
  private var investmentEnd: Int {
    var end = 0
    for index in 0..<model.vehicles.count where buffers.vehicles[index].exists {
      end = max(
        end, min(buffers.vehicles[index].investmentPeriodEnd, buffers.closings[index] + 1))
    }
    return end
  }

  /// Idle cash over all money that has come in while vehicles still invest, and the most there ever was.
  private func writeIdleCash(_ series: ScopeSeries, to writer: inout MetricWriter) {
    let investmentEnd = investmentEnd
    let isLent = model.mother.appropriation?.isBridged ?? false
    var (peak, idle, paid, paidSums) = (0.0, 0.0, 0.0, 0.0)
    for quarter in 0..<model.quarters {
      peak = max(peak, series.idleCash[quarter])
      guard quarter < investmentEnd else { continue }
      idle += series.idleCash[quarter]
      paid += series.calls[quarter] + buffers.kept[quarter]
      if isLent { paid += buffers.appropriation.lent[quarter] }
      paidSums += paid
    }
    writer.write(peak)
    writer.write(paidSums > 0 ? idle / paidSums : nil)
  }

  private func netPresentValue() -> Double {
    RateOfReturnFinder.value(
      UnsafeBufferPointer(start: netFlows, count: model.quarters), model.mother.quarterlyDiscount)
  }

  private func writeYears(_ series: ScopeSeries, to writer: inout MetricWriter) {
    let width = model.mother.appropriation == nil ? 2 : Self.mostFiguresAYear
    netFlows.update(repeating: 0, count: width * yearCount)
    for quarter in 0..<model.quarters {
      let year = netFlows + width * yearOfQuarter[quarter]
      year[0] += series.calls[quarter]
      year[1] += series.distributions[quarter]
      guard width > 2 else { continue }
      year[2] += buffers.appropriation.needs[quarter]
      year[3] += buffers.appropriation.shortfalls[quarter]
      year[4] = buffers.appropriation.backlog[quarter]  // at the year's end
    }
    for index in 0..<(width * yearCount) { writer.write(netFlows[index]) }
  }
}
