/// A part of a path that is not there.
public enum TraceError: Error, Hashable, Sendable {
  /// There is no such sub-fund; there are those.
  case noVehicle(String, among: [String])
  /// The vehicle bought no such company on the path; it bought those.
  case noCompany(Int, vehicle: String, path: Int, among: [Int])
  /// The mother fund has no such figure on every path.
  case noFigure(String)
  /// No path of the run has the figure.
  case noPath(figure: String)
}

extension TraceError: CustomStringConvertible {
  /// What is wrong, and what there is instead.
  public var description: String {
    switch self {
    case .noVehicle(let id, let known):
      return "--sub-fund \(id): there is no such sub-fund"
        + ScenarioReader.suggestion(for: id, among: known)
    case .noCompany(let ordinal, let vehicle, let path, let known):
      guard let near = known.min(by: { (abs($0 - ordinal), $0) < (abs($1 - ordinal), $1) }) else {
        return "--company \(ordinal): \(vehicle) buys no company on path \(path)"
      }
      return "--company \(ordinal): \(vehicle) does not buy it on path \(path); the nearest that "
        + "it buys is \(near), of \(known.count) up to \(known.max() ?? near)"
    case .noFigure(let name):
      return "--by \(name): the mother fund has no such figure"
        + ScenarioReader.suggestion(for: name, among: Metric.ofMotherFund.map(\.rawValue))
    case .noPath(let figure):
      return "--by \(figure): no path of the run has this figure; choose another"
    }
  }
}

extension PathTrace {
  /// The part of the trace that concerns one vehicle, and maybe one company of it.
  ///
  /// - Throws: `TraceError` if it is not there.
  public func restricted(
    toVehicle id: String, company ordinal: Int? = nil
  ) throws(TraceError) -> PathTrace {
    guard var vehicle = vehicles.first(where: { $0.id == id }) else {
      throw .noVehicle(id, among: vehicles.map(\.id))
    }
    var trace = self
    trace.focus = .vehicle(id)
    trace.years = []
    trace.entries.removeAll { $0.vehicle != id && $0.event != .factor }
    trace.reconciliation.rows.removeAll { $0.owner != ScopeID(scope: .subFund, id: id) }
    if let ordinal {
      let known = vehicle.companies.map(\.ordinal)
      guard known.contains(ordinal) else {
        throw .noCompany(ordinal, vehicle: id, path: origin.path, among: known)
      }
      trace.focus = .company(id, ordinal)
      vehicle.companies.removeAll { $0.ordinal != ordinal }
      (vehicle.quarters, vehicle.splits) = ([], [])
      trace.entries.removeAll { $0.company != ordinal && $0.event != .factor }
      trace.reconciliation.rows.removeAll { ($0.company ?? ordinal) != ordinal }
    }
    trace.vehicles = [vehicle]
    trace.leaveOutFactors(of: Set(vehicle.companies.map(\.sector)))
    return trace
  }

  /// Keeps the factors of some sectors, and of the vehicles that are told.
  private mutating func leaveOutFactors(of sectors: Set<String>) {
    factors.sectors.removeAll { !sectors.contains($0.sector) }
    let told = Set(vehicles.map(\.id))
    entries.removeAll { entry in
      guard entry.event == .factor else { return false }
      if let vehicle = entry.vehicle { return !told.contains(vehicle) }
      let name = String(entry.detail.prefix { $0 != "=" })
      return !(sectors.contains(name) || ["market", "ipo_window"].contains(name))
    }
  }
}
