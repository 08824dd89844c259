import AngelFunds

extension TraceJSON {
  /// A vehicle; its companies' stories are among the entries.
  struct Vehicle: Encodable {
    let id: String
    let label: Names
    let engine: String
    let size: Double
    let motherShare: Double
    let managerFactor: Double
    let figures: [String: Double]
    let companies: [Company]
    let quarters: [Quarter]
    let waterfall: [Split]

    init(_ vehicle: TracedVehicle, in trace: PathTrace) {
      (id, label, engine) = (vehicle.id, Names(vehicle.label), vehicle.engine.rawValue)
      (size, motherShare) = (vehicle.size, vehicle.motherShare)
      managerFactor = vehicle.managerFactor
      figures = Metric.allCases.reduce(into: [:]) {
        $0[$1.rawValue] = trace.figure($1, ofVehicle: vehicle.id)
      }
      companies = vehicle.companies.map(Company.init)
      quarters = vehicle.quarters.map(Quarter.init)
      waterfall = vehicle.splits.map(Split.init)
    }
  }

  struct Company: Encodable {
    let company: Int
    let sector: String
    let isLocal: Bool
    let cost: Double
    let proceeds: Double
    let multiple: Double?
    let fate: String?

    init(_ company: TracedCompany) {
      (self.company, sector, isLocal) = (company.ordinal, company.sector, company.isLocal)
      (cost, proceeds, multiple) = (company.cost, company.proceeds, company.multiple)
      fate = company.fate?.rawValue
    }
  }

  struct Quarter: Encodable {
    let date: String
    let called: Double
    let invested: Double
    let mgmtFees: Double
    let proceeds: Double
    let carry: Double
    let distributed: Double
    let cash: Double
    let nav: Double

    init(_ quarter: TracedQuarter) {
      (date, called, invested) = (quarter.date.description, quarter.called, quarter.invested)
      (mgmtFees, proceeds, carry) = (quarter.fees, quarter.proceeds, quarter.carry)
      (distributed, cash, nav) = (quarter.distributed, quarter.cash, quarter.netAssetValue)
    }
  }

  struct Split: Encodable {
    let date: String
    let amount: Double
    let capitalReturned: Double
    let preferredReturn: Double
    let catchUp: Double
    let carry: Double
    let partnersRest: Double
    let carryReturned: Double

    init(_ split: TracedSplit) {
      (date, amount, capitalReturned) = (split.date.description, split.amount, split.capital)
      (preferredReturn, catchUp, carry) = (split.preferred, split.catchUp, split.carry)
      (partnersRest, carryReturned) = (split.partnersRest, split.carryReturned)
    }
  }

  struct Names: Encodable {
    let en: String
    let zh: String

    init(_ label: Label) { (en, zh) = (label.english, label.chinese) }
  }
}
