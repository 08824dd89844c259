import Stochastics

/// Companies that a sub-fund buys together with another: one company, with one outcome.
///
/// A company whose own draw says so is replaced by one that another sub-fund buys in the same
/// quarter, where there is one. Those that are replaced are nobody else's company.
extension PathSimulation {
  /// Marks the companies of all sub-funds that are shared; expects them to be chosen.
  func shareDeals(path: UInt32, source: inout RandomSource) {
    let share = model.sharedDeals
    buffers.lastHolder.update(repeating: -1, count: buffers.lookThroughCount)
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
    buffers.partners.fill(
      UnsafePointer(buffers.vehicles), count: model.startOrder.count, deals: buffers.deals)
    for index in 0..<model.startOrder.count { findPartners(of: index, path: path, source: &source) }
  }

  private func findPartners(of index: Int, path: UInt32, source: inout RandomSource) {
    source.begin(model.vehicles[index].companies, path: path)
    let companies = buffers.deals.room(for: index)
    for position in 0..<buffers.deals[index]
    where companies[position].lead == PlannedCompany.seeking {
      let partners = buffers.partners.partners(
        of: companies[position], in: index, buffers.vehicles[index])
      guard partners.count > 0 else { continue }
      let ordinal = UInt32(companies[position].ordinal)
      let uniform = source.block(ordinal: ordinal, address: DrawAddress.sharing)[1]
      let partner = partners[min(Int(uniform * Double(partners.count)), partners.count - 1)]
      share(companies + position, in: index, of: partner)
    }
  }

  /// Puts another sub-fund's company into the place of one's own, if it is not held already.
  private func share(
    _ company: UnsafeMutablePointer<PlannedCompany>, in index: Int, of partner: PartnerList.Entry
  ) {
    let original = buffers.deals.room(for: Int(partner.vehicle))[Int(partner.position)]
    let identity = Int(original.identity)
    guard buffers.lastHolder[identity] != Int32(index) else { return }
    buffers.lastHolder[identity] = Int32(index)
    company.pointee.lead = Int16(partner.vehicle)
    company.pointee.leadOrdinal = original.ordinal
    company.pointee.identity = original.identity
    company.pointee.sector = original.sector
    company.pointee.isLocal = original.isLocal
    company.pointee.isEarly = original.isEarly
    company.pointee.recognitionDelay = original.recognitionDelay
  }
}
