internal import Foundation
import Stochastics

/// Chooses the companies that a vehicle means to buy.
enum DealSelection {
  /// Part of a ticket that must be left for one more company.
  static let smallestPartOfTicket = 0.5

  /// Draws companies 0, 1, 2, … until the budget is spent.
  ///
  /// A company's ticket, quarter, sector and place are its own draws. More money reaches further
  /// down the list; it changes nobody's date. The last company gets what is left, if that is at
  /// least half its ticket. Companies that the vehicle may not buy are passed over.
  ///
  /// A vehicle that is not set up means to buy nothing.
  ///
  /// Behind them stand those that it may buy if it invests proceeds again, chosen likewise from as
  /// much money as that may be.
  ///
  /// - Parameter companies: Gets the companies, in the order of their ordinals.
  /// - Returns: The number of the former and of the latter.
  static func choose(
    _ vehicle: VehicleModel, model: CompiledModel, draws: CompanyDraws,
    companies: UnsafeMutablePointer<PlannedCompany>, source: inout RandomSource
  ) -> (planned: Int, extras: Int) {
    guard vehicle.exists else { return (0, 0) }
    var ordinal = 0
    let planned = choose(
      for: vehicle.budget, from: &ordinal, vehicle, model: model, draws: draws,
      companies: companies, source: &source)
    guard vehicle.rules.recycling > 0 else { return (planned, 0) }
    let extras = choose(
      for: vehicle.rules.recycling * vehicle.size, from: &ordinal, vehicle, model: model,
      draws: draws, companies: companies + planned, source: &source)
    return (planned, extras)
  }

  /// Chooses companies for some money, from an ordinal on; leaves the first that was not chosen.
  @inline(__always)
  private static func choose(
    for budget: Double, from ordinal: inout Int, _ vehicle: VehicleModel, model: CompiledModel,
    draws: CompanyDraws, companies: UnsafeMutablePointer<PlannedCompany>,
    source: inout RandomSource
  ) -> Int {
    var left = budget
    var count = 0
    while ordinal < vehicle.companyLimit {
      let draw = draws.selection(ordinal, source: &source)
      let isEarly = isEarly(ordinal, vehicle.rules.eligibility, source: &source)
      if vehicle.rules.eligibility.skips, !isEarly {
        ordinal += 1
        continue
      }
      let ticket = exp(
        vehicle.logTicketMedian
          + vehicle.ticketLogDeviation * StandardNormal.quantile(draw[0]))
      var amount = min(ticket, vehicle.projectLimit)
      if amount > left {
        guard Rounding.reaches(left, smallestPartOfTicket * amount), left >= 1 else { break }
        amount = left
      }
      left -= amount
      let quarters = vehicle.investmentQuarters
      let entry = min(Int(draw[1] * Double(quarters)), quarters - 1)
      let isLocal = draw[3] < vehicle.localShare
      companies[count] = PlannedCompany(
        ordinal: Int32(ordinal), entry: Int32(entry),
        sector: sector(of: vehicle, model: model, uniform: draw[2]),
        isLocal: isLocal, isEarly: isEarly,
        recognitionDelay: isLocal
          ? 0 : recognitionDelay(ordinal, vehicle.rules.reinvestment, source: &source),
        amount: amount)
      count += 1
      ordinal += 1
    }
    return count
  }

  /// Whether a company is an angel project.
  @inline(__always)
  private static func isEarly(
    _ ordinal: Int, _ rule: EligibilityModel, source: inout RandomSource
  ) -> Bool {
    guard rule.isOn else { return true }
    return rule.isMet(source.block(ordinal: UInt32(ordinal), address: DrawAddress.profile))
  }

  /// When a company from elsewhere comes to count as local investment.
  @inline(__always)
  private static func recognitionDelay(
    _ ordinal: Int, _ rule: ReinvestmentModel, source: inout RandomSource
  ) -> Int16 {
    guard rule.recognisesOthers else { return .max }
    return rule.recognitionDelay(
      source.block(ordinal: UInt32(ordinal), address: DrawAddress.recognition))
  }

  @inline(__always)
  private static func sector(
    of vehicle: VehicleModel, model: CompiledModel, uniform: Double
  ) -> Int32 {
    var position = vehicle.sectors.first
    let last = vehicle.sectors.end - 1
    while position < last, uniform >= model.sectorBounds[position] { position += 1 }
    return Int32(model.sectorIndices[position])
  }

  /// Puts companies into `scratch.ordered` by quarter of entry, then ordinal, with what each
  /// quarter's cost; a counting sort.
  ///
  /// - Parameter extras: Number of companies behind the `count` planned ones.
  static func order(
    _ companies: UnsafeMutablePointer<PlannedCompany>, count planned: Int, extras: Int = 0,
    quarters: Int, scratch: VehicleScratch
  ) {
    let count = planned + extras
    for index in 0..<count {
      let entry = Int(companies[index].entry)
      if index < planned {
        scratch.plannedCost[entry] += companies[index].amount
      } else {
        scratch.extraCost[entry] += companies[index].amount
        scratch.extraCount[entry] += 1
      }
      scratch.starts[entry + 1] += 1
    }
    for quarter in 0..<quarters { scratch.starts[quarter + 1] += scratch.starts[quarter] }
    for index in 0..<count {
      let entry = Int(companies[index].entry)
      scratch.ordered[Int(scratch.starts[entry])] = companies[index]
      scratch.starts[entry] += 1
    }
    for quarter in stride(from: quarters, to: 0, by: -1) {
      scratch.starts[quarter] = scratch.starts[quarter - 1]
    }
    scratch.starts[0] = 0
  }
}
