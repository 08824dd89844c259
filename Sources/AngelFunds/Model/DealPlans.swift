/// One worker's room for the companies that vehicles mean to buy on a path.
final class DealPlans {
  private let planned: UnsafeMutablePointer<PlannedCompany>
  private let offsets: [Int]
  private let counts: UnsafeMutablePointer<Int>
  /// Number of companies behind those that a vehicle buys if it may invest proceeds again.
  let extras: UnsafeMutablePointer<Int>
  private let bought: UnsafeMutablePointer<Double>
  private let years: Int
  private let groups: Int

  init(_ model: CompiledModel) {
    var offset = 0
    offsets = model.vehicles.map { vehicle in
      defer { offset += vehicle.companyLimit + 1 }
      return offset
    }
    identityCount = offset
    planned = .allocate(capacity: max(offset, 1))
    planned.initialize(repeating: PlannedCompany(), count: max(offset, 1))
    counts = .allocate(capacity: max(model.vehicles.count, 1))
    counts.initialize(repeating: 0, count: max(model.vehicles.count, 1))
    extras = .allocate(capacity: max(model.vehicles.count, 1))
    extras.initialize(repeating: 0, count: max(model.vehicles.count, 1))
    years = model.entryYears
    groups = model.limitedAnchorCount
    bought = .allocate(capacity: max(groups * years, 1))
    bought.initialize(repeating: 0, count: max(groups * years, 1))
  }

  deinit {
    planned.deallocate()
    counts.deallocate()
    extras.deallocate()
    bought.deallocate()
  }

  /// Forgets how many companies were bought.
  func clear() { bought.update(repeating: 0, count: groups * years) }

  /// Room for a vehicle's companies.
  @inline(__always)
  func room(for vehicle: Int) -> UnsafeMutablePointer<PlannedCompany> {
    planned + offsets[vehicle]
  }

  /// One number for each company of all vehicles.
  @inline(__always)
  func identity(of ordinal: Int, in vehicle: Int) -> Int { offsets[vehicle] + ordinal }

  /// How many such numbers there are.
  let identityCount: Int

  /// Number of companies that a vehicle means to buy.
  @inline(__always)
  subscript(vehicle: Int) -> Int {
    get { counts[vehicle] }
    set { counts[vehicle] = newValue }
  }

  /// Number of companies that a vehicle looks at: one more than the last ordinal that it may buy.
  @inline(__always)
  func seen(by vehicle: Int) -> Int {
    let count = counts[vehicle] + extras[vehicle]
    return count > 0 ? Int(room(for: vehicle)[count - 1].ordinal) + 1 : 0
  }

  /// Adds a vehicle's companies to those of its anchor, by model year of entry, as far as there is
  /// money for them.
  func count(_ index: Int, of vehicle: VehicleModel) {
    guard vehicle.limit.group >= 0 else { return }
    let bought = bought + vehicle.limit.group * years
    let companies = room(for: index)
    for position in 0..<counts[index]
    where companies[position].lead < 0 && companies[position].hasMoney {
      bought[(vehicle.firstQuarter + Int(companies[position].entry)) / 4] += 1
    }
  }

  /// Companies that an anchor's sub-funds buy, by year.
  @inline(__always)
  func bought(by limit: DealFlowLimit) -> UnsafePointer<Double> {
    UnsafePointer(bought + max(limit.group, 0) * years)
  }
}
