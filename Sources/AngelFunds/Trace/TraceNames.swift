/// The names by which a trace calls those who pay and receive.
struct TraceNames {
  let scenario: Scenario
  /// Keys of the vehicles, in the order of the model.
  let vehicles: [String]
  /// Keys of the sectors, in the order of the model.
  let sectors: [String]

  init(_ scenario: Scenario) {
    self.scenario = scenario
    vehicles = scenario.simulatedScopes.filter { $0.scope == .subFund }.map(\.id)
    sectors = ModelBuilder(scenario).sectors
  }

  func name(of party: Party) -> String {
    switch party {
    case .contributor(let index): scenario.contributors[index].id
    case .motherFund: Scope.motherFund.rawValue
    case .motherManager: "\(Scope.motherFund.rawValue).manager"
    case .vehicle(let index): vehicles[index]
    case .otherPartners(let index): "\(vehicles[index]).other_partners"
    case .manager(let index): "\(vehicles[index]).manager"
    case .lender: "\(Scope.motherFund.rawValue).lender"
    case .companies(let index): "\(vehicles[index]).companies"
    }
  }

  func name(ofCompany ordinal: Int, in vehicle: Int) -> String {
    "\(vehicles[vehicle]).company_\(ordinal)"
  }

  /// The vehicle that a transfer concerns.
  func vehicle(of transfer: Transfer) -> Int? {
    switch (transfer.payer, transfer.payee) {
    case (.vehicle(let index), _), (_, .vehicle(let index)): index
    default: nil
    }
  }

  /// What a company's sector is called.
  func label(ofSector id: String) -> Label {
    scenario.sectors.first { $0.id == id }?.label ?? Label(english: id, chinese: id)
  }
}
