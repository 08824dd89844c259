internal import Foundation
import Stochastics

/// Computes every figure of a path, in the order of `Scenario.metricColumns`.
struct PathMetrics: ~Copyable {
  let model: CompiledModel
  let buffers: PathBuffers
  private let yearOfQuarter: [Int]
  private let yearCount: Int
  private let netFlows: UnsafeMutablePointer<Double>
  private var rates: RateOfReturnFinder

  init(_ scenario: Scenario, model: CompiledModel, buffers: PathBuffers) throws(GSLError) {
    self.model = model
    self.buffers = buffers
    let first = scenario.start.year
    yearOfQuarter = (0..<model.quarters).map { scenario.start.advanced(by: $0).year - first }
    yearCount = (yearOfQuarter.last ?? 0) + 1
    netFlows = .allocate(capacity: max(model.quarters, 4 * yearCount))
    rates = try RateOfReturnFinder()
  }

  deinit { netFlows.deallocate() }

  /// Writes all figures of the path that the buffers hold.
  mutating func write(_ outcome: PathSimulation.Outcome, to writer: inout MetricWriter) {
    let layout = buffers.layout
    writeMotherFund(outcome, to: &writer)
    for index in 0..<model.vehicles.count {
      var totals = StakeTotals()
      totals.add(buffers.results[index], vehicle: buffers.vehicles[index], part: 1)
      let series = ScopeSeries(buffers.series, scope: layout.vehicle(index), layout: layout)
      writeCash(series, totals: totals, to: &writer)
      writeVehicleRules(of: .vehicle(index), to: &writer)
      writeStakes(of: .vehicle(index), to: &writer)
      writeLossReviews(of: index, to: &writer)
    }
    for anchor in 0..<model.anchorCount {
      var totals = StakeTotals()
      for index in 0..<model.vehicles.count where model.anchorOfVehicle[index] == anchor {
        let vehicle = buffers.vehicles[index]
        totals.add(buffers.results[index], vehicle: vehicle, part: vehicle.motherShare)
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
    for index in 0..<model.vehicles.count {
      let vehicle = buffers.vehicles[index]
      totals.add(buffers.results[index], vehicle: vehicle, part: vehicle.motherShare)
    }
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

  @discardableResult
  private mutating func writeCash(
    _ series: ScopeSeries, totals: StakeTotals, isMother: Bool = false,
    to writer: inout MetricWriter
  ) -> CashMetrics {
    let cash = CashMetrics(series, quarters: model.quarters)
    for quarter in 0..<model.quarters {
      netFlows[quarter] = series.distributions[quarter] - series.calls[quarter]
    }
    let rate = rates.rate(of: netFlows, count: model.quarters)
    writer.write(cash.paidIn)
    writer.write(cash.distributions)
    writer.write(cash.paidIn > 0 ? cash.distributions / cash.paidIn : nil)
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

  /// First quarter in which no vehicle buys any more.
  private var investmentEnd: Int {
    var end = 0
    for index in 0..<model.vehicles.count {
      end = max(end, buffers.vehicles[index].investmentPeriodEnd)
    }
    return end
  }

  /// Idle cash over paid-in capital while vehicles still invest, and the most there ever was.
  private func writeIdleCash(_ series: ScopeSeries, to writer: inout MetricWriter) {
    let investmentEnd = investmentEnd
    var (peak, idle, paid, paidSums) = (0.0, 0.0, 0.0, 0.0)
    for quarter in 0..<model.quarters {
      peak = max(peak, series.idleCash[quarter])
      guard quarter < investmentEnd else { continue }
      idle += series.idleCash[quarter]
      paid += series.calls[quarter]
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
    let width = model.mother.appropriation == nil ? 2 : 4
    netFlows.update(repeating: 0, count: width * yearCount)
    for quarter in 0..<model.quarters {
      let year = netFlows + width * yearOfQuarter[quarter]
      year[0] += series.calls[quarter]
      year[1] += series.distributions[quarter]
      guard width == 4 else { continue }
      year[2] += buffers.appropriation.needs[quarter]
      year[3] += buffers.appropriation.shortfalls[quarter]
    }
    for index in 0..<(width * yearCount) { writer.write(netFlows[index]) }
  }
}
