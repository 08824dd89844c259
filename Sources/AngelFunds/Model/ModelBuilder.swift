/// Gathers the flat lists of a compiled model.
struct ModelBuilder {
  let sectors: [String]
  private(set) var anchorOfVehicle: [Int] = []
  private(set) var tranches: [Double] = []
  private(set) var sectorBounds: [Double] = []
  private(set) var sectorIndices: [Int] = []
  private(set) var grades: [ConcessionGradeModel] = []
  /// Anchors whose deal flow has a limit, and that have a sub-fund.
  private let limitedAnchors: [String]
  /// Deal flows that have a limit: those anchors', then the direct book's if it has one.
  var limitedFlows: Int {
    limitedAnchors.count + (scenario.direct.dealFlow.companiesAYear == nil ? 0 : 1)
  }
  private let scenario: Scenario

  init(_ scenario: Scenario) {
    self.scenario = scenario
    let used = Set(scenario.subFunds.map(\.anchor))
    limitedAnchors = scenario.anchors
      .filter { $0.dealFlow.companiesAYear != nil && used.contains($0.id) }.map(\.id)
    let flows = scenario.anchors.map(\.dealFlow) + [scenario.direct.dealFlow]
    sectors = Set(flows.flatMap { $0.sectors.map(\.sector) }).sorted()
  }

  /// The vehicles: sub-funds by name, then the direct book if it has money.
  mutating func makeVehicles() -> [VehicleModel] {
    var vehicles: [VehicleModel] = []
    for fund in scenario.subFunds {
      guard let anchor = scenario.anchors.firstIndex(where: { $0.id == fund.anchor }) else {
        preconditionFailure("the reader lets no sub-fund through whose anchor is not there")
      }
      let joint = scenario.jointAnchors.firstIndex { $0.id == fund.anchor }
      let first = tranches.count
      tranches += fund.terms.tranches.map { $0 * fund.size }
      let dealFlow = scenario.anchors[anchor].dealFlow
      anchorOfVehicle.append(joint ?? -1)
      vehicles.append(
        VehicleModel(
          fund, dealFlow: dealFlow, limit: limit(of: scenario.anchors[anchor]),
          outcomes: scenario.outcomes, sectors: addSectors(dealFlow),
          tranches: first..<tranches.count, concession: addConcession(fund)))
    }
    if scenario.direct.share > 0 {
      anchorOfVehicle.append(-1)
      vehicles.append(
        VehicleModel(
          direct: scenario.direct,
          limit: DealFlowLimit(scenario.direct.dealFlow, group: limitedAnchors.count),
          motherFund: scenario.motherFund, outcomes: scenario.outcomes,
          sectors: addSectors(scenario.direct.dealFlow), rules: scenario.rules))
    }
    return vehicles
  }

  /// The limit of an anchor's deal flow; anchors that have one are numbered by name.
  private func limit(of anchor: Anchor) -> DealFlowLimit {
    DealFlowLimit(anchor.dealFlow, group: limitedAnchors.firstIndex(of: anchor.id) ?? -1)
  }

  private mutating func addConcession(_ fund: SubFund) -> ConcessionModel {
    let first = grades.count
    grades += fund.rules.concession.grades.map(ConcessionGradeModel.init)
    return ConcessionModel(fund, grades: ListPart(first..<grades.count))
  }

  private mutating func addSectors(_ dealFlow: DealFlow) -> Range<Int> {
    let first = sectorBounds.count
    var sum = 0.0
    for entry in dealFlow.sectors {
      sum += entry.share
      sectorBounds.append(sum)
      sectorIndices.append(sectors.firstIndex(of: entry.sector) ?? 0)
    }
    return first..<sectorBounds.count
  }
}
