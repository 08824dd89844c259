import Stochastics

/// Companies that a sub-fund buys together with another: one company, with one outcome.
///
/// A company whose own draw says so is replaced by one that another sub-fund buys in the same
/// quarter, where there is one. Those that are replaced are nobody else's company.
extension PathSimulation {
  /// Marks the companies of all sub-funds that are shared; expects them to be chosen.
  func shareDeals(path: UInt32, source: inout RandomSource) {
    let share = model.sharedDeals
    for index in 0..<model.vehicles.count {
      source.begin(model.vehicles[index].manager, path: path)
      buffers.skills[index] = StandardNormal.quantile(
        source.block(ordinal: 0, address: DrawAddress.skill)[0])
      source.begin(model.vehicles[index].companies, path: path)
      let companies = buffers.deals.room(for: index)
      for position in 0..<(buffers.deals[index] + buffers.deals.extras[index]) {
        let ordinal = companies[position].ordinal
        companies[position].identity = Int32(buffers.deals.identity(of: Int(ordinal), in: index))
        guard index < model.startOrder.count, position < buffers.deals[index] else { continue }
        let draw = source.block(ordinal: UInt32(ordinal), address: DrawAddress.sharing)
        if draw[0] < share { companies[position].lead = PlannedCompany.seeking }
      }
    }
    for index in 0..<model.startOrder.count { findPartners(of: index, path: path, source: &source) }
  }

  private func findPartners(of index: Int, path: UInt32, source: inout RandomSource) {
    source.begin(model.vehicles[index].companies, path: path)
    let companies = buffers.deals.room(for: index)
    for position in 0..<buffers.deals[index]
    where companies[position].lead == PlannedCompany.seeking {
      let ordinal = UInt32(companies[position].ordinal)
      let uniform = source.block(ordinal: ordinal, address: DrawAddress.sharing)[1]
      let count = partners(of: companies[position], in: index, taking: -1)
      guard count > 0 else { continue }
      let taken = min(Int(uniform * Double(count)), count - 1)
      _ = partners(of: companies[position], in: index, taking: taken)
    }
  }

  /// Number of companies that others buy in the same quarter; the one at place `taken` of them
  /// replaces the company, if it is not there already.
  private func partners(of company: PlannedCompany, in index: Int, taking taken: Int) -> Int {
    let own = buffers.vehicles[index]
    let date = own.firstQuarter + Int(company.entry)
    var count = 0
    for other in 0..<model.startOrder.count where other != index {
      let vehicle = buffers.vehicles[other]
      guard vehicle.engine == own.engine, date >= vehicle.firstQuarter,
        date < vehicle.investmentPeriodEnd
      else { continue }
      let companies = buffers.deals.room(for: other)
      for position in 0..<buffers.deals[other]
      where companies[position].lead == PlannedCompany.own
        && vehicle.firstQuarter + Int(companies[position].entry) == date
      {
        if count == taken { share(company, in: index, of: companies[position], lead: other) }
        count += 1
      }
    }
    return count
  }

  private func share(
    _ company: PlannedCompany, in index: Int, of original: PlannedCompany, lead: Int
  ) {
    let companies = buffers.deals.room(for: index)
    var place = -1
    for position in 0..<buffers.deals[index] {
      if companies[position].identity == original.identity { return }
      if companies[position].ordinal == company.ordinal { place = position }
    }
    companies[place].lead = Int16(lead)
    companies[place].leadOrdinal = original.ordinal
    companies[place].identity = original.identity
    companies[place].sector = original.sector
    companies[place].isLocal = original.isLocal
    companies[place].isEarly = original.isEarly
    companies[place].recognitionDelay = original.recognitionDelay
  }
}
