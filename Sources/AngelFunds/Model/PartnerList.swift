/// The companies that other sub-funds may share, by engine and quarter of the calendar, then
/// sub-fund, then ordinal; one worker's room.
///
/// Each look-up takes a few steps, however many companies there are.
struct PartnerList {
  /// A company by its sub-fund and its place among what that one means to buy.
  struct Entry: BitwiseCopyable {
    let vehicle: Int32
    let position: Int32
  }

  private let entries: UnsafeMutablePointer<Entry>
  private let starts: UnsafeMutablePointer<Int>
  private let quarters: Int
  private let slots: Int
  private let isNeeded: Bool

  /// - Parameter isNeeded: Whether companies are shared at all.
  init(companies: Int, quarters: Int, isNeeded: Bool) {
    self.isNeeded = isNeeded
    self.quarters = quarters
    slots = isNeeded ? Outcomes.Engine.allCases.count * quarters : 0
    let room = isNeeded ? companies + 1 : 1
    entries = .allocate(capacity: room)
    entries.initialize(repeating: Entry(vehicle: -1, position: -1), count: room)
    starts = .allocate(capacity: slots + 2)
    starts.initialize(repeating: 0, count: slots + 2)
  }

  func deallocate() {
    entries.deallocate()
    starts.deallocate()
  }

  /// Lists the companies that are their sub-fund's own and that it has money for; a counting sort.
  ///
  /// - Parameter count: Number of sub-funds.
  func fill(_ vehicles: UnsafePointer<VehicleModel>, count: Int, deals: DealPlans) {
    precondition(isNeeded, "companies are shared where a rule says so only")
    starts.update(repeating: 0, count: slots + 2)
    each(vehicles, count: count, deals: deals) { slot, _ in starts[slot + 2] += 1 }
    for slot in 2..<(slots + 2) { starts[slot] += starts[slot - 1] }
    each(vehicles, count: count, deals: deals) { slot, entry in
      entries[starts[slot + 1]] = entry
      starts[slot + 1] += 1
    }
  }

  private func each(
    _ vehicles: UnsafePointer<VehicleModel>, count: Int, deals: DealPlans,
    _ body: (_ slot: Int, Entry) -> Void
  ) {
    for index in 0..<count {
      let companies = deals.room(for: index)
      for position in 0..<deals[index]
      where companies[position].lead == PlannedCompany.own && companies[position].hasMoney {
        body(
          slot(of: companies[position], in: vehicles[index]),
          Entry(vehicle: Int32(index), position: Int32(position)))
      }
    }
  }

  private func slot(of company: PlannedCompany, in vehicle: VehicleModel) -> Int {
    vehicle.engine.index * quarters + vehicle.firstQuarter + Int(company.entry)
  }

  /// What others than sub-fund `index` buy in the quarter of `company` by the same engine.
  func partners(of company: PlannedCompany, in index: Int, _ vehicle: VehicleModel) -> Partners {
    let slot = slot(of: company, in: vehicle)
    let (start, end) = (starts[slot], starts[slot + 1])
    let own = lowerBound(Int32(index), start, end)
    let afterOwn = lowerBound(Int32(index + 1), own, end)
    return Partners(
      entries: entries + start, ownStart: own - start, ownCount: afterOwn - own,
      count: end - start - (afterOwn - own))
  }

  /// The first place from `start` on whose sub-fund is not before `vehicle`.
  private func lowerBound(_ vehicle: Int32, _ start: Int, _ end: Int) -> Int {
    var (low, high) = (start, end)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].vehicle < vehicle { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Companies of one quarter, a sub-fund's own left out.
  struct Partners {
    fileprivate let entries: UnsafeMutablePointer<Entry>
    fileprivate let ownStart: Int
    fileprivate let ownCount: Int
    let count: Int

    subscript(number: Int) -> Entry { entries[number < ownStart ? number : number + ownCount] }
  }
}

extension Outcomes.Engine {
  /// Position in `allCases`.
  fileprivate var index: Int {
    switch self {
    case .multiples: 0
    case .rounds: 1
    }
  }
}
